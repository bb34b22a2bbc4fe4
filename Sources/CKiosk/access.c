#define _GNU_SOURCE 1
#include "CKiosk.h"
#include "CProcess.h"

#include <errno.h>
#include <grp.h>
#include <unistd.h>

static int become_user(uid_t user, gid_t group, const gid_t groups[], size_t count) {
  return setgroups(count, groups) || setresgid(group, group, group) || setresuid(user, user, user);
}

int kiosk_access_as(uid_t user, gid_t group, const gid_t groups[], size_t group_count, const char *const paths[],
                    const int modes[], int faults[], size_t count) {
  int ends[2];
  if (pipe(ends)) return -1;
  pid_t process = fork();
  if (process == 0) {
    if (geteuid() != user && become_user(user, group, groups, group_count)) _exit(1);
    for (size_t k = 0; k < count; k++) {
      int fault = access(paths[k], modes[k]) ? errno : 0;
      if (write(ends[1], &fault, sizeof fault) != (ssize_t)sizeof fault) _exit(1);
    }
    _exit(0);
  }
  int saved = errno;
  close(ends[1]);
  size_t got = 0;
  while (process > 0 && got < count && read(ends[0], &faults[got], sizeof *faults) == (ssize_t)sizeof *faults) got++;
  close(ends[0]);
  int code = 0;
  if (process > 0 && (process_reap(process, 1, &code) != 1 || code || got < count)) {
    process = -1;
    saved = EPERM;
  }
  errno = saved;
  return process > 0 ? 0 : -1;
}
