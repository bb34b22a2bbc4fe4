#ifndef CPRINTING_H
#define CPRINTING_H

#include <sys/types.h>

/* Starts a program as process_start does, with pipes as its input and output. `ends` gets what this process writes to and
   reads from; neither is waited at. Returns its number, or -1 with errno. */
pid_t printing_start(const char *path, char *const arguments[], char *const environment[], int ends[2]);
/* Writes what there is room for and raises no signal where nobody reads. Returns how much, or -1 with errno. */
ssize_t printing_write(int descriptor, const void *bytes, size_t count);
/* Whether a folder lies in memory alone: 0 no, 1 yes, -1 with errno. */
int printing_is_in_memory(const char *path);

#endif
