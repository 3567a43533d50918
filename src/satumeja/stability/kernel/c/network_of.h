/* A network that sorts the columns of a table of KEYs, COLUMNS wide, each by itself: included
 * where SORT names the function. The same comparisons whatever the keys. */

/* Merge exchange (Batcher; Knuth's algorithm 5.2.2M). */
static INLINED void SORT(KEY *rows, size_t count)
{
    size_t top = 1;
    while (2 * top < count)
        top *= 2;
    for (size_t p = count > 1 ? top : 0; p > 0; p >>= 1) {
        size_t q = top, r = 0, d = p;
        for (;;) {
            /* The rows i with (i & p) == r come in runs of p; no run overlaps its partner. */
            for (size_t first = r; first + d < count; first += 2 * p) {
                size_t last = first + p < count - d ? first + p : count - d;
                KEY *restrict upper = rows + first * COLUMNS;
                KEY *restrict lower = rows + (first + d) * COLUMNS;
                for (size_t c = 0; c < (last - first) * COLUMNS; c++) {
                    KEY a = upper[c], b = lower[c];
                    upper[c] = a < b ? a : b;
                    lower[c] = a < b ? b : a;
                }
            }
            if (q == p)
                break;
            d = q - p;
            q >>= 1;
            r = p;
        }
    }
}
