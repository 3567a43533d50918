/* Read from Python who moves in a cube, check it, and lay out a sub-cube in memory. */

#include "cube.h"

#include <stdlib.h>
#include <string.h>

#define MOST_OPTIONS 31 /* so that places of states, with some room between, have 32 bits */
#define LINE 64         /* bytes of a line of a cache */

/* What one call has borrowed and allocated, to be given back whatever happens. */
typedef struct {
    Array arrays[MOST_MOVERS + 5];
    int borrowed;
    void *copies[3];
    int copied;
    Cube cube;
    Focal focal;
    unsigned options;
    size_t item;
} Call;

static void call_end(Call *call)
{
    for (int k = 0; k < call->cube.count; k++) {
        free(call->cube.movers[k].stale);
        free(call->cube.movers[k].spent);
        free(call->cube.movers[k].bases);
    }
    free(call->cube.pairs);
    free(call->cube.running);
    free(call->cube.after);
    free(call->cube.lowered);
    while (call->copied)
        free(call->copies[--call->copied]);
    while (call->borrowed)
        array_close(&call->arrays[--call->borrowed]);
}

static int refused(PyObject *kind, const char *why)
{
    PyErr_Format(kind, "chains: %s", why);
    return -1;
}

/* Borrow an array of the length given, or of the shorter one. */
static const void *borrow(Call *call, PyObject *object, int writable, size_t item, size_t length,
                          size_t shorter, int *is_shorter)
{
    Array *array = &call->arrays[call->borrowed];
    if (array_open(array, object, writable, "chains") < 0)
        return NULL;
    call->borrowed++;
    if (array->item != item || (array->length != length && array->length != shorter)) {
        refused(PyExc_ValueError, "an array of another kind or size");
        return NULL;
    }
    if (is_shorter)
        *is_shorter = array->length != length;
    return array->view.buf;
}

/* Number the sets of one-way options that can be spent, by the own options of a state. */
static int number_sets(Mover *mover, unsigned one_way, unsigned back)
{
    size_t states = (size_t)1 << mover->width;
    mover->sets = 1;
    for (unsigned k = 0; k < mover->width; k++)
        if (one_way >> k & 1)
            mover->sets <<= 1;
    mover->spent = calloc(states, sizeof *mover->spent);
    if (!mover->spent)
        return -1;
    for (size_t own = 0; own < states; own++) {
        unsigned bit = 0;
        for (unsigned k = 0; k < mover->width; k++)
            if (one_way >> k & 1)
                mover->spent[own] |= (uint16_t)(((own ^ back) >> k & 1) << bit++);
    }
    return 0;
}

