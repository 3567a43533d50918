/* Chains of improvements over values of one type: included once for each VALUE. */

#define JOINED_(name, type) name##_##type
#define JOINED(name, type) JOINED_(name, type)
#define OF(name) JOINED(name, VALUE)

/* The lowest values so far of a state, under each of two concepts. */
typedef struct {
    VALUE lane[2];
} OF(Pair);

#define PAIR OF(Pair)
#define NONE ((VALUE) ~(VALUE)0) /* the highest there is: lowers nobody's value */

static inline PAIR OF(lower_of)(PAIR a, PAIR b)
{
    for (int k = 0; k < 2; k++)
        a.lane[k] = a.lane[k] < b.lane[k] ? a.lane[k] : b.lane[k];
    return a;
}

/* List the own options of a state in `lowered` if its values were; without a list do nothing. */
static INLINED void OF(note)(PAIR before, PAIR after, size_t own, uint16_t *lowered, size_t *count)
{
    if (!lowered)
        return;
    lowered[*count] = (uint16_t)own; /* stays if it is counted, else the next one replaces it */
    *count += (before.lane[0] != after.lane[0]) | (before.lane[1] != after.lane[1]);
}

/* Lower the states of a block, from the best to the worst, to the lowest that an improvement
 * leads to: what the better ones have. Return how many are listed. */
static INLINED size_t OF(lower_block)(PAIR *block, const Mover *mover, const uint16_t *order,
                                      uint16_t *lowered)
{
    size_t count = 0, rows = (size_t)1 << mover->width, stride = mover->stride;
    PAIR running = {{NONE, NONE}};
    for (size_t row = 0; row < rows; row++) {
        PAIR *pair = block + order[row] * stride, before = *pair;
        *pair = running = OF(lower_of)(running, before);
        OF(note)(before, running, order[row], lowered, &count);
    }
    return count;
}

/* The same where states tie: none of a class is an improvement on another. */
static INLINED size_t OF(lower_tied)(PAIR *block, const Mover *mover, const uint16_t *order,
                                     uint16_t *lowered)
{
    size_t count = 0, rows = (size_t)1 << mover->width, stride = mover->stride;
    PAIR running = {{NONE, NONE}}, above = running;
    for (size_t row = 0; row < rows; row++) {
        size_t own = order[row] & OWN;
        VALUE tied = (VALUE)(0 - (order[row] >> WIDEST)); /* all bits, or none */
        PAIR *pair = block + own * stride, before = *pair;
        for (int k = 0; k < 2; k++) /* without a branch, which would often be guessed wrong */
            above.lane[k] = (above.lane[k] & tied) | (running.lane[k] & (VALUE)~tied);
        *pair = OF(lower_of)(above, before);
        running = OF(lower_of)(running, *pair);
        OF(note)(before, *pair, own, lowered, &count);
    }
    return count;
}

/* The same where some of the mover's options are one-way. A state can go to those that have
 * spent the options that it has, and perhaps more: each set of spent ones has its running
 * value, of all states that have spent it. */
static INLINED size_t OF(lower_one_way)(PAIR *block, const Mover *mover, const uint16_t *order,
                                        PAIR *running, uint16_t *lowered)
{
    size_t count = 0, rows = (size_t)1 << mover->width, stride = mover->stride;
    for (size_t set = 0; set < mover->sets; set++)
        running[set] = (PAIR){{NONE, NONE}};
    for (size_t first = 0, next; first < rows; first = next) {
        /* A class of states that tie: all of it is lowered before worse ones see any. */
        for (next = first; next < rows && (next == first || order[next] & TIE); next++) {
            size_t own = order[next] & OWN;
            PAIR *pair = block + own * stride, before = *pair;
            *pair = OF(lower_of)(running[mover->spent[own]], before);
            OF(note)(before, *pair, own, lowered, &count);
        }
        for (size_t row = first; row < next; row++) {
            size_t own = order[row] & OWN, all = mover->spent[own], set = all;
            do { /* every subset of what it has spent */
                running[set] = OF(lower_of)(running[set], block[own * stride]);
                set = (set - 1) & all;
            } while (set != all);
        }
    }
    return count;
}

