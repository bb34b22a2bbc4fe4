/* The measure of the bench: the product's own screens, drawn as a plain ncurses form would draw them.
 *
 * usage: ncurses_form FRAMES
 *
 * FRAMES holds the screens in the order of a walk, as bench.py took them from the product:
 *     frame next|same CURSOR-ROW CURSOR-COLUMN
 *     ROW COLUMN STYLE TEXT          a run of one style: - plain, b bold, r reverse, u underlined
 * Any key leads to the next screen: `next` is erased and drawn anew, of `same` only the lines that changed are drawn. */
#define _GNU_SOURCE 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_frames = 400, most_rows = 24 };

struct frame {
  int is_next, cursor_row, cursor_column;
  char *rows[most_rows]; /* Its runs, one after the other; NULL for an empty row. */
};

static struct frame frames[most_frames];
static int count;

/* Cuts the file into frames and rows, in place: a row's runs stay together, with line breaks between them. */
static int read_frames(const char *path) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  if (!file) return 0;
  while ((length = getline(&line, &room, file)) > 0) {
    char kind[8];
    int row = 0, start = 0;
    if (!strncmp(line, "frame ", 6) && count < most_frames) {
      struct frame *f = &frames[count++];
      if (sscanf(line, "frame %7s %d %d", kind, &f->cursor_row, &f->cursor_column) != 3) return 0;
      f->is_next = !strcmp(kind, "next");
    } else if (count && sscanf(line, "%d %n", &row, &start) == 1 && row >= 0 && row < most_rows) {
      char **runs = &frames[count - 1].rows[row];
      size_t before = *runs ? strlen(*runs) : 0;
      *runs = realloc(*runs, before + (size_t)length - (size_t)start + 1);
      if (!*runs) return 0;
      strcpy(*runs + before, line + start);
    }
  }
  free(line);
  fclose(file);
  return count > 0;
}

static void draw_row(int row, const char *runs) {
  while (*runs) {
    int column = 0, start = 0;
    char style[8] = "";
    const char *end = strchr(runs, '\n');
    if (!end || sscanf(runs, "%d %7s%n", &column, style, &start) != 2) return;
    attrset((strchr(style, 'b') ? A_BOLD : 0) | (strchr(style, 'r') ? A_REVERSE : 0) |
            (strchr(style, 'u') ? A_UNDERLINE : 0));
    mvaddnstr(row, column, runs + start + 1, (int)(end - runs) - start - 1);
    runs = end + 1;
  }
  attrset(A_NORMAL);
}

static void show(const struct frame *f, const struct frame *before) {
  if (f->is_next || !before) erase();
  for (int row = 0; row < most_rows; row++) {
    const char *now = f->rows[row] ? f->rows[row] : "";
    const char *then = f->is_next || !before ? "" : before->rows[row] ? before->rows[row] : "";
    if (!strcmp(now, then)) continue;
    move(row, 0);
    clrtoeol();
    draw_row(row, now);
  }
  move(f->cursor_row, f->cursor_column);
  refresh();
}

int main(int argc, char **argv) {
  setlocale(LC_ALL, "");
  if (argc != 2 || !read_frames(argv[1])) return fprintf(stderr, "usage: ncurses_form FRAMES\n"), 64;
  initscr();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  for (int at = 0; at < count; at++) {
    show(&frames[at], at ? &frames[at - 1] : NULL);
    if (getch() == ERR) break;
  }
  endwin();
  return 0;
}
