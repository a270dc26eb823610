#ifndef CRIEUR_CSHIMS_H
#define CRIEUR_CSHIMS_H

#include <stddef.h>
#include <stdint.h>

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

/// The place of the next byte that French typography may change, from `from` on; `count` where there is none.
size_t crieur_next_sign(const uint8_t *text, size_t from, size_t count);

/// Where the bytes that have a meaning in CSV stand among 64 bytes: one bit a byte, the first byte's the lowest.
typedef struct {
    uint64_t separators;
    uint64_t line_feeds;
    uint64_t quotes;
    /// Bytes up to 0x0D: NUL, tabs and line breaks among them.
    uint64_t controls;
} crieur_csv_block;

/// Reads 64 bytes from `bytes` on. Swift's vectors have no way from a comparison to bits.
static inline crieur_csv_block crieur_csv_block_at(const uint8_t *bytes, uint8_t separator) {
    crieur_csv_block block = {0, 0, 0, 0};
#ifdef __SSE2__
    typedef uint8_t lanes __attribute__((vector_size(16)));
    typedef char signs __attribute__((vector_size(16)));
    for (int part = 0; part < 4; part++) {
        lanes these;
        __builtin_memcpy(&these, bytes + 16 * part, 16);
#define CRIEUR_BITS(comparison) ((uint64_t)(uint16_t)__builtin_ia32_pmovmskb128((signs)(comparison)) << (16 * part))
        block.separators |= CRIEUR_BITS(these == separator);
        block.line_feeds |= CRIEUR_BITS(these == (uint8_t)0x0A);
        block.quotes |= CRIEUR_BITS(these == (uint8_t)0x22);
        block.controls |= CRIEUR_BITS(these <= (uint8_t)0x0D);
#undef CRIEUR_BITS
    }
#else
    for (int place = 0; place < 64; place++) {
        uint64_t bit = (uint64_t)1 << place;
        uint8_t byte = bytes[place];
        if (byte == separator) block.separators |= bit;
        if (byte == 0x0A) block.line_feeds |= bit;
        if (byte == 0x22) block.quotes |= bit;
        if (byte <= 0x0D) block.controls |= bit;
    }
#endif
    return block;
}

#endif
