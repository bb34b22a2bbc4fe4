#ifndef CLOCKDOWN_H
#define CLOCKDOWN_H

#include <stddef.h>

// What a process can take from itself for ever, where Swift's Glibc module has no name for it. Every function gives 0 or
// what it is asked for, and on failure the error number as a negative value.

/// The version of Landlock that the running kernel has; -ENOSYS where it was built without, -EOPNOTSUPP where it is off.
int lockdown_landlock_version(void);

/// Takes all files and folders from this thread but the reading of these and what is below them, and where the version
/// knows it TCP, ioctls on devices opened from now on, and signals and abstract sockets to processes outside. A path at
/// which nothing stands is left out. Needs `lockdown_forbid_privileges`.
int lockdown_restrict_files(const char *const *paths, size_t count, int version);

/// What stays allowed at a place and below it.
enum { LOCKDOWN_READ = 1, LOCKDOWN_RUN = 2, LOCKDOWN_USE = 4, LOCKDOWN_KEEP = 8 };

struct lockdown_place {
  const char *path;
  /// Of the numbers above: to read; to read and start it; to read and write it, and ioctls, for a device;
  /// to make, write and remove files in a folder and to list it, but not to read them.
  int rights;
};

/// The same where some files may be more than read, which holds for the programs that are started too.
int lockdown_restrict_places(const struct lockdown_place *places, size_t count, int version);

/// The same, but what is allowed is to make, write and remove files in this folder and below, and to list it; not to
/// read them.
int lockdown_restrict_to_folder(const char *path, int version);

/// No program that is started from here on gains a right by its file: prctl(2), PR_SET_NO_NEW_PRIVS.
int lockdown_forbid_privileges(void);

/// No core file, and no other process of this user may look into the memory: PR_SET_DUMPABLE, RLIMIT_CORE.
int lockdown_forbid_dumps(void);

/// Closes every descriptor above 2 but these, which are in ascending order.
int lockdown_close_descriptors(const int *kept, size_t count);

/// 0 where the kernel can filter system calls and answer them with an error; seccomp(2), SECCOMP_GET_ACTION_AVAIL.
int lockdown_filter_is_there(void);

/// How many threads the process has.
int lockdown_thread_count(void);

#endif
