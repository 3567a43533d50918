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

/* Which bits of a state's values differ, for compilers that have no other way to ask of both. */
static INLINED uint64_t OF(differences)(const PAIR *before, const PAIR *after)
{
    uint64_t a = 0, b = 0;
    memcpy(&a, before, sizeof *before);
    memcpy(&b, after, sizeof *after);
    return a ^ b;
}

/* Lower the states of a block, from the best to the worst, to the lowest that an improvement
 * leads to: what the better ones have. Where they are not to be `written`, the lowered values
 * are left in `after`, row by row, and whether any differs from what was is returned. */
static INLINED uint64_t OF(lower_block)(PAIR *block, const Mover *mover, const uint16_t *order,
                                        PAIR *after, int written)
{
    size_t rows = (size_t)1 << mover->width, stride = mover->stride;
    PAIR running = {{NONE, NONE}};
    uint64_t any = 0;
    for (size_t row = 0; row < rows; row++) {
        PAIR *pair = block + order[row] * stride;
        PAIR *into = written ? pair : after + row;
        *into = running = OF(lower_of)(running, *pair);
        any |= written ? 0 : OF(differences)(pair, into);
    }
    return any;
}

/* The same where states tie: none of a class is an improvement on another. */
static INLINED uint64_t OF(lower_tied)(PAIR *block, const Mover *mover, const uint16_t *order,
                                       PAIR *after, int written)
{
    size_t rows = (size_t)1 << mover->width, stride = mover->stride;
    PAIR running = {{NONE, NONE}}, above = running;
    uint64_t any = 0;
    for (size_t row = 0; row < rows; row++) {
        VALUE tied = (VALUE)(0 - (order[row] >> WIDEST)); /* all bits, or none */
        PAIR *pair = block + (order[row] & OWN) * stride;
        PAIR *into = written ? pair : after + row;
        PAIR lowered;
        for (int k = 0; k < 2; k++) /* without a branch, which would often be guessed wrong */
            above.lane[k] = (above.lane[k] & tied) | (running.lane[k] & (VALUE)~tied);
        lowered = OF(lower_of)(above, *pair);
        running = OF(lower_of)(running, lowered);
        *into = lowered;
        any |= written ? 0 : OF(differences)(pair, into);
    }
    return any;
}

/* The same where several of the mover's options are one-way. A state can go to those that have
 * spent the options that it has, and perhaps more: each set of spent ones has its running
 * value, of all states that have spent it. */
static INLINED uint64_t OF(lower_one_way)(PAIR *block, const Mover *mover, const uint16_t *order,
                                          PAIR *running, PAIR *after, int written)
{
    size_t rows = (size_t)1 << mover->width, stride = mover->stride;
    uint64_t any = 0;
    for (size_t set = 0; set < mover->sets; set++)
        running[set] = (PAIR){{NONE, NONE}};
    for (size_t first = 0, next; first < rows; first = next) {
        /* A class of states that tie: all of it is lowered before worse ones see any. */
        for (next = first; next < rows && (next == first || order[next] & TIE); next++) {
            size_t own = order[next] & OWN;
            PAIR *pair = block + own * stride;
            PAIR *into = written ? pair : after + next;
            *into = OF(lower_of)(running[mover->spent[own]], *pair);
            any |= written ? 0 : OF(differences)(pair, into);
        }
        for (size_t row = first; row < next; row++) {
            size_t own = order[row] & OWN, all = mover->spent[own], set = all;
            PAIR lowered = written ? block[own * stride] : after[row];
            do { /* every subset of what it has spent */
                running[set] = OF(lower_of)(running[set], lowered);
                set = (set - 1) & all;
            } while (set != all);
        }
    }
    return any;
}

/* The same where one option is one-way: without a branch, as above. */
static INLINED uint64_t OF(lower_spent)(PAIR *block, const Mover *mover, const uint16_t *order,
                                        PAIR *after, int written)
{
    size_t rows = (size_t)1 << mover->width, stride = mover->stride;
    PAIR all = {{NONE, NONE}}, spent = all, above_all = all, above_spent = all;
    uint64_t any = 0;
    for (size_t row = 0; row < rows; row++) {
        size_t own = order[row] & OWN;
        VALUE tied = (VALUE)(0 - (order[row] >> WIDEST)), stays = (VALUE)(0 - mover->spent[own]);
        PAIR *pair = block + own * stride;
        PAIR *into = written ? pair : after + row;
        PAIR open, kept, lowered;
        for (int k = 0; k < 2; k++) {
            above_all.lane[k] = (above_all.lane[k] & tied) | (all.lane[k] & (VALUE)~tied);
            above_spent.lane[k] = (above_spent.lane[k] & tied) | (spent.lane[k] & (VALUE)~tied);
            open.lane[k] =
                (above_spent.lane[k] & stays) | (above_all.lane[k] & (VALUE)~stays);
        }
        lowered = OF(lower_of)(open, *pair);
        for (int k = 0; k < 2; k++)
            kept.lane[k] = lowered.lane[k] | (VALUE)~stays;
        all = OF(lower_of)(all, lowered);
        spent = OF(lower_of)(spent, kept);
        *into = lowered;
        any |= written ? 0 : OF(differences)(pair, into);
    }
    return any;
}

