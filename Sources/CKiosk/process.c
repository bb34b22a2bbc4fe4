#define _GNU_SOURCE 1
#include "CKiosk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <unistd.h>

static const int from_keyboard[] = {SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
static const int awaited[] = {SIGCHLD, SIGTERM, SIGHUP};

#define COUNT(list) (sizeof(list) / sizeof *(list))

void kiosk_ignore_keyboard(void) {
  for (size_t k = 0; k < COUNT(from_keyboard); k++) signal(from_keyboard[k], SIG_IGN);
}

void kiosk_settle_signals(void) {
  kiosk_ignore_keyboard();
  for (size_t k = 0; k < COUNT(fatal); k++) signal(fatal[k], SIG_DFL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

static void fill(sigset_t *set) {
  sigemptyset(set);
  for (size_t k = 0; k < COUNT(awaited); k++) sigaddset(set, awaited[k]);
}

int kiosk_open_signals(void) {
  /* One that is ignored never comes to the descriptor. */
  for (size_t k = 0; k < COUNT(awaited); k++) signal(awaited[k], SIG_DFL);
  sigset_t set;
  fill(&set);
  if (sigprocmask(SIG_BLOCK, &set, NULL)) return -1;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int kiosk_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

int kiosk_open_beat(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

int kiosk_open_channel(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends);
}

int kiosk_hold(const void *bytes, size_t count) {
  int descriptor = memfd_create("settings", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  size_t done = 0;
  while (done < count) {
    ssize_t written = write(descriptor, (const char *)bytes + done, count - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    done += (size_t)written;
  }
  if (done == count && !fcntl(descriptor, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)) {
    return descriptor;
  }
  int saved = errno;
  close(descriptor);
  errno = saved;
  return -1;
}

static void stay_with(pid_t parent, int until) {
  if (prctl(PR_SET_PDEATHSIG, until) || getppid() != parent) _exit(126);
}

/* A duplicate does not close at exec. */
static void put(int descriptor, int place) {
  if (dup2(descriptor, place) < 0) _exit(126);
}

static void become(const char *path, char *const arguments[], char *const environment[], int kept) {
  if (close_range(kept + 1, ~0U, 0)) _exit(126);
  sigset_t set;
  fill(&set);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t kiosk_spawn(const char *path, char *const arguments[], char *const environment[], int beat, int settings,
                  const int channels[KIOSK_BROKERS]) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;
  stay_with(parent, SIGKILL);
  int given[KIOSK_CHANNELS - KIOSK_BEAT + KIOSK_BROKERS] = {beat, settings};
  memcpy(given + KIOSK_CHANNELS - KIOSK_BEAT, channels, KIOSK_BROKERS * sizeof *channels);
  /* Out of the way of the places where they go. */
  for (size_t k = 0; k < COUNT(given); k++) {
    if (given[k] >= 0 && (given[k] = fcntl(given[k], F_DUPFD, KIOSK_BEAT + (int)COUNT(given))) < 0) _exit(126);
  }
  for (size_t k = 0; k < COUNT(given); k++) {
    if (given[k] >= 0) {
      put(given[k], KIOSK_BEAT + (int)k);
    } else {
      close(KIOSK_BEAT + (int)k);
    }
  }
  put(open("/dev/null", O_WRONLY), STDERR_FILENO);
  become(path, arguments, environment, KIOSK_BEAT + (int)COUNT(given) - 1);
  return -1;
}

pid_t kiosk_spawn_broker(const char *path, char *const arguments[], char *const environment[], int channel, int answers) {
  pid_t parent = getpid();
  pid_t process = fork();
  if (process != 0) return process;
  /* Whoever answers has something to put in order first. */
  stay_with(parent, answers ? SIGTERM : SIGKILL);
  put(channel, STDIN_FILENO);
  int nothing = open("/dev/null", O_WRONLY);
  put(answers ? channel : nothing, STDOUT_FILENO);
  put(nothing, STDERR_FILENO);
  become(path, arguments, environment, STDERR_FILENO);
  return -1;
}

pid_t kiosk_speak(const char *path, char *const arguments[], const void *text, size_t length) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK)) return -1;
  /* What a pipe has no room for at once is left unsaid: to wait here would be to hear no key. */
  ssize_t written = write(ends[1], text, length);
  close(ends[1]);
  pid_t parent = getpid();
  pid_t process = written < 0 ? -1 : fork();
  if (process != 0) {
    close(ends[0]);
    return process;
  }
  stay_with(parent, SIGKILL);
  /* A program that reads waits for its text. */
  fcntl(ends[0], F_SETFL, 0);
  put(ends[0], STDIN_FILENO);
  become(path, arguments, environ, STDERR_FILENO);
  return -1;
}
