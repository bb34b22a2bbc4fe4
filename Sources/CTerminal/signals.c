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
/* nohup(1): a hang-up is to be seen by the terminal's end alone. */
static bool ignores_hang_up;

void terminal_note_signal(int number) {
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
  action.sa_handler = terminal_note_signal;
  struct sigaction hang_up;
  ignores_hang_up = sigaction(SIGHUP, NULL, &hang_up) == 0 && hang_up.sa_handler == SIG_IGN;
  for (size_t k = 0; k < sizeof caught / sizeof *caught; k++) {
    if (caught[k] == SIGHUP && ignores_hang_up) continue;
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
  for (size_t k = 0; k < sizeof caught / sizeof *caught; k++)
    if (caught[k] != SIGHUP || !ignores_hang_up) signal(caught[k], SIG_DFL);
  sigaction(SIGPIPE, &broken_pipe_before, NULL);
  close(terminal_signal_pipe[0]);
  close(terminal_signal_pipe[1]);
  terminal_signal_pipe[0] = terminal_signal_pipe[1] = -1;
}

int terminal_take_signals(bool *stop, bool *resumed, bool *resized) {
  *stop = *resumed = *resized = false;
  int fatal = 0;
  unsigned char numbers[64];
  ssize_t count;
  while ((count = read(terminal_signal_pipe[0], numbers, sizeof numbers)) > 0) {
    for (ssize_t k = 0; k < count; k++) {
      if (numbers[k] == SIGWINCH) *resized = true;
      else if (numbers[k] == SIGTSTP) *stop = true;
      else if (numbers[k] == SIGCONT) *resumed = true;
      else if (fatal == 0) fatal = numbers[k];
    }
  }
  return fatal;
}

void terminal_stop_process(void) { raise(SIGSTOP); }

void terminal_stop_group(void) {
  struct sigaction ours, usual;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
