#define _GNU_SOURCE 1
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int result(int value) { return value < 0 ? -errno : value; }

/// Makes the mode 0600 whatever the umask. A file system without modes keeps its own.
static int with_private_mode(int file) {
  if (file >= 0) (void)fchmod(file, 0600);
  return file;
}

int cfs_open_unnamed(int folder) {
  return with_private_mode(result(openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600)));
}

int cfs_open_exclusive(int folder, const char *name) {
  return with_private_mode(
      result(openat(folder, name, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600)));
}

int cfs_link_unnamed(int file, int folder, const char *name) {
  char path[32];
  (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  int linked = result(linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW));
  // Without /proc: needs no path, but a privilege on older kernels.
  if (linked == -ENOENT) linked = result(linkat(file, "", folder, name, AT_EMPTY_PATH));
  return linked;
}

int cfs_link(int folder, const char *from, const char *to) {
  return result(linkat(folder, from, folder, to, 0));
}

int cfs_rename_exclusive(int folder, const char *from, const char *to) {
  return result(renameat2(folder, from, folder, to, RENAME_NOREPLACE));
}

int cfs_open_folder(const char *path) {
  return result(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

int cfs_mode(int folder, const char *name) {
  struct stat status;
  int done = name == NULL ? fstat(folder, &status)
                          : fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW);
  return done < 0 ? -errno : (int)status.st_mode;
}
