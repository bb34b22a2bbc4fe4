#define _GNU_SOURCE 1
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "internal.h"

/* Opens what the descriptor is, but so that nothing can be written to it. -1: cannot. */
static int opened_to_read(int descriptor) {
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
  return open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
}

/* Lets ncurses write a whole screen at once.

   Between newterm and the first return from endwin (in doupdate) ncurses 6.4 writes out every movement of the cursor by
   itself: a screen comes in twenty pieces, each of which wakes up the terminal. So there and back, before the colours are
   on, or it would reset the palette of the terminal. What it writes on that way goes nowhere, where that can be had: it
   would be a flash of the other screen.

   It also looks for waiting keys while it draws, to put off the rest; we ask for them ourselves before we draw. */
void terminal_write_whole_screens(void) {
  /* Out with what newterm wrote, which is not to get lost. */
  doupdate();
  int output = fileno(terminal.output);
  int kept = fcntl(output, F_DUPFD_CLOEXEC, 3);
  int mute = kept < 0 ? -1 : opened_to_read(output);
  if (mute >= 0) dup3(mute, output, O_CLOEXEC);
  endwin();
  doupdate();
  if (mute >= 0) {
    dup3(kept, output, O_CLOEXEC);
    close(mute);
  }
  if (kept >= 0) close(kept);
  typeahead(-1);
}
