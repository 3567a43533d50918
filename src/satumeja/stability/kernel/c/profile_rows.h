/* Rows of profiles: the same number of many preference profiles, side by side.
 *
 * Made once for each width of ranks, LANE: whoever includes it defines LANE and NAMED, which
 * gives names of that width. A row has 32 bytes whatever the lane, which is one register where
 * there are wide ones and two elsewhere. The loops are over a constant number of lanes and the
 * values stay in registers: a compiler makes one instruction of each. */

#define LANES (32 / sizeof(LANE))
#define HIGHEST ((LANE)~(LANE)0)
#define Row NAMED(Row)

#if defined(__GNUC__)
typedef LANE Row __attribute__((vector_size(32)));
#define LANE_OF(row, l) (row)[l]
#else
typedef struct {
    LANE lanes[LANES];
} Row;
#define LANE_OF(row, l) (row).lanes[l]
#endif

#define ROW_OPERATION(NAME, RESULT)                                                           \
    static INLINED Row NAMED(NAME)(Row x, Row y)                                                      \
    {                                                                                         \
        Row result;                                                                           \
        for (size_t l = 0; l < LANES; l++) {                                                  \
            LANE a = LANE_OF(x, l), b = LANE_OF(y, l);                                        \
            LANE_OF(result, l) = (LANE)(RESULT);                                              \
        }                                                                                     \
        return result;                                                                        \
    }

ROW_OPERATION(lower, a < b ? a : b)
ROW_OPERATION(higher, a > b ? a : b)
/* Flags are all bits set, or none. */
ROW_OPERATION(not_below, a >= b ? HIGHEST : 0)
ROW_OPERATION(either, a | b)
ROW_OPERATION(both, a & b)
ROW_OPERATION(differing, a ^ b)
/* Adding one where a flag is set: all bits are minus one. */
ROW_OPERATION(counted, a - b)

static INLINED Row NAMED(filled)(LANE value)
{
    Row result;
    for (size_t l = 0; l < LANES; l++)
        LANE_OF(result, l) = value;
    return result;
}

static INLINED int NAMED(any_bit)(Row row)
{
    LANE bits = 0;
    for (size_t l = 0; l < LANES; l++)
        bits |= LANE_OF(row, l);
    return bits != 0;
}
