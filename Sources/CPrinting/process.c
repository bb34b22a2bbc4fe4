#define _GNU_SOURCE 1
#include "CPrinting.h"
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

pid_t printing_start(const char *path, char *const arguments[], char *const environment[], int ends[2]) {
  int input[2], output[2];
  if (pipe2(input, O_CLOEXEC)) return -1;
  if (pipe2(output, O_CLOEXEC)) {
    close(input[0]);
    close(input[1]);
    return -1;
  }
  pid_t process = process_start(path, arguments, environment, input[0], output[1]);
  int saved = errno;
  close(input[0]);
  close(output[1]);
  if (process < 0) {
    close(input[1]);
    close(output[0]);
    errno = saved;
    return -1;
  }
  fcntl(input[1], F_SETFL, O_NONBLOCK);
  fcntl(output[0], F_SETFL, O_NONBLOCK);
  ends[0] = input[1];
  ends[1] = output[0];
  return process;
}

ssize_t printing_write(int descriptor, const void *bytes, size_t count) {
  sigset_t pipe, before, pending;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  sigpending(&pending);
  sigprocmask(SIG_BLOCK, &pipe, &before);
  ssize_t written = write(descriptor, bytes, count);
  int saved = errno;
  if (written < 0 && saved == EPIPE && !sigismember(&pending, SIGPIPE)) {
    struct timespec at_once = {0, 0};
    sigtimedwait(&pipe, NULL, &at_once);
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = saved;
  return written;
}

int printing_is_in_memory(const char *path) {
  struct statfs found;
  if (statfs(path, &found)) return -1;
  return found.f_type == TMPFS_MAGIC || found.f_type == RAMFS_MAGIC;
}
