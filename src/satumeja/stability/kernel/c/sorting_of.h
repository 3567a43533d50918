/* Sort blocks by ranks of one type, in keys wide enough for them: included once for each RANK
 * and KEY. A key is a rank turned round and, below it, the own options of the state. */

#define JOINED_(name, rank, key) name##_##rank##_##key
#define JOINED(name, rank, key) JOINED_(name, rank, key)
#define OF(name) JOINED(name, RANK, KEY)

#define SORT OF(sort)
#include "network_of.h"
#undef SORT

/* Put the ranks of sixteen blocks into the columns of a tile, as keys. */
static INLINED void OF(fill)(KEY *tile, const RANK *ranks, size_t first, size_t blocks,
                             unsigned start, unsigned width, KEY most)
{
    const size_t rows = (size_t)1 << width, inner = ((size_t)1 << start) - 1;
    size_t begin[COLUMNS];
    for (size_t c = 0; c < COLUMNS; c++) {
        /* Too few blocks for all columns: the last one is sorted again, and not kept. */
        size_t block = first + c < blocks ? first + c : blocks - 1;
        begin[c] = (block & ~inner) << width | (block & inner);
    }
    for (size_t row = 0; row < rows; row++) {
        RANK some[COLUMNS];
        if (inner >= COLUMNS - 1) /* side by side in memory */
            memcpy(some, ranks + begin[0] + (row << start), sizeof some);
        else
            for (size_t c = 0; c < COLUMNS; c++)
                some[c] = ranks[begin[c] + (row << start)];
        for (size_t c = 0; c < COLUMNS; c++) {
            /* The best first; the infeasible, which have no rank, before them. */
            KEY rank = some[c], turned = rank ? (KEY)(most + 1 - rank) : 0;
            tile[row * COLUMNS + c] = (KEY)(turned << width | row);
        }
    }
}

/* Turn sorted keys into own options that are flagged where the rank is that of the row above. */
static INLINED unsigned OF(flag)(const KEY *tile, uint16_t *flagged, size_t rows, unsigned width)
{
    unsigned ties = 0;
    KEY above[COLUMNS] = {0}; /* 0: infeasible, which tie with nobody */
    for (size_t row = 0; row < rows; row++) {
        for (size_t c = 0; c < COLUMNS; c++) {
            KEY key = tile[row * COLUMNS + c], rank = key >> width;
            unsigned tie = (unsigned)(rank == above[c]) & (unsigned)(rank != 0);
            flagged[row * COLUMNS + c] = (uint16_t)((key & (rows - 1)) | tie * TIE);
            above[c] = rank;
            ties |= tie;
        }
    }
    return ties;
}

WIDE_REGISTERS static unsigned OF(sort_all)(const RANK *ranks, size_t blocks, unsigned start,
                                            unsigned width, size_t most, void *room,
                                            uint16_t *flagged, uint16_t *order)
{
    const size_t rows = (size_t)1 << width;
    KEY *tile = room;
    unsigned ties = 0;
    for (size_t first = 0; first < blocks; first += COLUMNS) {
        OF(fill)(tile, ranks, first, blocks, start, width, (KEY)most);
        OF(sort)(tile, rows);
        ties |= OF(flag)(tile, flagged, rows, width);
        size_t columns = blocks - first < COLUMNS ? blocks - first : COLUMNS;
        for (size_t c = 0; c < columns; c++)
            for (size_t row = 0; row < rows; row++)
                order[(first + c) * rows + row] = flagged[row * COLUMNS + c];
    }
    return ties;
}

#undef OF
#undef JOINED
#undef JOINED_
