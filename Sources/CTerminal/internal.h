#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <termios.h>

#include <ncurses.h>

#include "CTerminal.h"

/* More than any screen has; what is larger is left unused. */
enum { MOST_COLUMNS = 1000, MOST_ROWS = 1000 };

/* screen.c: the one terminal of the process. */
extern struct terminal_state {
  bool open, utf8, pointer, colors;
  /* Hung up. Nothing more is written or read. */
  bool gone;
  /* Given back for as long as the process is stopped. */
  bool away;
  SCREEN *screen;
  FILE *output, *input;
  struct termios saved;
  const char *failed_call;
  int error_code;
  /* Per role: the pair, and the attribute that makes one of eight colours a bright one. */
  short pairs[TERMINAL_ROLES];
  attr_t brightness[TERMINAL_ROLES];
  /* Whether the pair writes in black; whether bold letters turn bright. */
  bool dark_ink[TERMINAL_ROLES], bold_is_bright;
} terminal;

/* signals.c: a handler writes the number of its signal to this pipe, which terminal_wait polls. -1: none. */
extern int terminal_signal_pipe[2];
/* Returns 0, or -1 with errno. */
int terminal_catch_signals(void);
/* Default actions from here on. A SIGQUIT must not reach the Swift runtime's own handler: it shows memory. */
void terminal_release_signals(void);
/* Puts a signal into the pipe, as if it had come. Async-signal-safe. */
void terminal_note_signal(int number);
/* Empties the pipe. Returns the first signal in it that asks the program to end, or 0. */
int terminal_take_signals(bool *stop, bool *resumed, bool *resized);
void terminal_stop_process(void);
/* Stops the whole job, as the terminal itself would on Ctrl-Z. Where no shell waits for the job the kernel stops nothing,
   and nobody would ever continue it. */
void terminal_stop_group(void);

/* crash-guard.c: what a crash writes to `fd` and sets its modes to before the process dies of it. */
void terminal_guard(int fd, const struct termios *saved, const char *reset, size_t length);
void terminal_unguard(void);

/* whole-screens.c: right after newterm. */
void terminal_write_whole_screens(void);

/* locale.c: sets LC_CTYPE. True: UTF-8. */
bool terminal_choose_locale(bool ascii);

#endif
