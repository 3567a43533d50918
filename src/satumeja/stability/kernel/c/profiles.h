/* The moves of a model, as `profiles.c` reads them for those who decide. */

#ifndef SATUMEJA_PROFILES_H
#define SATUMEJA_PROFILES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Sets of states, one after another: set k is items[first[k]] to items[first[k + 1] - 1]. */
typedef struct {
    size_t count;
    const uint32_t *first, *items;
} Sets;

/* What one decision maker and its opponents can do. */
typedef struct {
    Sets own;                  /* what it reaches in a move, the start with it: each set once */
    const uint32_t *own_of;    /* by state: which of these sets */
    Sets others;               /* what its opponents bring about, the start with it */
    const uint32_t *others_of; /* by state: which of these sets; none are given where unasked */
    Sets arcs;                 /* by state: where it moves to */
    Sets parts;                /* states that moves of its opponents join, and no two parts */
} Mover;

typedef struct {
    size_t states, movers;
    const Mover *mover;
} Moves;

/* What is asked: concepts are bits, in the order nash, gmr, smr, seq, sseq. */
#define CONCEPTS 5
#define NASH 1u
#define SANCTIONED 6u
#define CREDIBLE 24u

enum { STABLE, EQUILIBRIA, COUNTS };

typedef struct {
    unsigned concepts;
    int kind;        /* what `result` takes, profiles last: see `decide_profiles` */
    size_t profiles; /* how many there are */
    void *result;
} Question;

#endif
