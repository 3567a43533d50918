/* Decide many preference profiles: made once for each width of ranks, as `profile_rows.h`.
 *
 * For each decision maker a state is stable where its rank is not below a threshold: the
 * highest, over what it reaches, of the lower of the rank there and what the opponents can
 * make of it. Sanctions that need not be credible are lowest values over sets found before;
 * credible ones are the closure of single moves that improve on their movers' ranks. */

#include "profile_rows.h"

#define Pair NAMED(Pair)
#define Four NAMED(Four)
#define Room NAMED(Room)

/* Values of a state for the concepts without counter-moves, and for those with them. */
typedef struct {
    Row plain, countered;
} Pair;

typedef struct {
    Row gmr, smr, seq, sseq;
} Four;

/* Where a tile of profiles is worked on: rows by state, or by set. */
typedef struct {
    Row *ranks;     /* by decision maker */
    Row *reply;     /* by own set: the best rank in it */
    Pair *values;   /* rank and best reply; then what credible sanctions make of them */
    Pair *lowest;   /* by set of the opponents */
    Pair *ahead;    /* what a mover finds where it moves to */
    Pair *led;      /* by decision maker: the lowest that sequences it begins lead to */
    Four *least;    /* by own set: thresholds */
    Row *stable;    /* by concept: for the decision maker at hand */
    Row *everybody; /* by concept: for all so far */
    Row *counts;    /* by concept: in how many profiles of each lane for everybody */
} Room;

static INLINED Pair NAMED(lower_pair)(Pair x, Pair y)
{
    Pair result = {NAMED(lower)(x.plain, y.plain), NAMED(lower)(x.countered, y.countered)};
    return result;
}

static INLINED Pair NAMED(filled_pair)(LANE value)
{
    Pair result = {NAMED(filled)(value), NAMED(filled)(value)};
    return result;
}

/* The best rank in each own set. */
static INLINED void NAMED(replies)(const Mover *focal, const Row *ranks, Row *reply)
{
    for (size_t k = 0; k < focal->own.count; k++) {
        Row best = NAMED(filled)(0);
        for (size_t m = focal->own.first[k]; m < focal->own.first[k + 1]; m++)
            best = NAMED(higher)(best, ranks[focal->own.items[m]]);
        reply[k] = best;
    }
}

/* The lowest values in each set of the opponents. */
static INLINED void NAMED(sanctions)(const Sets *others, const Pair *values, Pair *lowest)
{
    for (size_t k = 0; k < others->count; k++) {
        Pair least = NAMED(filled_pair)(HIGHEST);
        for (size_t m = others->first[k]; m < others->first[k + 1]; m++)
            least = NAMED(lower_pair)(least, values[others->items[m]]);
        lowest[k] = least;
    }
}

/* Let a mover improve from the states of a part: whether that leads lower than before. */
static INLINED int NAMED(turn)(const Sets *arcs, const uint32_t *part, size_t size, const Row *ranks,
                       const Pair *ahead, Pair *led)
{
    Row changed = NAMED(filled)(0);
    for (size_t k = 0; k < size; k++) {
        size_t state = part[k];
        Row here = ranks[state];
        Pair least = NAMED(filled_pair)(HIGHEST);
        for (size_t m = arcs->first[state]; m < arcs->first[state + 1]; m++) {
            size_t end = arcs->items[m];
            Row refused = NAMED(not_below)(here, ranks[end]); /* nothing is higher */
            least.plain = NAMED(lower)(least.plain, NAMED(either)(ahead[end].plain, refused));
            least.countered =
                NAMED(lower)(least.countered, NAMED(either)(ahead[end].countered, refused));
        }
        changed = NAMED(either)(changed, NAMED(differing)(least.plain, led[state].plain));
        changed = NAMED(either)(changed, NAMED(differing)(least.countered, led[state].countered));
        led[state] = least;
    }
    return NAMED(any_bit)(changed);
}

/* What is ahead of a mover: the values, or what a sequence that another begins leads to. */
static INLINED void NAMED(look_ahead)(const Moves *moves, size_t focal, size_t mover,
                              const uint32_t *part, size_t size, const Room *room)
{
    for (size_t k = 0; k < size; k++) {
        size_t state = part[k];
        Pair least = room->values[state];
        for (size_t j = 0; j < moves->movers; j++)
            if (j != mover && j != focal)
                least = NAMED(lower_pair)(least, room->led[j * moves->states + state]);
        room->ahead[state] = least;
    }
}