static int read_mover(Call *call, PyObject *object)
{
    PyObject *order;
    unsigned start, width, one_way, back;
    int ties;
    Cube *cube = &call->cube;
    Mover *mover = &cube->movers[cube->count];
    if (!PyTuple_Check(object) ||
        !PyArg_ParseTuple(object, "OIIpII", &order, &start, &width, &ties, &one_way, &back))
        return refused(PyExc_TypeError, "a mover is an order and five numbers");
    /* In the order of their options, without a gap but for the focal one's. */
    const Mover *last = cube->count ? mover - 1 : NULL;
    unsigned expected = last ? last->start + last->width : 0;
    int is_above = expected >= cube->start;
    if (start != expected + (is_above ? cube->width : 0) || start > call->options ||
        width == 0 || width > WIDEST || width > call->options - start ||
        (!is_above && start + width > cube->start))
        return refused(PyExc_ValueError, "movers whose options do not fit");
    size_t all = (size_t)1 << call->options;
    mover->order = borrow(call, order, 0, sizeof *mover->order, all, all, NULL);
    if (!mover->order)
        return -1;
    cube->count++;
    mover->start = expected;
    mover->width = width;
    mover->gap = is_above ? cube->start : cube->start - width;
    mover->ties = ties;
    mover->stale = malloc(cube->cells >> width);
    mover->bases = malloc((cube->cells >> width) * sizeof *mover->bases);
    if (!mover->stale || !mover->bases || number_sets(mover, one_way, back) < 0) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

/* Lay out the states of a sub-cube. Neighbours of a block far apart in memory by a power of two
 * would share few lines of a cache: a line is left free after so many states. */
static size_t lay_out(Cube *cube, size_t pair)
{
    size_t stride = 1, size = 1;
    for (int k = 0; k < cube->count; k++) {
        Mover *mover = &cube->movers[k];
        mover->stride = stride;
        size += (((size_t)1 << mover->width) - 1) * stride;
        stride <<= mover->width;
        if (stride * pair >= 8 * LINE)
            stride += LINE / pair;
    }
    for (int k = 0; k < cube->count; k++) {
        Mover *mover = &cube->movers[k];
        size_t done = 1;
        mover->bases[0] = 0;
        for (int j = 0; j < cube->count; j++)
            for (unsigned bit = 0; bit < cube->movers[j].width && j != k; bit++, done <<= 1)
                for (size_t block = 0; block < done; block++)
                    mover->bases[done + block] =
                        (uint32_t)(mover->bases[block] + (cube->movers[j].stride << bit));
    }
    return size;
}

static int read_movers(Call *call, PyObject *movers)
{
    static const uint32_t alone[] = {0};
    Cube *cube = &call->cube;
    Py_ssize_t count = PyTuple_Size(movers);
    if (count < 0 || count > MOST_MOVERS)
        return refused(PyExc_ValueError, "too many movers");
    size_t sets = 1, rows = 1, covered = 1;
    for (Py_ssize_t k = 0; k < count; k++) {
        if (read_mover(call, PyTuple_GetItem(movers, k)) < 0)
            return -1;
        const Mover *mover = &cube->movers[k];
        sets = mover->sets > sets ? mover->sets : sets;
        rows = (size_t)1 << mover->width > rows ? (size_t)1 << mover->width : rows;
        covered <<= mover->width;
    }
    if (covered != cube->cells)
        return refused(PyExc_ValueError, "options that are nobody's");
    cube->run = count ? cube->movers[0].width : 0;
    cube->bases = count ? cube->movers[0].bases : alone;
    size_t size = lay_out(cube, 2 * call->item);
    cube->pairs = malloc(size * 2 * call->item);
    cube->running = malloc(sets * 2 * call->item);
    cube->after = malloc(rows * 2 * call->item);
    cube->lowered = malloc(rows * sizeof *cube->lowered);
    if (!cube->pairs || !cube->running || !cube->after || !cube->lowered) {
        PyErr_NoMemory();
        return -1;
    }
    return 0;
}

static int read_focal(Call *call, PyObject *ranks, PyObject *values[2], PyObject *out[2])
{
    Focal *focal = &call->focal;
    Cube *cube = &call->cube;
    Array *array = &call->arrays[0];
    if (array_open(array, ranks, 0, "chains") < 0)
        return -1;
    call->borrowed = 1;
    focal->ranks = array->view.buf;
    call->item = array->item;
    while (call->options < MOST_OPTIONS && (size_t)1 << call->options < array->length)
        call->options++;
    size_t all = (size_t)1 << call->options;
    if (array->length != all || cube->width > call->options ||
        cube->start > call->options - cube->width)
        return refused(PyExc_ValueError, "ranks or options that do not fit");
    cube->cells = all >> cube->width;
    size_t kept = focal->by_best ? cube->cells : all;
    for (int k = 0; k < 2; k++) {
        focal->values[k] =
            borrow(call, values[k], 0, array->item, all, cube->cells, &focal->by_block[k]);
        if (!focal->values[k])
            return -1;
        if (out[k] == Py_None)
            continue;
        if (!borrow(call, out[k], 1, array->item, kept, kept, NULL))
            return -1;
        focal->out[k] = call->arrays[call->borrowed - 1].view.buf;
    }
    return 0;
}

/* Copy an array, by value of the lowest options, so that the states of each value are side by
 * side, as they are for whoever has other options. NULL: no memory. */
static const void *turned(Call *call, const void *array)
{
    const size_t values = (size_t)1 << call->cube.width, cells = call->cube.cells;
    const size_t item = call->item, some = LINE / item;
    char *copy = malloc(cells * values * item);
    if (!copy)
        return NULL;
    call->copies[call->copied++] = copy;
    /* Some cells at a time, so that a line is written whole; then they stay in a cache. */
    for (size_t first = 0; first < cells; first += some)
        for (size_t value = 0; value < values; value++)
            for (size_t cell = first; cell < first + some && cell < cells; cell++)
                memcpy(copy + (value * cells + cell) * item,
                       (const char *)array + (cell * values + value) * item, item);
    return copy;
}

/* Whether orders name nothing but states of a block: what does not would lead out of memory. */
static int orders_fit(const Call *call)
{
    size_t all = (size_t)1 << call->options;
    for (int k = 0; k < call->cube.count; k++) {
        const Mover *mover = &call->cube.movers[k];
        unsigned bits = 0, fit = (1u << mover->width) - 1;
        for (size_t place = 0; place < all; place++)
            bits |= mover->order[place];
        if (bits & ~(mover->ties ? fit | TIE : fit))
            return 0;
    }
    return 1;
}

/* Close without Python's lock; -1: no memory. */
static int closed(Call *call)
{
    Focal *focal = &call->focal;
    Cube *cube = &call->cube;
    const void *ranks = focal->ranks;
    cube->top = cube->start;
    if (cube->start == 0 && cube->width) {
        cube->top = call->options - cube->width;
        focal->ranks = turned(call, ranks);
        for (int k = 0; k < 2; k++) {
            if (focal->values[k] == ranks)
                focal->values[k] = focal->ranks;
            else if (!focal->by_block[k])
                focal->values[k] = turned(call, focal->values[k]);
        }
        if (!focal->ranks || !focal->values[0] || !focal->values[1])
            return -1;
    }
    close_cube(&call->cube, focal, call->item);
    return 0;
}

PyObject *chains(PyObject *module, PyObject *arguments)
{
    (void)module;
    PyObject *ranks, *values[2], *movers, *out[2], *answer = NULL;
    int fits, done = 0;
    Call *call = calloc(1, sizeof *call);
    if (!call)
        return PyErr_NoMemory();
    if (PyArg_ParseTuple(arguments, "OII(OO)O!(OO)p", &ranks, &call->cube.start,
                         &call->cube.width, &values[0], &values[1], &PyTuple_Type, &movers,
                         &out[0], &out[1], &call->focal.by_best) &&
        read_focal(call, ranks, values, out) == 0 && read_movers(call, movers) == 0) {
        Py_BEGIN_ALLOW_THREADS
        fits = orders_fit(call);
        if (fits)
            done = closed(call);
        Py_END_ALLOW_THREADS
        if (!fits)
            refused(PyExc_ValueError, "an order names no state");
        else
            answer = done < 0 ? PyErr_NoMemory() : Py_NewRef(Py_None);
    }
    call_end(call);
    free(call);
    return answer;
}
