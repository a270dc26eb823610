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

/// Says whether `name`, below the open folder `folder` (or AT_FDCWD), is where something is mounted, a bind mount
/// of the same disk included: statx(2) with STATX_ATTR_MOUNT_ROOT. A link is not followed.
/// Returns 1 or 0, or -1 with errno set; ENOSYS where the kernel cannot tell (before 5.8).
int crieur_is_mount_point(int folder, const char *name);

/// Writes to the disk all that the file system of this open folder still holds in memory: syncfs(2).
/// Returns 0, or -1 with errno set.
int crieur_sync_file_system(int folder);

#endif
