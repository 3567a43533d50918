/* The stream of PCG64 (M. O'Neill's PCG XSL RR 128/64), bit for bit as numpy gives it.
 *
 * The state is a number of 128 bits that is multiplied and added to at each step, so any number
 * of steps is one multiplication and one addition as well: a stream can be read at several
 * places side by side, which a processor does in the time of one. */

#ifndef SATUMEJA_CHANCE_H
#define SATUMEJA_CHANCE_H

#include <stdint.h>

#if defined(__SIZEOF_INT128__)
typedef unsigned __int128 Wide;

static inline Wide wide(uint64_t high, uint64_t low) { return (Wide)high << 64 | low; }
static inline uint64_t high_of(Wide a) { return (uint64_t)(a >> 64); }
static inline uint64_t low_of(Wide a) { return (uint64_t)a; }
static inline Wide sum(Wide a, Wide b) { return a + b; }
static inline Wide product(Wide a, Wide b) { return a * b; }
#else
typedef struct {
    uint64_t high, low;
} Wide;

static inline Wide wide(uint64_t high, uint64_t low)
{
    Wide result = {high, low};
    return result;
}

static inline uint64_t high_of(Wide a) { return a.high; }
static inline uint64_t low_of(Wide a) { return a.low; }

static inline Wide sum(Wide a, Wide b)
{
    uint64_t low = a.low + b.low;
    return wide(a.high + b.high + (low < a.low), low);
}

static inline Wide product(Wide a, Wide b)
{
    uint64_t a0 = (uint32_t)a.low, a1 = a.low >> 32, b0 = (uint32_t)b.low, b1 = b.low >> 32;
    uint64_t middle = a1 * b0 + (a0 * b0 >> 32), other = a0 * b1 + (uint32_t)middle;
    uint64_t carried = a1 * b1 + (middle >> 32) + (other >> 32);
    return wide(carried + a.high * b.low + a.low * b.high, a.low * b.low);
}
#endif

#define FACTOR wide(2549297995355413924ULL, 4865540595714422341ULL)

/* So many steps at once: multiply, then add. */
typedef struct {
    Wide factor, addend;
} Steps;

static inline Wide after(Wide state, Steps steps)
{
    return sum(product(steps.factor, state), steps.addend);
}

/* One step; the factor being a constant, a compiler keeps it where it needs it. */
static inline Wide next(Wide state, Wide increment)
{
    return sum(product(FACTOR, state), increment);
}

/* One step after others is again of that kind. */
static inline Steps combined(Steps first, Steps then)
{
    Steps result = {product(first.factor, then.factor), after(first.addend, then)};
    return result;
}

static inline Steps many_steps(Wide increment, uint64_t count)
{
    Steps result = {wide(0, 1), wide(0, 0)}, one = {FACTOR, increment};
    for (; count; count >>= 1) {
        if (count & 1)
            result = combined(result, one);
        one = combined(one, one);
    }
    return result;
}

/* The number that a state gives. */
static inline uint64_t number(Wide state)
{
    uint64_t mixed = high_of(state) ^ low_of(state);
    unsigned turn = (unsigned)(high_of(state) >> 58);
    return mixed >> turn | mixed << (-turn & 63);
}

#endif
