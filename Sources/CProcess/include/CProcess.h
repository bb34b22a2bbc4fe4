#ifndef CPROCESS_H
#define CPROCESS_H

#include <sys/types.h>

/* What more than one module needs of processes, and Swift cannot call. */

/* Starts a program with these as its input and as its output and error output, no other descriptor, no terminal to ask on,
   and signals as usual. It dies with this process. Returns its number, or -1 with errno. It ends with 127 where the program
   cannot be run, and with 126 where all the rest cannot be. */
pid_t process_start(const char *path, char *const arguments[], char *const environment[], int input, int output);
/* How it ended: 0 not yet, 1 with an exit status, 2 by a signal; `*code` is that number. Of one that is not there any more
   nobody can tell: 2, and 0. */
int process_reap(pid_t process, int block, int *code);

/* Milliseconds of a clock that never jumps. */
long process_milliseconds(void);

#endif
