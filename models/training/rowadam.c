/* Adam on the rows of an embedding table that a batch touches. E, m, v: [V, d]; t: [V] steps seen by the row. */
#include <math.h>
#include <stdint.h>
void row_adam(float *E, float *m, float *v, float *t, const int64_t *rows, const float *g, int64_t R, int64_t d,
              float lr, float b1, float b2, float eps)
{
    for (int64_t i = 0; i < R; i++) {
        int64_t r = rows[i];
        float *e = E + r * d, *mm = m + r * d, *vv = v + r * d;
        const float *gg = g + i * d;
        float k = (t[r] += 1.0f);
        float c1 = 1.0f / (1.0f - powf(b1, k)), c2 = 1.0f / (1.0f - powf(b2, k));
        for (int64_t j = 0; j < d; j++) {
            mm[j] = b1 * mm[j] + (1 - b1) * gg[j];
            vv[j] = b2 * vv[j] + (1 - b2) * gg[j] * gg[j];
            e[j] -= lr * (mm[j] * c1) / (sqrtf(vv[j] * c2) + eps);
        }
    }
}
