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
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include <ncurses.h>

#include "internal.h"

/* More than any screen has; what is larger is left unused. */
enum { MOST_COLUMNS = 1000, MOST_ROWS = 1000 };

static struct {
  bool open, utf8, pointer, colors, gone;
  SCREEN *screen;
  FILE *output, *input;
  struct termios saved;
  const char *failed_call;
  int error_code;
  /* Per role: the pair, and the attribute that makes one of eight colours a bright one. */
  short pairs[TERMINAL_ROLES];
  attr_t brightness[TERMINAL_ROLES];
} terminal;

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

static SCREEN *new_screen(void) {
  const char *type = getenv("TERM");
  SCREEN *screen = type && *type ? newterm(type, terminal.output, terminal.input) : NULL;
  static const char *const likely[] = {"xterm-256color", "xterm", "vt100"};
  for (int k = 0; k < 3 && !screen; k++) screen = newterm(likely[k], terminal.output, terminal.input);
  return screen;
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
  if (terminal_signal_pipe[0] >= 0) terminal_release_signals();
  if (result != TERMINAL_NONE) tcsetattr(STDIN_FILENO, TCSANOW, &terminal.saved);
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
  terminal.open = true;
  terminal.gone = false;
  terminal.colors = false;
  return TERMINAL_OK;
}

/* Output that nobody reads must not keep the program from ending. */
static void discard_stalled_output(void) {
  struct pollfd output = {STDOUT_FILENO, POLLOUT, 0};
  if (poll(&output, 1, 0) == 0) tcflush(STDOUT_FILENO, TCOFLUSH);
}