/* The opponents take turns in a part until nobody leads lower. */
static INLINED void NAMED(settle)(const Moves *moves, size_t focal, const uint32_t *part, size_t size,
                          const Room *room)
{
    size_t quiet = 0, mover = 0, states = moves->states;
    while (quiet + 1 < moves->movers) {
        if (mover != focal) {
            NAMED(look_ahead)(moves, focal, mover, part, size, room);
            int lower = NAMED(turn)(&moves->mover[mover].arcs, part, size,
                                    room->ranks + mover * states, room->ahead,
                                    room->led + mover * states);
            quiet = lower ? 1 : quiet + 1;
        }
        mover = mover + 1 < moves->movers ? mover + 1 : 0;
    }
}

/* Lower the values to what credible sanctions make of them. */
static INLINED void NAMED(credible)(const Moves *moves, size_t focal, const Room *room)
{
    const Sets *parts = &moves->mover[focal].parts;
    size_t states = moves->states;
    for (size_t k = 0; k < moves->movers * states; k++)
        room->led[k] = NAMED(filled_pair)(HIGHEST);
    for (size_t k = 0; k < parts->count; k++) {
        const uint32_t *part = parts->items + parts->first[k];
        size_t size = parts->first[k + 1] - parts->first[k];
        if (size > 1)
            NAMED(settle)(moves, focal, part, size, room);
    }
    for (size_t j = 0; j < moves->movers; j++)
        if (j != focal)
            for (size_t s = 0; s < states; s++)
                room->values[s] = NAMED(lower_pair)(room->values[s], room->led[j * states + s]);
}

/* The thresholds of each own set. */
static INLINED void NAMED(thresholds)(const Mover *focal, const Row *ranks, const Room *room)
{
    for (size_t k = 0; k < focal->own.count; k++) {
        Row gmr = NAMED(filled)(0), smr = gmr, seq = gmr, sseq = gmr;
        for (size_t m = focal->own.first[k]; m < focal->own.first[k + 1]; m++) {
            size_t end = focal->own.items[m];
            Row rank = ranks[end];
            Pair any = room->lowest[focal->others_of[end]], credible = room->values[end];
            gmr = NAMED(higher)(gmr, NAMED(lower)(rank, any.plain));
            smr = NAMED(higher)(smr, NAMED(lower)(rank, any.countered));
            seq = NAMED(higher)(seq, NAMED(lower)(rank, credible.plain));
            sseq = NAMED(higher)(sseq, NAMED(lower)(rank, credible.countered));
        }
        Four least = {gmr, smr, seq, sseq};
        room->least[k] = least;
    }
}

/* Decide a tile of profiles for one decision maker. */
static INLINED void NAMED(decide)(const Moves *moves, size_t place, unsigned concepts, const Room *room)
{
    const Mover *focal = moves->mover + place;
    size_t states = moves->states;
    const Row *ranks = room->ranks + place * states;
    NAMED(replies)(focal, ranks, room->reply);
    if (concepts & (SANCTIONED | CREDIBLE)) {
        for (size_t s = 0; s < states; s++) {
            room->values[s].plain = ranks[s];
            room->values[s].countered = room->reply[focal->own_of[s]];
        }
        if (concepts & SANCTIONED)
            NAMED(sanctions)(&focal->others, room->values, room->lowest);
        if (concepts & CREDIBLE)
            NAMED(credible)(moves, place, room);
        NAMED(thresholds)(focal, ranks, room);
    }
    for (size_t s = 0; s < states; s++) {
        size_t set = focal->own_of[s];
        Four least = room->least[set];
        Row *stable = room->stable + s;
        stable[0] = NAMED(not_below)(ranks[s], room->reply[set]);
        stable[states] = NAMED(not_below)(ranks[s], least.gmr);
        stable[2 * states] = NAMED(not_below)(ranks[s], least.smr);
        stable[3 * states] = NAMED(not_below)(ranks[s], least.seq);
        stable[4 * states] = NAMED(not_below)(ranks[s], least.sseq);
    }
}

/* Write rows of flags as bytes, 0 or 1, into columns `first` and on. */
static INLINED void NAMED(write)(const Row *rows, size_t count, uint8_t *result, size_t profiles,
                         size_t first)
{
    for (size_t r = 0; r < count; r++) {
        uint8_t bytes[LANES];
        for (size_t l = 0; l < LANES; l++)
            bytes[l] = LANE_OF(rows[r], l) & 1;
        if (profiles - first >= LANES)
            memcpy(result + r * profiles + first, bytes, LANES);
        else
            memcpy(result + r * profiles + first, bytes, profiles - first);
    }
}

