/* Sort the states of each block of a decision maker, best first.
 *
 * A block is the 2 ** width states that differ in the decision maker's own options, which are
 * neighbouring bits of a state. Sixteen blocks are sorted side by side by a network: the same
 * comparisons for all of them, whatever the data, so that a compiler makes one instruction of
 * several and no branch is ever guessed wrong. */

#include "kernel.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS 16

#define KEY uint32_t
#define RANK uint8_t
#include "sorting_of.h"
#undef RANK
#define RANK uint16_t
#include "sorting_of.h"
#undef RANK
#define RANK uint32_t
#include "sorting_of.h"
#undef KEY
#define KEY uint64_t
#include "sorting_of.h"
#undef KEY
#undef RANK

WIDE_REGISTERS static uint32_t highest(const uint32_t *ranks, size_t length)
{
    uint32_t most = 0;
    for (size_t k = 0; k < length; k++)
        most = ranks[k] > most ? ranks[k] : most;
    return most;
}

/* Sort all blocks into `order`; 0 or 1: whether any states of a block tie. -1: no memory. */
static int sorted(const Array *ranks, unsigned start, unsigned width, uint16_t *order)
{
    const size_t rows = (size_t)1 << width, blocks = ranks->length >> width;
    const void *of = ranks->view.buf;
    const uint64_t most = ranks->item == 1   ? UINT8_MAX
                          : ranks->item == 2 ? UINT16_MAX
                                             : highest(of, ranks->length);
    const int is_wide = most >> (32 - width) != 0;
    void *room = malloc(rows * COLUMNS * (is_wide ? sizeof(uint64_t) : sizeof(uint32_t)));
    uint16_t *flagged = malloc(rows * COLUMNS * sizeof *flagged);
    int ties = -1;
    if (room && flagged) {
        if (ranks->item == 1)
            ties = (int)sort_all_uint8_t_uint32_t(of, blocks, start, width, most, room, flagged, order);
        else if (ranks->item == 2)
            ties = (int)sort_all_uint16_t_uint32_t(of, blocks, start, width, most, room, flagged, order);
        else if (!is_wide)
            ties = (int)sort_all_uint32_t_uint32_t(of, blocks, start, width, most, room, flagged, order);
        else
            ties = (int)sort_all_uint32_t_uint64_t(of, blocks, start, width, most, room, flagged, order);
    }
    free(room);
    free(flagged);
    return ties;
}

PyObject *sort_blocks(PyObject *module, PyObject *arguments)
{
    (void)module;
    PyObject *ranks_object, *order_object;
    Array ranks, order;
    unsigned int start, width;
    int ties = -1;
    if (!PyArg_ParseTuple(arguments, "OIIO", &ranks_object, &start, &width, &order_object))
        return NULL;
    if (array_open(&ranks, ranks_object, 0, "ranks") < 0)
        return NULL;
    if (array_open(&order, order_object, 1, "order") < 0) {
        array_close(&ranks);
        return NULL;
    }
    if (width > WIDEST || start > 31 || ranks.length == 0 ||
        ranks.length % ((size_t)1 << (start + width)) || order.item != sizeof(uint16_t) ||
        order.length != ranks.length) {
        PyErr_SetString(PyExc_ValueError, "sort_blocks: arrays or numbers that do not fit");
    } else {
        Py_BEGIN_ALLOW_THREADS
        ties = sorted(&ranks, start, width, order.view.buf);
        Py_END_ALLOW_THREADS
        if (ties < 0)
            PyErr_NoMemory();
    }
    array_close(&order);
    array_close(&ranks);
    return ties < 0 ? NULL : PyBool_FromLong(ties);
}
