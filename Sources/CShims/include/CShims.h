#ifndef CRIEUR_CSHIMS_H
#define CRIEUR_CSHIMS_H

#include <stddef.h>

/// Exchanges two paths atomically: renameat2(2) with RENAME_EXCHANGE, which Swift's Glibc overlay lacks.
/// Returns 0, or -1 with errno set.
int crieur_exchange_paths(const char *first, const char *second);

/// A bump allocator, one per thread, in the shape of libcmark-gfm's `cmark_mem`.
/// What it gives out stays valid until `crieur_arena_reset` is called on the same thread.
void *crieur_arena_calloc(size_t count, size_t size);
void *crieur_arena_realloc(void *pointer, size_t size);
void crieur_arena_free(void *pointer);

/// Forgets everything allocated on this thread; keeps at most one block for the next document.
void crieur_arena_reset(void);

#endif
