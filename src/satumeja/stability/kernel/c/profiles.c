/* Decide many preference profiles of one model at once.
 *
 * What can be reached does not depend on preferences, and comes from Python as one array of
 * numbers: how many decision makers and states, then where each section begins, then these.
 * A row of them is checked before it is followed. */

#include "kernel.h"

#include "profiles.h"

#include <stdlib.h>


#define LANE uint8_t
#define NAMED(name) name##_8
#include "profile_decide.h"
#undef LANE
#undef NAMED

#define LANE uint16_t
#define NAMED(name) name##_16
#include "profile_decide.h"
#undef LANE
#undef NAMED

#define ALIGNED 32
#define SECTIONS 6 /* of a decision maker */

/* Whether `count` numbers at `at` are there and below `limit`. */
static int all_below(const Array *plan, size_t at, size_t count, size_t limit)
{
    const uint32_t *numbers = plan->view.buf;
    if (at > plan->length || count > plan->length - at)
        return 0;
    for (size_t k = 0; k < count; k++)
        if (numbers[at + k] >= limit)
            return 0;
    return 1;
}

/* Read sets of states: their number, where each begins and the last ends, their members. */
static int read_sets(const Array *plan, size_t at, size_t states, Sets *sets)
{
    const uint32_t *numbers = plan->view.buf;
    if (at >= plan->length || numbers[at] > states)
        return 0;
    sets->count = numbers[at];
    sets->first = numbers + at + 1;
    sets->items = sets->first + sets->count + 1;
    if (!all_below(plan, at + 1, sets->count + 1, plan->length + 1) || sets->first[0])
        return 0;
    for (size_t k = 0; k < sets->count; k++)
        if (sets->first[k] > sets->first[k + 1])
            return 0;
    return all_below(plan, at + sets->count + 2, sets->first[sets->count], states);
}

static int read_mover(const Array *plan, const uint32_t *section, size_t states, Mover *mover)
{
    const uint32_t *numbers = plan->view.buf;
    mover->own_of = numbers + section[1];
    mover->others_of = numbers + section[3];
    return read_sets(plan, section[0], states, &mover->own) &&
           all_below(plan, section[1], states, mover->own.count) &&
           read_sets(plan, section[2], states, &mover->others) &&
           all_below(plan, section[3], states, mover->others.count) &&
           read_sets(plan, section[4], states, &mover->arcs) && mover->arcs.count == states &&
           read_sets(plan, section[5], states, &mover->parts);
}

/* Read the moves; `movers` has room for one more than the plan can hold. */
static int read_moves(const Array *plan, Moves *moves, Mover *movers)
{
    const uint32_t *numbers = plan->view.buf;
    moves->movers = numbers[0];
    moves->states = numbers[1];
    moves->mover = movers;
    for (size_t j = 0; j < moves->movers; j++)
        if (!read_mover(plan, numbers + 2 + j * SECTIONS, moves->states, movers + j))
            return 0;
    return moves->movers && moves->states;
}

/* Decide without Python's lock: 0, or -1 where there is no memory. */
static int decided(const Moves *moves, const Question *asked, const Array *ranks)
{
    size_t bytes = ROOM(moves->movers) * moves->states * sizeof(Row_8);
    char *memory = calloc(1, bytes + ALIGNED);
    if (!memory)
        return -1;
    void *rows = memory + (ALIGNED - (uintptr_t)memory % ALIGNED);
    if (ranks->item == 1)
        decide_all_8(moves, asked, ranks->view.buf, rows);
    else
        decide_all_16(moves, asked, ranks->view.buf, rows);
    free(memory);
    return 0;
}

/* Whether ranks and result have the sizes that moves and question imply. */
static int fits(const Moves *moves, const Question *asked, const Array *ranks,
                const Array *result)
{
    size_t cells = moves->movers * moves->states, concepts = 0;
    for (unsigned c = 0; c < CONCEPTS; c++)
        concepts += asked->concepts >> c & 1;
    if (ranks->item > 2 || asked->concepts >> CONCEPTS || ranks->length != cells * asked->profiles)
        return 0;
    switch (asked->kind) {
    case STABLE:
        return result->item == 1 && result->length == concepts * ranks->length;
    case EQUILIBRIA:
        return result->item == 1 &&
               result->length == concepts * moves->states * asked->profiles;
    case COUNTS:
        return result->item == 4 && result->length == concepts * moves->states &&
               asked->profiles <= UINT32_MAX;
    default: return 0;
    }
}

static int answered(const Array *plan, const Array *ranks, Array *result, Question *asked)
{
    const uint32_t *numbers = plan->view.buf;
    Moves moves;
    int answer = -2;
    if (plan->item != 4 || plan->length < 2 || numbers[0] > (plan->length - 2) / SECTIONS)
        return -2;
    Mover *movers = malloc((numbers[0] + 1) * sizeof(Mover));
    if (!movers)
        return -1;
    if (read_moves(plan, &moves, movers)) {
        asked->profiles = ranks->length / (moves.movers * moves.states);
        asked->result = result->view.buf;
        if (fits(&moves, asked, ranks, result))
            answer = decided(&moves, asked, ranks);
    }
    free(movers);
    return answer;
}

PyObject *decide_profiles(PyObject *module, PyObject *arguments)
{
    PyObject *objects[3];
    Array plan, ranks, result;
    Question asked = {0};
    int answer = -2;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "OOIiO:decide_profiles", objects, objects + 1,
                          &asked.concepts, &asked.kind, objects + 2))
        return NULL;
    if (array_open(&plan, objects[0], 0, "plan") < 0)
        return NULL;
    if (array_open(&ranks, objects[1], 0, "ranks") < 0)
        goto plan;
    if (array_open(&result, objects[2], 1, "result") < 0)
        goto ranks;
    Py_BEGIN_ALLOW_THREADS
    answer = answered(&plan, &ranks, &result, &asked);
    Py_END_ALLOW_THREADS
    array_close(&result);
ranks:
    array_close(&ranks);
plan:
    array_close(&plan);
    if (PyErr_Occurred())
        return NULL;
    if (answer == -1)
        return PyErr_NoMemory();
    if (answer < 0) {
        PyErr_SetString(PyExc_ValueError, "plan, ranks and result do not fit each other");
        return NULL;
    }
    Py_RETURN_NONE;
}
