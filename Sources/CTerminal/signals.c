#define _GNU_SOURCE 1
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

int terminal_signal_pipe[2] = {-1, -1};

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
#define CAUGHT (sizeof caught / sizeof *caught)
static struct sigaction broken_pipe_before;
/* What whoever started the program has it ignore: the hang-up under nohup(1), which is then seen by the terminal's end
   alone; all that a keyboard can send, in a kiosk. A request to end is always heard. */
static bool is_ignored[CAUGHT];

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
  for (size_t k = 0; k < CAUGHT; k++) {
    struct sigaction before;
    is_ignored[k] = caught[k] != SIGTERM && caught[k] != SIGWINCH && caught[k] != SIGCONT
        && sigaction(caught[k], NULL, &before) == 0 && before.sa_handler == SIG_IGN;
    if (is_ignored[k]) continue;
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
  for (size_t k = 0; k < CAUGHT; k++)
    if (!is_ignored[k]) signal(caught[k], SIG_DFL);
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
