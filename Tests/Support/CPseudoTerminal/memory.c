#define _GNU_SOURCE 1
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long occurrences(const unsigned char *memory, size_t size, const unsigned char *elements, size_t width,
    size_t count, size_t stride) {
  long found = 0;
  size_t span = (count - 1) * stride + width;
  if (span > size) return 0;
  const unsigned char *at = memory, *end = memory + (size - span) + 1;
  for (; at < end && (at = memchr(at, elements[0], (size_t)(end - at))); at++) {
    size_t k = 0;
    while (k < count && memcmp(at + k * stride, elements + k * width, width) == 0) k++;
    found += k == count;
  }
  return found;
}

long pty_count_in_memory(pid_t process, const void *elements, size_t width, size_t count, size_t stride) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/maps", (int)process);
  FILE *maps = fopen(path, "r");
  snprintf(path, sizeof path, "/proc/%d/mem", (int)process);
  int memory = open(path, O_RDONLY | O_CLOEXEC);
  if (!maps || memory < 0) {
    if (maps) fclose(maps);
    if (memory >= 0) close(memory);
    return -1;
  }
  long found = 0, regions = 0;
  char line[4096];
  while (fgets(line, sizeof line, maps)) {
    unsigned long start, end;
    char rights[8];
    if (sscanf(line, "%lx-%lx %7s", &start, &end, rights) != 3 || rights[0] != 'r') continue;
    /* What no process may write holds no answer; half of it is the program itself. */
    if (rights[1] != 'w') continue;
    unsigned char *copy = malloc(end - start);
    if (!copy) continue;
    ssize_t size = pread(memory, copy, end - start, (off_t)start);
    if (size > 0) {
      found += occurrences(copy, (size_t)size, elements, width, count, stride);
      regions++;
    }
    free(copy);
  }
  fclose(maps);
  close(memory);
  return regions ? found : -1;
}
