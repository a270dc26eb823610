#include "CShims.h"

// First bytes of the signs that French typography may change: in ASCII, and of U+0080…BF and U+2000…2FFF.
static const uint8_t may_change[256] = {
    ['!'] = 1, ['"'] = 1, ['%'] = 1, ['\''] = 1, ['-'] = 1, ['.'] = 1, ['0' ... '9'] = 1,
    [':'] = 1, [';'] = 1, ['?'] = 1, ['D'] = 1, ['M'] = 1, [0xC2] = 1, [0xE2] = 1,
};

size_t crieur_next_sign(const uint8_t *text, size_t from, size_t count) {
#ifdef __SSE2__
    typedef uint8_t lanes __attribute__((vector_size(16)));
    typedef char signs __attribute__((vector_size(16)));
    for (; from + 16 <= count; from += 16) {
        lanes these;
        __builtin_memcpy(&these, text + from, 16);
        // Those that may change, and a few others: the table tells them apart.
        signs found = (signs)(these - (uint8_t)0x21 <= (uint8_t)0x1E) | (signs)(these == (uint8_t)'D')
            | (signs)(these == (uint8_t)'M') | (signs)((these & (uint8_t)0xDF) == (uint8_t)0xC2);
        for (unsigned places = (unsigned)__builtin_ia32_pmovmskb128(found); places; places &= places - 1) {
            size_t place = from + (size_t)__builtin_ctz(places);
            if (may_change[text[place]]) return place;
        }
    }
#endif
    while (from < count && !may_change[text[from]]) from++;
    return from;
}