/* Write the concepts that are asked, from rows by concept; `apart` bytes lie between them. */
static INLINED void NAMED(write_asked)(const Question *asked, const Row *rows, size_t states,
                               uint8_t *result, size_t apart, size_t first)
{
    for (size_t c = 0; c < CONCEPTS; c++)
        if (asked->concepts >> c & 1) {
            NAMED(write)(rows + c * states, states, result, asked->profiles, first);
            result += apart;
        }
}

/* Count the lanes from `first` on that are profiles, not padding. */
static INLINED void NAMED(count)(const Room *room, size_t rows, size_t left)
{
    Row real = NAMED(filled)(0);
    for (size_t l = 0; l < LANES; l++)
        LANE_OF(real, l) = l < left ? HIGHEST : 0;
    for (size_t r = 0; r < rows; r++)
        room->counts[r] =
            NAMED(counted)(room->counts[r], NAMED(both)(room->everybody[r], real));
}

/* Add what the lanes have counted to the result, and start anew. */
static INLINED void NAMED(gather)(const Question *asked, const Room *room, size_t states)
{
    uint32_t *result = asked->result;
    for (size_t c = 0; c < CONCEPTS; c++)
        for (size_t s = 0; s < states; s++) {
            Row *counts = room->counts + c * states + s;
            if (asked->concepts >> c & 1)
                for (size_t l = 0; l < LANES; l++)
                    *result += LANE_OF(*counts, l);
            result += asked->concepts >> c & 1;
            *counts = NAMED(filled)(0);
        }
}

/* Take a tile of profiles; lanes without one repeat the first, and are not looked at. */
static INLINED void NAMED(fetch)(const LANE *ranks, size_t rows, size_t profiles, size_t first, Row *tile)
{
    for (size_t r = 0; r < rows; r++, ranks += profiles)
        if (profiles - first >= LANES) {
            memcpy(tile + r, ranks + first, sizeof(Row));
        } else {
            tile[r] = NAMED(filled)(ranks[first]);
            memcpy(tile + r, ranks + first, (profiles - first) * sizeof(LANE));
        }
}

/* How many rows a room has by state. */
#define ROOM(movers) (3 * (movers) + 26)

static INLINED Room NAMED(furnished)(const Moves *moves, Row *rows)
{
    size_t n = moves->states;
    Room room;
    room.ranks = rows;
    room.reply = room.ranks + moves->movers * n;
    room.values = (Pair *)(room.reply + n);
    room.lowest = room.values + n;
    room.ahead = room.lowest + n;
    room.led = room.ahead + n;
    room.least = (Four *)(room.led + moves->movers * n);
    room.stable = (Row *)(room.least + n);
    room.everybody = room.stable + CONCEPTS * n;
    room.counts = room.everybody + CONCEPTS * n;
    return room;
}

/* Decide a tile for everybody. */
static INLINED void NAMED(decide_tile)(const Moves *moves, const Question *asked, size_t first,
                               const Room *room)
{
    size_t states = moves->states, rows = CONCEPTS * states, block = states * asked->profiles;
    for (size_t place = 0; place < moves->movers; place++) {
        NAMED(decide)(moves, place, asked->concepts, room);
        if (asked->kind == STABLE)
            NAMED(write_asked)(asked, room->stable, states,
                               (uint8_t *)asked->result + place * block, moves->movers * block,
                               first);
        else if (place == 0)
            memcpy(room->everybody, room->stable, rows * sizeof(Row));
        else
            for (size_t r = 0; r < rows; r++)
                room->everybody[r] = NAMED(both)(room->everybody[r], room->stable[r]);
    }
    if (asked->kind == EQUILIBRIA)
        NAMED(write_asked)(asked, room->everybody, states, asked->result, block, first);
    if (asked->kind == COUNTS)
        NAMED(count)(room, rows, asked->profiles - first);
}

/* Decide all profiles; the rows are zero, and as many as ROOM says. */
WIDE_REGISTERS static void NAMED(decide_all)(const Moves *moves, const Question *asked,
                                             const void *ranks, void *rows)
{
    const Room room = NAMED(furnished)(moves, rows);
    size_t tiles = 0, states = moves->states;
    for (size_t first = 0; first < asked->profiles; first += LANES) {
        NAMED(fetch)(ranks, moves->movers * states, asked->profiles, first, room.ranks);
        NAMED(decide_tile)(moves, asked, first, &room);
        /* A lane counts to 255 at least. */
        if (asked->kind == COUNTS && ++tiles % 255 == 0)
            NAMED(gather)(asked, &room, states);
    }
    if (asked->kind == COUNTS)
        NAMED(gather)(asked, &room, states);
}
