#define _GNU_SOURCE 1
#include "CTerminal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

int terminal_wait(int milliseconds) {
  if (terminal.gone || !terminal.open) return TERMINAL_GONE;
  struct pollfd fds[3] = {
      {STDIN_FILENO, POLLIN, 0}, {terminal_signal_pipe[0], POLLIN, 0}, {STDOUT_FILENO, 0, 0}};
  int count = poll(fds, 3, milliseconds);
  /* Interrupted: the handler has written to the pipe. */
  if (count < 0) return errno == EINTR ? TERMINAL_SIGNALLED : TERMINAL_GONE;
  int result = 0;
  if (fds[1].revents) result |= TERMINAL_SIGNALLED;
  if ((fds[0].revents | fds[2].revents) & (POLLHUP | POLLERR | POLLNVAL)) {
    terminal.gone = true;
    return result | TERMINAL_GONE;
  }
  if (fds[0].revents & POLLIN) result |= TERMINAL_READABLE;
  return result;
}

long terminal_read(uint8_t *buffer, size_t size) {
  ssize_t count = read(STDIN_FILENO, buffer, size);
  if (count > 0) return count;
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  terminal.gone = true;
  return -1;
}

int64_t terminal_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int terminal_escape_delay(int otherwise) {
  const char *text = getenv("ESCDELAY");
  if (!text || !*text) return otherwise;
  char *end;
  long value = strtol(text, &end, 10);
  return *end || value < 1 || value > 10000 ? otherwise : (int)value;
}

bool terminal_is_without_color(void) {
  const char *text = getenv("NO_COLOR");
  return text && *text;
}
