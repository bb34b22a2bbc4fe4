#define _GNU_SOURCE 1
#include "CPrinting.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
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
  pid_t parent = getpid();
  pid_t process = fork();
  if (process == 0) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) || getppid() != parent) _exit(126);
    /* Neither a question on the terminal nor its signals. */
    setsid();
    /* Out of the way first: one of these may have the number that another is to get. */
    int from = fcntl(input[0], F_DUPFD, 3), to = fcntl(output[1], F_DUPFD, 3);
    if (from < 0 || to < 0 || dup2(from, 0) < 0 || dup2(to, 1) < 0 || dup2(to, 2) < 0) _exit(126);
    if (close_range(3, ~0U, 0)) _exit(126);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    execve(path, arguments, environment);
    _exit(127);
  }
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

int printing_reap(pid_t process, int block, int *code) {
  int status;
  pid_t reaped;
  do reaped = waitpid(process, &status, block ? 0 : WNOHANG);
  while (reaped < 0 && errno == EINTR);
  if (reaped == 0) return 0;
  if (reaped < 0) {
    *code = 0;
    return 2;
  }
  *code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  return WIFSIGNALED(status) ? 2 : 1;
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
