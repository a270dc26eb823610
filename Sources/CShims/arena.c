#include "CShims.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Each allocation is preceded by its size, so that realloc knows what to copy.
#define HEADER 16
#define FIRST_BLOCK (256 * 1024)

struct block {
    struct block *previous;
    size_t capacity;
    size_t used;
    size_t last; // start of the latest allocation, which realloc may extend in place
};

static _Thread_local struct block *current = NULL;

static char *bytes_of(struct block *block) { return (char *)(block + 1); }

static struct block *block_new(size_t needed, struct block *previous) {
    size_t capacity = previous ? previous->capacity * 2 : FIRST_BLOCK;
    if (capacity < needed) capacity = needed;
    struct block *block = malloc(sizeof *block + capacity);
    if (!block) abort(); // as libcmark-gfm's own allocator does
    block->previous = previous;
    block->capacity = capacity;
    block->used = 0;
    block->last = 0;
    return block;
}

static void *arena_allocate(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    size_t needed = HEADER + ((size + 15) & ~(size_t)15);
    if (!current || current->capacity - current->used < needed) current = block_new(needed, current);
    char *start = bytes_of(current) + current->used;
    current->last = current->used;
    current->used += needed;
    memcpy(start, &size, sizeof size);
    return start + HEADER;
}

void *crieur_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / 2 / size) abort();
    void *pointer = arena_allocate(count * size);
    memset(pointer, 0, count * size);
    return pointer;
}

void *crieur_arena_realloc(void *pointer, size_t size) {
    if (!pointer) return arena_allocate(size);
    char *start = (char *)pointer - HEADER;
    size_t old;
    memcpy(&old, start, sizeof old);
    if (size <= old) return pointer;
    if (start == bytes_of(current) + current->last) {
        size_t needed = HEADER + ((size + 15) & ~(size_t)15);
        if (current->capacity - current->last >= needed) {
            current->used = current->last + needed;
            memcpy(start, &size, sizeof size);
            return pointer;
        }
    }
    void *copy = arena_allocate(size);
    memcpy(copy, pointer, old);
    return copy;
}

void crieur_arena_free(void *pointer) { (void)pointer; }

void crieur_arena_reset(void) {
    while (current && current->previous) {
        struct block *previous = current->previous;
        free(current);
        current = previous;
    }
    if (current) {
        current->used = 0;
        current->last = 0;
    }
}
