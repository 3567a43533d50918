/* Sort the states of each block of a decision maker, best first.
 *
 * A block is the 2 ** width states that differ in the decision maker's own options, which are
 * neighbouring bits of a state. Sixteen blocks are sorted side by side by a network: the same
 * comparisons for all of them, whatever the data, so that a compiler makes one instruction of
 * several and no branch is ever guessed wrong. */

#include "kernel.h"

#include <stdlib.h>

#define COLUMNS 16
#define WIDEST 15 /* own options: an order is fifteen bits, and one that flags ties */
#define TIE 0x8000u

/* Merge exchange (Batcher; Knuth's algorithm 5.2.2M): each pair of rows in its order.
 * `KEY` is the type of keys; a row is COLUMNS of them. */
#define NETWORK(NAME, KEY)                                                                    \
    WIDE_REGISTERS static void NAME(KEY *rows, size_t count)                                  \
    {                                                                                         \
        for (size_t p = count >> 1; p > 0; p >>= 1) {                                         \
            size_t q = count >> 1, r = 0, d = p;                                              \
            for (;;) {                                                                        \
                for (size_t i = 0; i + d < count; i++) {                                      \
                    if ((i & p) != r)                                                         \
                        continue;                                                             \
                    KEY *upper = rows + i * COLUMNS, *lower = rows + (i + d) * COLUMNS;       \
                    for (int c = 0; c < COLUMNS; c++) {                                       \
                        KEY a = upper[c], b = lower[c];                                       \
                        upper[c] = a < b ? a : b;                                             \
                        lower[c] = a < b ? b : a;                                             \
                    }                                                                         \
                }                                                                             \
                if (q == p)                                                                   \
                    break;                                                                    \
                d = q - p;                                                                    \
                q >>= 1;                                                                      \
                r = p;                                                                        \
            }                                                                                 \
        }                                                                                     \
    }

NETWORK(sort_narrow, uint32_t)
NETWORK(sort_wide, uint64_t)

static uint32_t rank_at(const Array *ranks, size_t place)
{
    switch (ranks->item) {
    case 1: return ((const uint8_t *)ranks->view.buf)[place];
    case 2: return ((const uint16_t *)ranks->view.buf)[place];
    default: return ((const uint32_t *)ranks->view.buf)[place];
    }
}

static uint32_t highest(const Array *ranks)
{
    uint32_t most = 0;
    for (size_t k = 0; k < ranks->length; k++)
        if (rank_at(ranks, k) > most)
            most = rank_at(ranks, k);
    return most;
}

/* Sort all blocks into `order`; 0 or 1: whether any states of a block tie. -1: no memory. */
static int sorted(const Array *ranks, unsigned start, unsigned width, uint16_t *order)
{
    const size_t rows = (size_t)1 << width, blocks = ranks->length >> width;
    const size_t inner = ((size_t)1 << start) - 1;
    const uint64_t most = highest(ranks), own = rows - 1;
    const int is_narrow = most < (uint64_t)1 << (32 - width);
    uint32_t *narrow = malloc(rows * COLUMNS * (is_narrow ? sizeof(uint32_t) : sizeof(uint64_t)));
    uint64_t *wide = (uint64_t *)narrow;
    int ties = 0;
    if (!narrow)
        return -1;
    for (size_t first = 0; first < blocks; first += COLUMNS) {
        for (size_t c = 0; c < COLUMNS; c++) {
            /* Too few blocks for all columns: the last one is sorted again, and not kept. */
            size_t block = first + c < blocks ? first + c : blocks - 1;
            size_t base = ((block & ~inner) << width) | (block & inner);
            for (size_t row = 0; row < rows; row++) {
                uint64_t rank = rank_at(ranks, base + (row << start));
                /* The best first; the infeasible, which have no rank, before them. */
                uint64_t key = (rank ? most + 1 - rank : 0) << width | row;
                if (is_narrow)
                    narrow[row * COLUMNS + c] = (uint32_t)key;
                else
                    wide[row * COLUMNS + c] = key;
            }
        }
        if (is_narrow)
            sort_narrow(narrow, rows);
        else
            sort_wide(wide, rows);
        for (size_t c = 0; c < COLUMNS && first + c < blocks; c++) {
            uint16_t *sorted_block = order + (first + c) * rows;
            uint64_t above = 0; /* the rank as a key of the row above; 0: infeasible, ties none */
            for (size_t row = 0; row < rows; row++) {
                size_t at = row * COLUMNS + c;
                uint64_t key = is_narrow ? narrow[at] : wide[at];
                unsigned tie = key >> width == above && above;
                sorted_block[row] = (uint16_t)((key & own) | (tie ? TIE : 0));
                above = key >> width;
                ties |= (int)tie;
            }
        }
    }
    free(narrow);
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
