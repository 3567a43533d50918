/* Chains of improvements in a cube: the lowest values that they lead to.
 *
 * The opponents of a decision maker, the focal one, never change its own options. So each value
 * of these is a sub-cube by itself, of so few states that they stay in a cache while the
 * opponents take all of their turns; one is closed after another in the same place.
 *
 * A block of an opponent is sorted from best to worst, so that one pass from the top lowers each
 * state to the lowest value of those it improves to. */

#include "cube.h"

#include <string.h>

#define FULL_ROUNDS 2

/* Mark the blocks of all others that lowered states of a mover's block are in. */
static void mark(Cube *cube, const Mover *mover, size_t number, size_t count)
{
    size_t state = spread(number, mover->start, mover->width);
    for (int k = 0; k < cube->count; k++) {
        Mover *other = &cube->movers[k];
        if (other == mover)
            continue;
        /* Its blocks are numbered by the options of a state without its own. */
        size_t low = ((size_t)1 << other->start) - 1;
        size_t first = (state >> other->width & ~low) | (state & low);
        unsigned shift = mover->start > other->start ? mover->start - other->width : mover->start;
        for (size_t p = 0; p < count; p++)
            other->stale[first | (size_t)cube->lowered[p] << shift] = 1;
    }
}

/* All blocks of all movers but the last, who has just gone through its own. */
static void all_stale(Cube *cube)
{
    for (int k = 0; k < cube->count - 1; k++)
        memset(cube->movers[k].stale, 1, cube->cells >> cube->movers[k].width);
}

#define VALUE uint8_t
#include "chains_of.h"
#undef VALUE
#define VALUE uint16_t
#include "chains_of.h"
#undef VALUE
#define VALUE uint32_t
#include "chains_of.h"
#undef VALUE

void close_cube(Cube *cube, const Focal *focal, size_t item)
{
    if (item == sizeof(uint8_t))
        decide_uint8_t(cube, focal);
    else if (item == sizeof(uint16_t))
        decide_uint16_t(cube, focal);
    else
        decide_uint32_t(cube, focal);
}
