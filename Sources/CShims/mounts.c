#define _GNU_SOURCE
#include "CShims.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int crieur_is_mount_point(int folder, const char *name) {
    struct statx found;
    if (syscall(SYS_statx, folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, 0, &found) != 0) return -1;
    if (!(found.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)) {
        errno = ENOSYS;
        return -1;
    }
    return (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

int crieur_sync_file_system(int folder) { return syncfs(folder); }
