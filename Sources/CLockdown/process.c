#define _GNU_SOURCE 1
#include "CLockdown.h"

#include <errno.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int result(long value) { return value < 0 ? -errno : (int)value; }

int lockdown_forbid_privileges(void) { return result(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)); }

int lockdown_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  int done = result(setrlimit(RLIMIT_CORE, &none));
  return done < 0 ? done : result(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

int lockdown_close_descriptors(const int *kept, size_t count) {
  unsigned first = 3;
  for (size_t k = 0; k < count; k++) {
    if (kept[k] < 0 || (unsigned)kept[k] < first) continue;
    if ((unsigned)kept[k] > first) {
      int done = result(close_range(first, (unsigned)kept[k] - 1, 0));
      if (done < 0) return done;
    }
    first = (unsigned)kept[k] + 1;
  }
  return result(close_range(first, ~0U, 0));
}

int lockdown_filter_is_there(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return result(syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0U, &action));
}

int lockdown_thread_count(void) {
  struct stat status;
  /* A folder for each, and the two that every folder has. */
  int done = result(stat("/proc/self/task", &status));
  return done < 0 ? done : (int)status.st_nlink - 2;
}
