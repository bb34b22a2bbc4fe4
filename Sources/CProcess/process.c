#define _GNU_SOURCE 1
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

pid_t process_start(const char *path, char *const arguments[], char *const environment[], int input, int output) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) || getppid() != parent) _exit(126);
  /* Neither a question on the terminal nor its signals. */
  setsid();
  /* Out of the way first: one of these may have the number that another is to get. */
  int from = fcntl(input, F_DUPFD, 3), to = fcntl(output, F_DUPFD, 3);
  if (from < 0 || to < 0 || dup2(from, 0) < 0 || dup2(to, 1) < 0 || dup2(to, 2) < 0) _exit(126);
  if (close_range(3, ~0U, 0)) _exit(126);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

int process_reap(pid_t process, int block, int *code) {
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

long process_milliseconds(void) {
  struct timespec now = {0, 0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
