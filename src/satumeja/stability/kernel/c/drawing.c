/* Draw many orders of some things: sort each row of random numbers, and say what came where.
 *
 * A number of 64 bits is a key. The highest of its bits that leave room for the place of the key
 * in its row are sorted with that place, COLUMNS rows side by side by a network: the same
 * comparisons whatever the numbers. Where keys agree in these bits, which is rare, the row is
 * drawn again and put right by whole keys. So the order is that of a stable sort. */

#include "kernel.h"

#include "chance.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS 32
#define AT_ONCE 4    /* rows drawn side by side */
#define LARGEST 4096 /* things in a row: a tile of them stays in the cache */
#define PRECISION 11 /* bits of a number that a fraction of 53 bits lacks */

typedef struct {
    Wide state; /* at the first row to come */
    Wide increment;
    Steps row, line; /* to the next row of keys, to the next line of ties */
    size_t size, count;
    uint64_t ties; /* neighbours tie whose fraction is below so many 2 ** -53ths; 0: none do */
    uint32_t places; /* the bits of a place */
    uint32_t *keys;  /* by place in the row and column: high bits, then a place */
    uint64_t *whole; /* one row */
    uint16_t *classes; /* by place in the order and column: the rank it has with ties */
} Draw;

#define KEY uint32_t
#define SORT merge_exchange
#include "network_of.h"

WIDE_REGISTERS static void sort_columns(uint32_t *keys, size_t count)
{
    merge_exchange(keys, count);
}

/* Draw the keys of AT_ONCE rows, the first of which begins at the state. */
static void draw_rows(Draw *draw, uint32_t *keys, Wide *starts)
{
    const Wide inc = draw->increment;
    const uint32_t high = ~draw->places;
    const size_t size = draw->size;
    Wide a = draw->state, b = after(a, draw->row), c = after(b, draw->row), d = after(c, draw->row);
    starts[0] = a, starts[1] = b, starts[2] = c, starts[3] = d;
    for (size_t i = 0; i < size; i++, keys += COLUMNS) {
        a = next(a, inc), b = next(b, inc), c = next(c, inc), d = next(d, inc);
        keys[0] = ((uint32_t)(number(a) >> 32) & high) | (uint32_t)i;
        keys[1] = ((uint32_t)(number(b) >> 32) & high) | (uint32_t)i;
        keys[2] = ((uint32_t)(number(c) >> 32) & high) | (uint32_t)i;
        keys[3] = ((uint32_t)(number(d) >> 32) & high) | (uint32_t)i;
    }
    draw->state = d;
}

/* Put a sorted column right by the whole keys of its row. */
static void mend_column(const Draw *draw, uint32_t *keys, Wide start)
{
    for (size_t i = 0; i < draw->size; i++) {
        start = next(start, draw->increment);
        draw->whole[i] = number(start);
    }
    for (size_t i = 1; i < draw->size; i++) {
        uint32_t key = keys[i * COLUMNS];
        size_t j = i;
        for (; j > 0; j--) {
            uint32_t above = keys[(j - 1) * COLUMNS];
            if (draw->whole[above & draw->places] <= draw->whole[key & draw->places])
                break;
            keys[j * COLUMNS] = above;
        }
        keys[j * COLUMNS] = key;
    }
}

/* Flag the columns in which the bits that were sorted do not tell neighbours apart. */
WIDE_REGISTERS static void flag_alike(const Draw *draw, uint32_t *alike)
{
    const uint32_t high = ~draw->places;
    for (size_t i = 1; i < draw->size; i++) {
        const uint32_t *upper = draw->keys + (i - 1) * COLUMNS, *lower = upper + COLUMNS;
        for (int c = 0; c < COLUMNS; c++)
            alike[c] |= ((upper[c] ^ lower[c]) & high) == 0;
    }
}

static void mend_columns(const Draw *draw, const Wide *starts, size_t columns)
{
    uint32_t alike[COLUMNS] = {0};
    flag_alike(draw, alike);
    for (size_t c = 0; c < columns; c++)
        if (alike[c])
            mend_column(draw, draw->keys + c, starts[c]);
}

/* Draw which neighbours tie in COLUMNS orders, from the state of the first of them on. */
static void draw_classes(Draw *draw, Wide state)
{
    uint16_t ranks[COLUMNS] = {0};
    for (size_t i = 0; i < draw->size; i++, state = after(state, draw->line)) {
        Wide at = state;
        for (int c = 0; c < COLUMNS; c++) {
            at = next(at, draw->increment);
            ranks[c] += i == 0 || number(at) >> PRECISION >= draw->ties;
        }
        memcpy(draw->classes + i * COLUMNS, ranks, sizeof ranks);
    }
}

