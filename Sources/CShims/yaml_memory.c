#include "CShims.h"
#include <string.h>

// libyaml takes 80 small pieces and 8 large ones of memory for three lines of front matter, and has no way to be given
// an allocator. It calls these four functions by their exported names, so that the program's own come first:
// everything then lies in this thread's arena until `crieur_arena_reset`. Were the library built otherwise, it would
// use its own, and nothing would change but the time.

void *yaml_malloc(size_t size) { return crieur_arena_realloc(NULL, size ? size : 1); }

void *yaml_realloc(void *pointer, size_t size) { return crieur_arena_realloc(pointer, size ? size : 1); }

void yaml_free(void *pointer) { crieur_arena_free(pointer); }

unsigned char *yaml_strdup(const unsigned char *text) {
    if (!text) return NULL;
    size_t size = strlen((const char *)text) + 1;
    return memcpy(crieur_arena_realloc(NULL, size), text, size);
}