static void leave(void) {
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

int terminal_handle_signals(int *fatal) {
  int result = 0;
  *fatal = 0;
  bool stop = false, resumed = false, resized = false;
  unsigned char numbers[64];
  ssize_t count;
  while ((count = read(terminal_signal_pipe[0], numbers, sizeof numbers)) > 0) {
    for (ssize_t k = 0; k < count; k++) {
      if (numbers[k] == SIGWINCH) resized = true;
      else if (numbers[k] == SIGTSTP) stop = true;
      else if (numbers[k] == SIGCONT) resumed = true;
      else if (*fatal == 0) *fatal = numbers[k];
    }
  }
  if (*fatal) return result;
  if (stop) {
    leave();
    terminal_stop_process();
    /* The SIGCONT that ended the stop is in the pipe and comes next. */
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

int terminal_wait(int milliseconds) {
  if (terminal.gone || !terminal.open) return TERMINAL_GONE;
  struct pollfd fds[3] = {
      {STDIN_FILENO, POLLIN, 0}, {terminal_signal_pipe[0], POLLIN, 0}, {STDOUT_FILENO, 0, 0}};
  int count = poll(fds, 3, milliseconds);
  /* Interrupted: the handler has written to the pipe. */
  if (count < 0) return errno == EINTR ? TERMINAL_SIGNALLED : TERMINAL_GONE;
  int result = 0;
  if (fds[1].revents) result |= TERMINAL_SIGNALLED;
  if ((fds[0].revents | fds[2].revents) & (POLLHUP | POLLERR | POLLNVAL)) {
    terminal.gone = true;
    return result | TERMINAL_GONE;
  }
  if (fds[0].revents & POLLIN) result |= TERMINAL_READABLE;
  return result;
}

long terminal_read(uint8_t *buffer, size_t size) {
  ssize_t count = read(STDIN_FILENO, buffer, size);
  if (count > 0) return count;
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  terminal.gone = true;
  return -1;
}

int64_t terminal_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int terminal_escape_delay(int otherwise) {
  const char *text = getenv("ESCDELAY");
  if (!text || !*text) return otherwise;
  char *end;
  long value = strtol(text, &end, 10);
  return *end || value < 1 || value > 10000 ? otherwise : (int)value;
}

bool terminal_is_without_color(void) {
  const char *text = getenv("NO_COLOR");
  return text && *text;
}

void terminal_set_colors(const int8_t foreground[TERMINAL_ROLES], const int8_t background[TERMINAL_ROLES]) {
  memset(terminal.pairs, 0, sizeof terminal.pairs);
  memset(terminal.brightness, 0, sizeof terminal.brightness);
  if (!terminal.open) return;
  bool wanted = false;
  for (int role = 0; role < TERMINAL_ROLES; role++) wanted |= foreground[role] >= 0 || background[role] >= 0;
  if (!wanted || terminal_is_without_color() || !has_colors()) return;
  if (!terminal.colors) {
    terminal.colors = true;
    start_color();
    use_default_colors();
  }
  for (short role = 0; role < TERMINAL_ROLES; role++) {
    short ink = foreground[role], paper = background[role];
    if (ink < 0 && paper < 0) continue;
    if (COLORS < 16 && ink >= 8) {
      ink = (short)(ink - 8);
      terminal.brightness[role] = A_BOLD;
    }
    if (COLORS < 16 && paper >= 8) paper = (short)(paper - 8);
    if (init_pair((short)(role + 1), ink, paper) == OK) terminal.pairs[role] = (short)(role + 1);
  }
}

static void dress(cchar_t *cell, uint16_t style) {
  int role = (style >> 4) % TERMINAL_ROLES;
  attr_t attributes = terminal.brightness[role];
  if (style & 1) attributes |= A_BOLD;
  if (style & 2) attributes |= A_REVERSE;
  if (style & 4) attributes |= A_UNDERLINE;
  if (style & 8) attributes |= A_DIM;
  static const wchar_t blank[] = L" ";
  setcchar(cell, blank, attributes, terminal.pairs[role], NULL);
}

static void put_row(const struct terminal_frame *frame, int y, int first, int last) {
  static cchar_t cells[MOST_COLUMNS];
  const uint32_t *scalars = frame->scalars + (size_t)y * (size_t)frame->width;
  const uint16_t *styles = frame->styles + (size_t)y * (size_t)frame->width;
  int count = 0;
  uint16_t style = 0;
  cchar_t model;
  bool dressed = false;
  for (int x = first; x <= last; x++) {
    uint32_t code = scalars[x];
    if (code == TERMINAL_CONTINUATION) continue;
    if (!dressed || styles[x] != style) {
      style = styles[x];
      dress(&model, style);
      dressed = true;
    }
    cchar_t *cell = &cells[count++];
    *cell = model;
    if (code & TERMINAL_CLUSTER) {
      const uint32_t *marks = frame->clusters + 5 * (size_t)(code & ~TERMINAL_CLUSTER);
      for (int k = 0; k < 5 && k < CCHARW_MAX; k++) cell->chars[k] = (wchar_t)marks[k];
    } else {
      cell->chars[0] = (wchar_t)code;
    }
  }
  if (count > 0) mvwadd_wchnstr(stdscr, y, first, cells, count);
}

/* Whether the cells may differ; marks are compared as a whole, since their numbers say nothing across frames. */
static bool differs(uint32_t a, uint32_t b, bool same_clusters) {
  return a != b || (!same_clusters && (a & TERMINAL_CLUSTER));
}

static void put_changes(const struct terminal_frame *frame, const struct terminal_frame *shown, int y, int width,
    bool same_clusters) {
  size_t start = (size_t)y * (size_t)frame->width;
  const uint32_t *a = frame->scalars + start, *b = shown->scalars + start;
  const uint16_t *c = frame->styles + start, *d = shown->styles + start;
  int first = 0, last = width - 1;
  while (first < width && !differs(a[first], b[first], same_clusters) && c[first] == d[first]) first++;
  if (first == width) return;
  while (!differs(a[last], b[last], same_clusters) && c[last] == d[last]) last--;
  /* A wide character goes as a whole. */
  while (first > 0 && a[first] == TERMINAL_CONTINUATION) first--;
  put_row(frame, y, first, last);
}

bool terminal_present(const struct terminal_frame *frame, const struct terminal_frame *shown, int x, int y) {
  if (!terminal.open || terminal.gone) return false;
  int width = frame->width < getmaxx(stdscr) ? frame->width : getmaxx(stdscr);
  int height = frame->height < getmaxy(stdscr) ? frame->height : getmaxy(stdscr);
  if (!shown || shown->width != frame->width || shown->height != frame->height) {
    werase(stdscr);
    for (int row = 0; row < height; row++) put_row(frame, row, 0, width - 1);
  } else {
    bool same_clusters = frame->cluster_count == shown->cluster_count
        && (frame->cluster_count == 0
            || memcmp(frame->clusters, shown->clusters, frame->cluster_count * sizeof *frame->clusters) == 0);
    for (int row = 0; row < height; row++) put_changes(frame, shown, row, width, same_clusters);
  }
  int right = getmaxx(stdscr) - 1, bottom = getmaxy(stdscr) - 1;
  wmove(stdscr, y < 0 ? 0 : y > bottom ? bottom : y, x < 0 ? 0 : x > right ? right : x);
  wnoutrefresh(stdscr);
  doupdate();
  return true;
}
