#define _GNU_SOURCE 1
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

struct terminal_state terminal;

const char *terminal_failed_call(void) { return terminal.failed_call ? terminal.failed_call : ""; }
int terminal_error_code(void) { return terminal.error_code; }
const char *terminal_type(void) { return getenv("TERM"); }
bool terminal_is_utf8(void) { return terminal.utf8; }
int terminal_width(void) { return terminal.open ? getmaxx(stdscr) : 0; }
int terminal_height(void) { return terminal.open ? getmaxy(stdscr) : 0; }

/* Not through ncurses: it must be out before and after anything that ncurses buffers. */
static void send(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, text, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    left -= (size_t)written;
  }
}

static void send_modes_on(void) {
  send(terminal.pointer ? "\033[?2004h\033[?1000h\033[?1006h" : "\033[?2004h");
}

static void send_modes_off(void) {
  send(terminal.pointer ? "\033[?1006l\033[?1000l\033[?2004l" : "\033[?2004l");
}

/* Appends what the terminal's description gives, without the delays that no terminal of today needs. */
static size_t append_capability(char *buffer, size_t used, size_t size, const char *name) {
  const char *text = tigetstr(name);
  if (!text || text == (char *)-1) return used;
  while (*text && used < size) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    buffer[used++] = *text++;
  }
  return used;
}

static void guard_against_crashes(void) {
  char reset[256];
  const char *modes = terminal.pointer ? "\033[?1006l\033[?1000l\033[?2004l" : "\033[?2004l";
  size_t used = strlen(modes);
  memcpy(reset, modes, used);
  static const char *const names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
  for (int k = 0; k < 5; k++) used = append_capability(reset, used, sizeof reset - 2, names[k]);
  reset[used++] = '\r';
  reset[used++] = '\n';
  terminal_guard(STDIN_FILENO, &terminal.saved, reset, used);
}

/* No guess at another type: what a terminal does with sequences that are not its own, nobody knows. */
static SCREEN *new_screen(void) {
  const char *type = getenv("TERM");
  return type && *type ? newterm(type, terminal.output, terminal.input) : NULL;
}

static void free_screen(void) {
  if (terminal.screen) delscreen(terminal.screen);
  if (terminal.output) fclose(terminal.output);
  if (terminal.input) fclose(terminal.input);
  terminal.screen = NULL;
  terminal.output = terminal.input = NULL;
}

static enum terminal_result fail(enum terminal_result result, const char *call) {
  terminal.error_code = errno;
  terminal.failed_call = call;
  free_screen();
  if (result != TERMINAL_NONE) tcsetattr(STDIN_FILENO, TCSANOW, &terminal.saved);
  if (terminal_signal_pipe[0] >= 0) {
    bool stop, resumed, resized;
    int fatal = terminal_take_signals(&stop, &resumed, &resized);
    terminal_release_signals();
    if (fatal) raise(fatal);
  }
  return result;
}

/* Streams of their own, so that to close them leaves standard input and output open. */
static bool open_streams(void) {
  int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  if (output >= 0) terminal.output = fdopen(output, "w");
  if (input >= 0) terminal.input = fdopen(input, "r");
  return terminal.output && terminal.input;
}

