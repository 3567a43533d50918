/* The sub-cube of one value of the focal decision maker's own options, and who moves in it. */

#ifndef SATUMEJA_CUBE_H
#define SATUMEJA_CUBE_H

#include "kernel.h"

#define MOST_MOVERS 32

typedef struct {
    const uint16_t *order; /* of all blocks of the whole cube, from best to worst */
    unsigned start, width; /* of its options among those of a sub-cube */
    unsigned gap;          /* where the focal one's options lie in the number of a block */
    int ties;              /* whether any states of a block tie */
    size_t sets;           /* how many sets of one-way options can be spent; 1: none is one-way */
    uint16_t *spent;       /* for own options the number of the set that they have spent */
    size_t stride;         /* how far apart in memory states are that differ in the lowest */
    uint32_t *bases;       /* where in memory each block begins */
    unsigned char *stale;  /* whether something in the block was lowered by another */
} Mover;

typedef struct {
    size_t cells;
    unsigned start, width; /* of the focal one's options among all */
    int count;
    Mover movers[MOST_MOVERS];
    unsigned run;          /* of so many lowest options states are side by side in memory, */
    const uint32_t *bases; /* and each such run begins here */
    void *pairs;           /* two values a state */
    unsigned top;          /* where the focal one's options lie in the arrays of Focal */
    void *after;           /* values of the states of a block, before they are written */
    void *running;         /* as many pairs as anybody has sets of spent options */
    uint16_t *lowered;     /* own options of states of a block that were just lowered */
} Cube;

/* What a closing begins with, under two concepts, and what is made of it. */
typedef struct {
    const void *ranks, *values[2];
    int by_block[2]; /* whether these have one number for a whole block of the focal one */
    void *out[2];    /* or NULL, where a concept is not asked for */
    int by_best;     /* whether out takes one number for a block: the best of its states */
} Focal;

/* Make room in a number for `width` bits from `start` on. */
static inline size_t spread(size_t number, unsigned start, unsigned width)
{
    size_t low = ((size_t)1 << start) - 1;
    return (number & ~low) << width | (number & low);
}

/* Where the arrays of Focal have a state of a sub-cube. */
static inline size_t place_of(const Cube *cube, size_t cell, size_t value)
{
    return spread(cell, cube->top, cube->width) | value << cube->top;
}

/* Close all sub-cubes; `item` is how many bytes a value has. */
void close_cube(Cube *cube, const Focal *focal, size_t item);

#endif
