#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/* Returns 0, or -1 with errno. `*slave` is for the program, and to read the terminal's modes when the program is gone. */
int pty_open(int rows, int columns, int *master, int *slave);
/* Starts a program on the pty. Between fork and exec only what is async-signal-safe is called, so that a test process with
   threads may do it. Returns the process, or -1 with errno. */
pid_t pty_spawn(const char *path, char *const arguments[], char *const environment[], int slave);
int pty_resize(int master, int rows, int columns);
int pty_wcwidth(int scalar);
/* Waits for the end of the process. 0: still running; else 1 with the status and the CPU time in microseconds. */
int pty_reap(pid_t process, int block, int *status, long *cpu);
int pty_set_utf8_locale(void);

/* How often these elements stand in what a process can write of its memory, each so many bytes after the one before;
   -1: it cannot be read. */
long pty_count_in_memory(pid_t process, const void *elements, size_t width, size_t count, size_t stride);

#endif
