#define _GNU_SOURCE 1
#include "CTerminal.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "internal.h"

int terminal_color_count(void) {
  if (!terminal.open || terminal_is_without_color() || !has_colors()) return 0;
  int count = tigetnum("colors");
  return count < 0 ? 0 : count;
}

bool terminal_is_linux_console(void) {
  const char *type = getenv("TERM");
  return type && (strcmp(type, "linux") == 0 || strncmp(type, "linux-", 6) == 0);
}

void terminal_set_colors(const int32_t foreground[TERMINAL_ROLES], const int32_t background[TERMINAL_ROLES]) {
  memset(terminal.pairs, 0, sizeof terminal.pairs);
  memset(terminal.brightness, 0, sizeof terminal.brightness);
  memset(terminal.dark_ink, 0, sizeof terminal.dark_ink);
  terminal.bold_is_bright = terminal_is_linux_console();
  if (!terminal.open) return;
  bool wanted = false;
  for (int role = 0; role < TERMINAL_ROLES; role++) wanted |= foreground[role] >= 0 || background[role] >= 0;
  if (!wanted || terminal_is_without_color() || !has_colors()) return;
  if (!terminal.colors) {
    terminal.colors = true;
    start_color();
    use_default_colors();
  }
  for (int role = 0; role < TERMINAL_ROLES; role++) {
    int ink = foreground[role], paper = background[role];
    if (ink < 0 && paper < 0) continue;
    if (COLORS < 16 && ink >= 8) {
      ink -= 8;
      terminal.brightness[role] = A_BOLD;
    }
    if (COLORS < 16 && paper >= 8) paper -= 8;
    terminal.dark_ink[role] = ink == 0;
    if (init_extended_pair(role + 1, ink, paper) == OK) terminal.pairs[role] = (short)(role + 1);
  }
}

static int role_of(uint16_t style) { return (style >> 4) % TERMINAL_ROLES; }

static attr_t attributes_of(uint16_t style) {
  int role = role_of(style);
  attr_t attributes = terminal.brightness[role];
  if (style & 1) attributes |= A_BOLD;
  if (style & 2) attributes |= A_REVERSE;
  if (style & 4) attributes |= A_UNDERLINE;
  if (style & 8) attributes |= A_DIM;
  /* The Linux console makes bold letters bright after it has reversed them: black ones would turn dark grey on grey, which
     is read at 3:1. */
  if (terminal.bold_is_bright && ((attributes & A_REVERSE) || terminal.dark_ink[role])) attributes &= ~(attr_t)A_BOLD;
  return attributes;
}

/* Most of what is drawn. ncurses takes such cells as they are, and looks up the width of no character. */
static bool put_ascii(const struct terminal_frame *frame, int y, int first, int last) {
  static chtype cells[MOST_COLUMNS];
  const uint32_t *scalars = frame->scalars + (size_t)y * (size_t)frame->width;
  const uint16_t *styles = frame->styles + (size_t)y * (size_t)frame->width;
  uint16_t style = styles[first];
  chtype dress = attributes_of(style) | (chtype)COLOR_PAIR(terminal.pairs[role_of(style)]);
  for (int x = first; x <= last; x++) {
    uint32_t code = scalars[x];
    if (code < 0x20 || code > 0x7E) return false;
    if (styles[x] != style) {
      style = styles[x];
      dress = attributes_of(style) | (chtype)COLOR_PAIR(terminal.pairs[role_of(style)]);
    }
    cells[x - first] = code | dress;
  }
  mvwaddchnstr(stdscr, y, first, cells, last - first + 1);
  return true;
}

static void put_row(const struct terminal_frame *frame, int y, int first, int last) {
  if (put_ascii(frame, y, first, last)) return;
  static cchar_t cells[MOST_COLUMNS];
  static const wchar_t blank[] = L" ";
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
      setcchar(&model, blank, attributes_of(style), terminal.pairs[role_of(style)], NULL);
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
  /* Most rows are alike; a whole row is compared far faster than its cells. */
  if (same_clusters && memcmp(a, b, (size_t)width * sizeof *a) == 0 && memcmp(c, d, (size_t)width * sizeof *c) == 0)
    return;
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
