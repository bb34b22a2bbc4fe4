#ifndef CCURSESWIDTH_H
#define CCURSESWIDTH_H

#include <stdint.h>

/* How far ncurses moves its cursor for a text, on a screen that nobody sees. -1: it would not draw it; -2: no screen. Not
   thread-safe. */
int curses_advance(const uint32_t *scalars, int count);

#endif