/* Write the values in `after` to their states; list the own options of those that differ. */
static size_t OF(settle)(PAIR *block, const Mover *mover, const uint16_t *order,
                         const PAIR *after, uint16_t *lowered)
{
    size_t count = 0;
    for (size_t row = 0; row < (size_t)1 << mover->width; row++) {
        size_t own = order[row] & OWN;
        PAIR *pair = block + own * mover->stride;
        lowered[count] = (uint16_t)own; /* stays if it is counted, else the next replaces it */
        count += OF(differences)(pair, after + row) != 0;
        *pair = after[row];
    }
    return count;
}

/* Let a mover lower its blocks from `first` to before `last`: all of them, or where `asking` those
 * in which another has lowered something since its last turn. Return then whether any value was
 * lowered. */
static INLINED int OF(turn)(Cube *cube, Mover *mover, size_t first, size_t last, size_t value,
                            int asking)
{
    int is_lower = 0;
    PAIR *running = cube->running, *after = cube->after;
    for (size_t number = first; number < last; number++) {
        if (asking && !mover->stale[number])
            continue;
        mover->stale[number] = 0;
        PAIR *block = (PAIR *)cube->pairs + mover->bases[number];
        /* The number of the block in the whole cube has the focal one's options in it. */
        size_t whole = spread(number, mover->gap, cube->width) | value << mover->gap;
        const uint16_t *order = mover->order + (whole << mover->width);
        uint64_t any =
            mover->sets == 2  ? OF(lower_spent)(block, mover, order, after, !asking)
            : mover->sets > 2 ? OF(lower_one_way)(block, mover, order, running, after, !asking)
            : mover->ties     ? OF(lower_tied)(block, mover, order, after, !asking)
                              : OF(lower_block)(block, mover, order, after, !asking);
        if (any) {
            mark(cube, mover, number, OF(settle)(block, mover, order, after, cube->lowered));
            is_lower = 1;
        }
    }
    return is_lower;
}

/* Let all movers go through all of their blocks once, one after another. Turns of the first ones
 * do not meet where later ones' options differ: these values are gone through one by one, so
 * that states stay in the cache from one turn to the next. */
static INLINED void OF(round)(Cube *cube, size_t value)
{
    const Mover *movers = cube->movers;
    /* Lines along the first mover's options, counted; at each count whose lower options have
     * come to their end, the next mover has its turn on what was just gone through. */
    size_t lines = cube->cells >> movers[0].width;
    for (size_t line = 0; line < lines; line++) {
        OF(turn)(cube, &cube->movers[0], line, line + 1, value, 0);
        for (int k = 1; k < cube->count; k++) {
            size_t plane = movers[k].start + movers[k].width - movers[0].width; /* in lines */
            if ((line + 1) & (((size_t)1 << plane) - 1))
                break;
            size_t blocks = (size_t)1 << movers[k].start;
            size_t first = ((line + 1) >> plane) - 1;
            OF(turn)(cube, &cube->movers[k], first * blocks, (first + 1) * blocks, value, 0);
        }
    }
}

/* Let the movers take turns until nothing is lowered. In the first rounds most states are, and
 * all blocks are gone through without asking; from then on few are. */
static INLINED void OF(close)(Cube *cube, size_t value)
{
    if (!cube->count)
        return;
    for (int done = 0; done < (cube->count > 1 ? FULL_ROUNDS : 1); done++)
        OF(round)(cube, value);
    all_stale(cube);
    /* Moves of one mover join into one, so after its turn it is quiet itself. */
    for (int turn = 0, quiet = 1; quiet < cube->count; turn++) {
        Mover *mover = &cube->movers[turn % cube->count];
        size_t blocks = cube->cells >> mover->width;
        quiet = OF(turn)(cube, mover, 0, blocks, value, 1) ? 1 : quiet + 1;
    }
}

/* Close the sub-cube of each value of the focal one's own options, and keep what is asked for:
 * the lowest values, or the best that they leave to the focal one in each of its blocks. */
WIDE_REGISTERS static void OF(decide)(Cube *cube, const Focal *focal)
{
    const size_t run = (size_t)1 << cube->run, lines = cube->cells >> cube->run;
    const VALUE *ranks = focal->ranks;
    for (size_t value = 0; value < (size_t)1 << cube->width; value++) {
        for (size_t line = 0; line < lines; line++) {
            PAIR *pairs = (PAIR *)cube->pairs + cube->bases[line];
            size_t cell = line << cube->run, state = place_of(cube, cell, value);
            for (int k = 0; k < 2; k++) {
                const VALUE *values = focal->values[k];
                values += focal->by_block[k] ? cell : state;
                /* One less, so that the infeasible, of rank 0, have the highest there is. */
                for (size_t c = 0; c < run; c++)
                    pairs[c].lane[k] = ranks[state + c] ? (VALUE)(values[c] - 1) : NONE;
            }
        }
        OF(close)(cube, value);
        for (size_t line = 0; line < lines; line++) {
            const PAIR *pairs = (PAIR *)cube->pairs + cube->bases[line];
            size_t cell = line << cube->run, state = place_of(cube, cell, value);
            for (int k = 0; k < 2; k++) {
                if (!focal->out[k])
                    continue;
                VALUE *out = (VALUE *)focal->out[k] + (focal->by_best ? cell : state);
                for (size_t c = 0; c < run; c++) {
                    VALUE lowest = (VALUE)(pairs[c].lane[k] + 1), rank = ranks[state + c];
                    VALUE least = lowest < rank ? lowest : rank;
                    if (!focal->by_best)
                        out[c] = lowest;
                    else
                        out[c] = !value || least > out[c] ? least : out[c];
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
