#ifndef CRIEUR_CSHIMS_H
#define CRIEUR_CSHIMS_H

/// Exchanges two paths atomically: renameat2(2) with RENAME_EXCHANGE, which Swift's Glibc overlay lacks.
/// Returns 0, or -1 with errno set.
int crieur_exchange_paths(const char *first, const char *second);

#endif
