#define _GNU_SOURCE 1
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include <wchar.h>

int pty_open(int rows, int columns, int *master, int *slave) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  if (openpty(master, slave, NULL, NULL, &size)) return -1;
  fcntl(*master, F_SETFD, FD_CLOEXEC);
  fcntl(*slave, F_SETFD, FD_CLOEXEC);
  return 0;
}

pid_t pty_spawn(const char *path, char *const arguments[], char *const environment[], int slave) {
  pid_t process = fork();
  if (process != 0) return process;
  if (login_tty(slave)) _exit(126);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  close_range(3, ~0U, 0);
  execve(path, arguments, environment);
  _exit(127);
}

int pty_resize(int master, int rows, int columns) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pty_wcwidth(int scalar) { return wcwidth((wchar_t)scalar); }
int pty_set_utf8_locale(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }

int pty_reap(pid_t process, int block, int *status, long *cpu) {
  struct rusage usage;
  pid_t reaped;
  do reaped = wait4(process, status, block ? 0 : WNOHANG, &usage);
  while (reaped < 0 && errno == EINTR);
  if (reaped != process) return 0;
  *cpu = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000L + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  return 1;
}
