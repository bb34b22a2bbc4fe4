#define _GNU_SOURCE 1
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

int terminal_signal_pipe[2] = {-1, -1};

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction broken_pipe_before;

static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(terminal_signal_pipe[1], &byte, 1);
  (void)written; /* The pipe is full: enough signals are waiting. */
  errno = saved;
}

int terminal_catch_signals(void) {
  if (pipe2(terminal_signal_pipe, O_CLOEXEC | O_NONBLOCK)) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  for (size_t k = 0; k < sizeof caught / sizeof *caught; k++) {
    /* A request to end interrupts a write to a terminal that has stopped; the others must not, or ncurses would lose
       the rest of its output. */
    bool ends = caught[k] == SIGTERM || caught[k] == SIGHUP || caught[k] == SIGINT || caught[k] == SIGQUIT;
    action.sa_flags = ends ? 0 : SA_RESTART;
    sigaction(caught[k], &action, NULL);
  }
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, &broken_pipe_before);
  return 0;
}

void terminal_release_signals(void) {
  for (size_t k = 0; k < sizeof caught / sizeof *caught; k++) signal(caught[k], SIG_DFL);
  sigaction(SIGPIPE, &broken_pipe_before, NULL);
  close(terminal_signal_pipe[0]);
  close(terminal_signal_pipe[1]);
  terminal_signal_pipe[0] = terminal_signal_pipe[1] = -1;
}

void terminal_stop_process(void) { raise(SIGSTOP); }