enum terminal_result terminal_open(bool pointer, bool ascii) {
  if (terminal.open) {
    terminal.error_code = EBUSY;
    terminal.failed_call = "open";
    return TERMINAL_UNAVAILABLE;
  }
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &terminal.saved))
    return fail(TERMINAL_NONE, "isatty");
  const char *type = getenv("TERM");
  if (type && strcmp(type, "dumb") == 0) return fail(TERMINAL_NO_ADDRESSING, "tigetstr");
  terminal.pointer = pointer;
  terminal.utf8 = terminal_choose_locale(ascii);
  if (!open_streams()) return fail(TERMINAL_UNAVAILABLE, "fdopen");
  /* Before newterm, which leaves handlers alone that are there already. */
  if (terminal_catch_signals()) return fail(TERMINAL_UNAVAILABLE, "pipe2");
  /* The size is the window's, whatever LINES and COLUMNS were at the start. */
  use_env(FALSE);
  use_tioctl(TRUE);
  terminal.screen = new_screen();
  if (!terminal.screen) return fail(TERMINAL_UNKNOWN_TYPE, "newterm");
  const char *addressing = tigetstr("cup");
  if (!addressing || addressing == (char *)-1) {
    endwin();
    return fail(TERMINAL_NO_ADDRESSING, "tigetstr");
  }
  terminal_write_whole_screens();
  guard_against_crashes();
  raw();
  noecho();
  nonl();
  leaveok(stdscr, FALSE);
  curs_set(1);
  if (getmaxx(stdscr) > MOST_COLUMNS || getmaxy(stdscr) > MOST_ROWS)
    resizeterm(getmaxy(stdscr) < MOST_ROWS ? getmaxy(stdscr) : MOST_ROWS,
        getmaxx(stdscr) < MOST_COLUMNS ? getmaxx(stdscr) : MOST_COLUMNS);
  send_modes_on();
  /* A program may end by exit(3) where it still holds the terminal. */
  static bool registered;
  if (!registered) registered = atexit(terminal_close) == 0;
  terminal.open = true;
  terminal.gone = terminal.away = false;
  terminal.colors = false;
  return TERMINAL_OK;
}

/* Output that nobody reads must not keep the program from ending. */
static void discard_stalled_output(void) {
  struct pollfd output = {STDOUT_FILENO, POLLOUT, 0};
  if (poll(&output, 1, 0) == 0) tcflush(STDOUT_FILENO, TCOFLUSH);
}

/* Whether the terminal is this process's to change. A shell keeps it from a job in the background; a terminal that no
   session has is everybody's. */
static bool is_in_foreground(void) {
  pid_t group = tcgetpgrp(STDIN_FILENO);
  return group < 0 || group == getpgrp();
}

static void leave(void) {
  if (terminal.away || !is_in_foreground()) return;
  terminal.away = true;
  discard_stalled_output();
  send_modes_off();
  tcflush(STDIN_FILENO, TCIFLUSH);
  if (!isendwin()) endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &terminal.saved);
}

void terminal_close(void) {
  if (!terminal.open) return;
  terminal.open = false;
  if (!terminal.gone) leave();
  terminal_unguard();
  terminal_release_signals();
  free_screen();
}

static void take_again(void) {
  terminal.away = false;
  reset_prog_mode();
  clearok(curscr, TRUE);
  send_modes_on();
}

static void take_size(int *result) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size)) return;
  int rows = size.ws_row < MOST_ROWS ? size.ws_row : MOST_ROWS;
  int columns = size.ws_col < MOST_COLUMNS ? size.ws_col : MOST_COLUMNS;
  /* A size of nothing is what a pty has that nobody gave one. */
  if (rows == 0 || columns == 0) return;
  if (rows == getmaxy(stdscr) && columns == getmaxx(stdscr)) return;
  resizeterm(rows, columns);
  *result |= TERMINAL_RESIZED | TERMINAL_REPAINT;
}

void terminal_suspend(void) {
  if (!terminal.open || terminal.gone) return;
  /* Who leads the session has no shell: to leave and come back would only lose what is typed meanwhile. */
  if (getsid(0) == getpid()) return;
  leave();
  terminal_stop_group();
  /* Where no shell waits nothing has stopped, and no SIGCONT comes. */
  terminal_note_signal(SIGCONT);
}

int terminal_handle_signals(int *fatal) {
  int result = 0;
  bool stop, resumed, resized;
  *fatal = terminal_take_signals(&stop, &resumed, &resized);
  if (*fatal) return result;
  if (stop) {
    leave();
    terminal_stop_process();
    /* The SIGCONT that ended the stop is in the pipe and comes next. */
    return result;
  }
  if (resumed && !is_in_foreground()) {
    /* Continued in the background: there is nothing to do there. */
    terminal_stop_process();
    return result;
  }
  if (resumed) {
    take_again();
    resized = true;
    result |= TERMINAL_REPAINT;
  }
  if (resized) {
    take_size(&result);
    if (result) clearok(curscr, TRUE);
  }
  return result;
}
