#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The terminal: ncurses draws, and everything else is done here. A process has one terminal; it is the one of standard
   input and output. Nothing here is thread-safe but what the signal handlers do. */

enum terminal_result {
  TERMINAL_OK = 0,
  /* Standard input or output is not a terminal. */
  TERMINAL_NONE,
  /* No terminal type, or no description of it. */
  TERMINAL_UNKNOWN_TYPE,
  /* The terminal cannot place its cursor. */
  TERMINAL_NO_ADDRESSING,
  /* A system call failed; errno says why. */
  TERMINAL_UNAVAILABLE,
};

/* Takes the terminal: raw, no echo, bracketed paste, pointer reports if asked; handlers for signals and crashes. `ascii`
   overrides a UTF-8 locale. On failure the terminal is as it was. */
enum terminal_result terminal_open(bool pointer, bool ascii);
/* Gives it back as it was. May be called again and again. */
void terminal_close(void);

/* The call that failed, its errno, and the terminal type that was asked for (NULL: none), for a message. */
const char *terminal_failed_call(void);
int terminal_error_code(void);
const char *terminal_type(void);

bool terminal_is_utf8(void);
int terminal_width(void);
int terminal_height(void);

/* How many colours the terminal has: 0 where it has none, or NO_COLOR wants none; from 1 << 24 on a colour is its red,
   green and blue. */
int terminal_color_count(void);
bool terminal_is_linux_console(void);

/* The colours of a role, each less than the count, or -1 for the terminal's own; with 8 colours 8 to 15 are bright ones, by
   bold. Roles are the upper twelve bits of a style. */
enum { TERMINAL_ROLES = 16 };
void terminal_set_colors(const int32_t foreground[TERMINAL_ROLES], const int32_t background[TERMINAL_ROLES]);

/* A frame, row after row. `scalars`: a scalar; TERMINAL_CONTINUATION for the right half of a wide character;
   TERMINAL_CLUSTER with the number of an entry in `clusters`, which are five numbers each, zeros at their ends.
   `styles`: the role times 16, and 1 bold, 2 reverse, 4 underline, 8 dim. */
#define TERMINAL_CONTINUATION 0x40000000u
#define TERMINAL_CLUSTER 0x80000000u
struct terminal_frame {
  int width, height;
  const uint32_t *scalars;
  const uint16_t *styles;
  const uint32_t *clusters;
  size_t cluster_count;
};

/* Shows `frame` with the cursor at that place. `shown` is the frame of the call before, and spares looking at what is
   alike; NULL draws all. Returns false when the terminal is gone. */
bool terminal_present(const struct terminal_frame *frame, const struct terminal_frame *shown, int x, int y);

enum {
  TERMINAL_READABLE = 1,
  TERMINAL_SIGNALLED = 2,
  TERMINAL_GONE = 4,
};
/* Waits so many milliseconds, or for ever if negative. 0: the time is up. */
int terminal_wait(int milliseconds);
/* Bytes that were typed: 0 when there are none yet, -1 when there will never be any. */
long terminal_read(uint8_t *buffer, size_t size);

enum {
  TERMINAL_RESIZED = 1,
  /* The picture was lost: everything has to be presented again. */
  TERMINAL_REPAINT = 2,
};
/* Does what signals asked for, stops included. Returns what became of the screen; `*fatal` is the number of a signal that
   asks the program to end, or 0. */
int terminal_handle_signals(int *fatal);

/* Gives the terminal to the shell until the job is continued, as Ctrl-Z does elsewhere. What has to be done then comes
   as a signal. */
void terminal_suspend(void);

int64_t terminal_milliseconds(void);
/* The environment's ESCDELAY in milliseconds, or `otherwise`. */
int terminal_escape_delay(int otherwise);
bool terminal_is_without_color(void);

#endif
