#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>
#include <termios.h>

/* Starts a program on a pty of its own. Between fork and exec only what is async-signal-safe is called, so that a test
   process with threads may do it. Returns the process, or -1 with errno; `*slave` stays open, so that the modes of the
   terminal can be read when the program is gone. */
pid_t pty_spawn(int rows, int columns, const char *path, char *const arguments[], char *const environment[],
    int *master, int *slave);
int pty_resize(int master, int rows, int columns);
int pty_wcwidth(int scalar);
/* Waits for the end of the process. 0: still running; else 1 with the status and the CPU time in microseconds. */
int pty_reap(pid_t process, int block, int *status, long *cpu);
int pty_set_utf8_locale(void);

#endif
