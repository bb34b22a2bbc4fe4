#define _GNU_SOURCE 1
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "internal.h"

/* A program that dies of a trap must not leave the terminal raw, nor let the Swift runtime's handler print registers and
   memory on it and wait for a key. These handlers stand in that one's place; they write, set the modes and die, calling
   nothing that is not async-signal-safe. */

static struct termios saved_modes;
static char reset_bytes[256];
static size_t reset_length;
static volatile sig_atomic_t guarded_fd = -1;

/* The stack may be what overflowed. */
static char crash_stack[65536] __attribute__((aligned(16)));

static void die(int number) {
  int fd = guarded_fd;
  if (fd >= 0) {
    guarded_fd = -1;
    /* The modes go off while the terminal is still raw, what was typed is dropped, then the modes come back. */
    ssize_t written = write(fd, reset_bytes, reset_length);
    (void)written;
    tcflush(fd, TCIFLUSH);
    tcsetattr(fd, TCSANOW, &saved_modes);
  }
  signal(number, SIG_DFL);
  raise(number);
}

void terminal_guard(int fd, const struct termios *saved, const char *reset, size_t length) {
  saved_modes = *saved;
  reset_length = length < sizeof reset_bytes ? length : sizeof reset_bytes;
  memcpy(reset_bytes, reset, reset_length);
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  guarded_fd = fd;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = die;
  action.sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
  static const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) sigaction(numbers[k], &action, NULL);
}

/* The handlers stay: a crash after this is silent too. */
void terminal_unguard(void) { guarded_fd = -1; }