/* Turn the sorted places of a row of the tile into ranks. */
static void rank_places(const Draw *draw, const uint32_t *keys, uint16_t *ranks)
{
    const uint32_t places = draw->places;
    if (draw->ties)
        for (size_t c = 0; c < COLUMNS; c++)
            ranks[c] = draw->classes[(keys[c] & places) * COLUMNS + c];
    else
        for (size_t c = 0; c < COLUMNS; c++)
            ranks[c] = (uint16_t)((keys[c] & places) + 1);
}

/* Write a tile of ranks into columns `first` and on. */
WIDE_REGISTERS static void write_ranks(const Draw *draw, const Array *result, size_t first,
                                       size_t columns)
{
    uint16_t ranks[COLUMNS];
    uint8_t narrow[COLUMNS];
    char *to = (char *)result->view.buf + first * result->item;
    for (size_t i = 0; i < draw->size; i++, to += draw->count * result->item) {
        rank_places(draw, draw->keys + i * COLUMNS, ranks);
        for (size_t c = 0; c < COLUMNS; c++)
            narrow[c] = (uint8_t)ranks[c];
        memcpy(to, result->item == 1 ? (void *)narrow : (void *)ranks, columns * result->item);
    }
}

static void draw_all(Draw *draw, const Array *ranks)
{
    Wide starts[COLUMNS];
    Wide lines = after(draw->state, many_steps(draw->increment, draw->size * draw->count));
    Steps tile = many_steps(draw->increment, COLUMNS);
    for (size_t first = 0; first < draw->count; first += COLUMNS) {
        size_t columns = draw->count - first < COLUMNS ? draw->count - first : COLUMNS;
        for (size_t c = 0; c < columns; c += AT_ONCE)
            draw_rows(draw, draw->keys + c, starts + c);
        sort_columns(draw->keys, draw->size);
        mend_columns(draw, starts, columns);
        if (draw->ties)
            draw_classes(draw, lines);
        write_ranks(draw, ranks, first, columns);
        lines = after(lines, tile);
    }
}

/* Draw without Python's lock: 0, or -1 where there is no memory. */
static int drawn(Draw *draw, const Array *ranks)
{
    size_t cells = draw->size * COLUMNS;
    /* Keys of columns that are not drawn are sorted as well, and not looked at. */
    draw->keys = calloc(cells, sizeof *draw->keys);
    draw->whole = malloc(draw->size * sizeof *draw->whole);
    draw->classes = malloc(cells * sizeof *draw->classes);
    int answer = draw->keys && draw->whole && draw->classes ? 0 : -1;
    if (!answer) {
        draw->row = many_steps(draw->increment, draw->size);
        draw->line = many_steps(draw->increment, draw->count);
        for (draw->places = 1; draw->places + 1 < draw->size;)
            draw->places = 2 * draw->places + 1;
        draw_all(draw, ranks);
    }
    free(draw->keys);
    free(draw->whole);
    free(draw->classes);
    return answer;
}

PyObject *draw_ranks(PyObject *module, PyObject *arguments)
{
    unsigned long long state[4], ties;
    Py_ssize_t size;
    PyObject *object;
    Array ranks;
    int answer = -1;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "KKKKKnO:draw_ranks", state, state + 1, state + 2,
                          state + 3, &ties, &size, &object) ||
        array_open(&ranks, object, 1, "ranks") < 0)
        return NULL;
    if (size < 1 || size > LARGEST || ranks.length % (size_t)size || ranks.item > 2 ||
        (ranks.item == 1 && size > UINT8_MAX)) {
        PyErr_SetString(PyExc_ValueError, "ranks do not fit the size of an order");
    } else {
        Draw draw = {.state = wide(state[0], state[1]),
                     .increment = wide(state[2], state[3]),
                     .size = (size_t)size,
                     .count = ranks.length / (size_t)size,
                     .ties = ties};
        Py_BEGIN_ALLOW_THREADS
        answer = drawn(&draw, &ranks);
        Py_END_ALLOW_THREADS
        if (answer < 0)
            PyErr_NoMemory();
    }
    array_close(&ranks);
    if (answer < 0)
        return NULL;
    Py_RETURN_NONE;
}
