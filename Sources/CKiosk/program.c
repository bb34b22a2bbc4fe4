#define _GNU_SOURCE 1
#include "CKiosk.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

pid_t kiosk_start_program(const char *path, char *const arguments[]) {
  static char *const environment[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", NULL};
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) || getppid() != parent) _exit(126);
  /* Neither the terminal nor its signals are the program's. */
  setsid();
  int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0) _exit(126);
  for (int place = 0; place < 3; place++) {
    if (dup2(nothing, place) < 0) _exit(126);
  }
  if (close_range(3, ~0U, 0)) _exit(126);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environment);
  _exit(127);
}