/* Let a mover lower its blocks: all of them, or with a list those in which another has lowered
 * something since its last turn. Return, with a list, whether any value was lowered. */
static INLINED int OF(turn)(Cube *cube, Mover *mover, size_t value, uint16_t *lowered)
{
    int is_lower = 0;
    size_t blocks = cube->cells >> mover->width;
    for (size_t number = 0; number < blocks; number++) {
        if (lowered && !mover->stale[number])
            continue;
        mover->stale[number] = 0;
        PAIR *block = (PAIR *)cube->pairs + mover->bases[number];
        /* The number of the block in the whole cube has the focal one's options in it. */
        size_t whole = spread(number, mover->gap, cube->width) | value << mover->gap;
        const uint16_t *order = mover->order + (whole << mover->width);
        size_t count =
            mover->sets > 1 ? OF(lower_one_way)(block, mover, order, cube->running, lowered)
            : mover->ties   ? OF(lower_tied)(block, mover, order, lowered)
                            : OF(lower_block)(block, mover, order, lowered);
        if (count) {
            mark(cube, mover, number, count);
            is_lower = 1;
        }
    }
    return is_lower;
}

/* Let the movers take turns until nothing is lowered. In the first rounds most states are, and
 * all blocks are gone through without asking; from then on few, and they are listed. */
static INLINED void OF(close)(Cube *cube, size_t value)
{
    int rounds = cube->count > 1 ? FULL_ROUNDS : 1;
    for (int turn = 0; turn < rounds * cube->count; turn++)
        OF(turn)(cube, &cube->movers[turn % cube->count], value, NULL);
    all_stale(cube);
    /* Moves of one mover join into one, so after its turn it is quiet itself. */
    for (int turn = 0, quiet = 1; quiet < cube->count; turn++) {
        Mover *mover = &cube->movers[turn % cube->count];
        quiet = OF(turn)(cube, mover, value, cube->lowered) ? 1 : quiet + 1;
    }
}

/* Close the sub-cube of each value of the focal one's own options, and keep what is asked for:
 * the lowest values, or the best that they leave to the focal one in each of its blocks. */
WIDE_REGISTERS static void OF(decide)(Cube *cube, const Focal *focal)
{
    PAIR *pairs = cube->pairs;
    size_t run = (size_t)1 << cube->run;
    for (size_t value = 0; value < (size_t)1 << cube->width; value++) {
        const VALUE *ranks = (const VALUE *)focal->ranks + value * cube->cells, *values[2];
        for (int k = 0; k < 2; k++)
            values[k] = (const VALUE *)focal->values[k] + (focal->by_block[k] ? 0 : value * cube->cells);
        for (size_t cell = 0; cell < cube->cells; cell++) {
            PAIR *pair = pairs + cube->bases[cell >> cube->run] + (cell & (run - 1));
            /* One less, so that the infeasible, of rank 0, have the highest value there is. */
            for (int k = 0; k < 2; k++)
                pair->lane[k] = ranks[cell] ? (VALUE)(values[k][cell] - 1) : NONE;
        }
        OF(close)(cube, value);
        for (int k = 0; k < 2; k++) {
            if (!focal->out[k])
                continue;
            VALUE *out = (VALUE *)focal->out[k] + (focal->by_best ? 0 : value * cube->cells);
            for (size_t cell = 0; cell < cube->cells; cell++) {
                const PAIR *pair = pairs + cube->bases[cell >> cube->run] + (cell & (run - 1));
                VALUE lowest = (VALUE)(pair->lane[k] + 1);
                if (!focal->by_best) {
                    out[cell] = lowest;
                } else {
                    VALUE least = lowest < ranks[cell] ? lowest : ranks[cell];
                    out[cell] = !value || least > out[cell] ? least : out[cell];
                }
            }
        }
    }
}

#undef NONE
#undef PAIR
#undef OF
#undef JOINED
#undef JOINED_
