#define _GNU_SOURCE 1
#include "CAttempts.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* A place where nothing stands: what a hole has let through cannot be removed from inside. */
static char new_place[64];

static int code(long value) { return value < 0 ? errno : 0; }
static int code_of_descriptor(long value) {
  if (value < 0) return errno;
  close((int)value);
  return 0;
}
/* In the child of a fork that should not have worked. */
static int code_of_child(long value) {
  if (value == 0) _exit(0);
  return code(value);
}
static int opening(const char *path, int flags) {
  return code_of_descriptor(syscall(SYS_openat, AT_FDCWD, path, flags, 0600));
}

static int reading(int descriptor) {
  char byte;
  return code(pread(descriptor, &byte, 1, 0));
}

static void *nothing(void *argument) { return argument; }
static int starting_thread(void) {
  pthread_t thread;
  int failed = pthread_create(&thread, NULL, nothing, NULL);
  if (failed == 0) pthread_join(thread, NULL);
  return failed;
}

static int cloning(void) {
  struct clone_args { uint64_t fields[11]; } arguments = {{0}};
  arguments.fields[4] = SIGCHLD;
  return code_of_child(syscall(SYS_clone3, &arguments, sizeof arguments));
}

static int connecting_tcp(void) {
  int end = socket(AF_INET, SOCK_STREAM, 0);
  if (end < 0) return errno;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int result = code(connect(end, (struct sockaddr *)&address, sizeof address));
  close(end);
  return result;
}

static int mapping(int protection) {
  void *memory = mmap(NULL, 4096, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return errno;
  munmap(memory, 4096);
  return 0;
}

static int making_code(void) {
  void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return errno;
  int result = code(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
  munmap(memory, 4096);
  return result;
}

static int looking_into_parent(void) {
  char byte;
  struct iovec here = {&byte, 1}, there = {(void *)&byte, 1};
  return code(syscall(SYS_process_vm_readv, getppid(), &here, 1, &there, 1, 0));
}

static int asking_for_signals(void) {
  int result = code(fcntl(0, F_SETOWN, getppid()));
  if (result == 0) fcntl(0, F_SETOWN, 0);
  return result;
}

static int setting_modes(int when) {
  struct termios modes;
  return tcgetattr(0, &modes) < 0 ? errno : code(tcsetattr(0, when, &modes));
}

static int catching(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_IGN;
  return code(sigaction(SIGUSR1, &action, NULL));
}

static int sizing(void) {
  struct winsize size;
  return code(ioctl(0, TIOCGWINSZ, &size));
}

/* The kernel reads 32 bits of the request: those above must not hide it. */
static int typing(unsigned long above) {
  char key = 'x';
  return code(syscall(SYS_ioctl, 0, above | TIOCSTI, &key));
}

static int waiting(void) {
  struct pollfd events = {.fd = 0, .events = POLLIN};
  return code(poll(&events, 1, 1));
}

static int telling_time(void) {
  struct timespec now;
  return code(syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now));
}

static int removing(int result) {
  if (result == 0) unlink(new_place);
  return result;
}

static char place[4096];
static const char *in(const char *folder, const char *name) {
  (void)snprintf(place, sizeof place, "%s/%s", folder, name);
  return place;
}

/* As where a file system knows neither files without a name nor second names. */
static int renaming(const char *folder) {
  char from[4096];
  (void)snprintf(from, sizeof from, "%s", in(folder, "planted"));
  return code(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, in(folder, "renamed"), 1));
}

static int naming(const char *folder) {
  char path[32];
  int file = (int)syscall(SYS_openat, AT_FDCWD, folder, O_TMPFILE | O_WRONLY, 0600);
  if (file < 0) return errno;
  (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  return code(linkat(AT_FDCWD, path, AT_FDCWD, in(folder, "named"), AT_SYMLINK_FOLLOW));
}

#define TRY(text, expression) \
  if (strcmp(name, text) == 0) return expression

int attempt(const char *name, const char *file, int kept, int dropped) {
  (void)snprintf(new_place, sizeof new_place, "/tmp/kneeguide-attempt-%d", (int)getpid());
  char *const none[] = {NULL};
  struct rlimit limit = {1, 1};
  char linux_request = 6;

  TRY("open /etc/passwd", opening("/etc/passwd", O_RDONLY));
  TRY("open /proc/self/mem", opening("/proc/self/mem", O_RDONLY));
  TRY("open /proc/self/maps", opening("/proc/self/maps", O_RDONLY));
  TRY("open /etc", opening("/etc", O_RDONLY | O_DIRECTORY));
  TRY("open the terminal anew", opening("/dev/tty", O_RDONLY));
  TRY("open the terminal to write", opening("/dev/tty", O_WRONLY));
  TRY("write /tmp", removing(opening(new_place, O_WRONLY | O_CREAT)));
  TRY("append", opening("/dev/null", O_WRONLY | O_APPEND));
  TRY("truncate by opening", opening("/dev/null", O_RDONLY | O_TRUNC));
  TRY("create for reading", removing(opening(new_place, O_RDONLY | O_CREAT)));
  TRY("O_TMPFILE", opening("/tmp", O_TMPFILE | O_RDWR));
  TRY("memfd_create", code_of_descriptor(syscall(SYS_memfd_create, "x", 0)));
  TRY("symlink", removing(code(symlinkat("/etc", AT_FDCWD, new_place))));
  TRY("mkdir", code(mkdirat(AT_FDCWD, new_place, 0700)));
  TRY("truncate", code(truncate(file, 0)));
  TRY("mount", code(syscall(SYS_mount, "none", "/mnt", "tmpfs", 0, NULL)));
  TRY("socket AF_INET", code_of_descriptor(syscall(SYS_socket, AF_INET, SOCK_STREAM, 0)));
  TRY("socket AF_UNIX", code_of_descriptor(syscall(SYS_socket, AF_UNIX, SOCK_DGRAM, 0)));
  TRY("socketpair", code(syscall(SYS_socketpair, AF_UNIX, SOCK_DGRAM, 0, (int[2]){0, 0})));
  TRY("connect", code(connect(-1, NULL, 0)));
  TRY("connect TCP", connecting_tcp());
  TRY("execve", code(syscall(SYS_execve, "/bin/true", none, none)));
  TRY("execveat", code(syscall(SYS_execveat, AT_FDCWD, "/bin/true", none, none, 0)));
  TRY("fork", code_of_child(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)));
  TRY("clone3", cloning());
  TRY("thread", starting_thread());
  TRY("ptrace parent", code(syscall(SYS_ptrace, PTRACE_SEIZE, getppid(), 0, 0)));
  TRY("read parent's memory", looking_into_parent());
  TRY("kill parent", code(kill(getppid(), 0)));
  TRY("tgkill parent", code(syscall(SYS_tgkill, getppid(), getppid(), 0)));
  TRY("pidfd_open parent", code_of_descriptor(syscall(SYS_pidfd_open, getppid(), 0)));
  TRY("F_SETOWN", asking_for_signals());
  TRY("O_ASYNC", code(fcntl(0, F_SETFL, O_ASYNC | O_RDWR)));
  TRY("TIOCSTI", typing(0));
  TRY("TIOCSTI with bits above", typing(UINT64_C(1) << 32));
  TRY("TIOCLINUX", code(ioctl(0, TIOCLINUX, &linux_request)));
  TRY("TIOCSCTTY", code(ioctl(0, TIOCSCTTY, 0)));
  TRY("code from nothing", mapping(PROT_READ | PROT_EXEC));
  TRY("code from data", making_code());
  TRY("raise a limit", code(setrlimit(RLIMIT_NOFILE, &limit)));
  TRY("dumpable again", code(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)));
  TRY("chdir", code(chdir("/")));
  TRY("unshare", code(syscall(SYS_unshare, CLONE_NEWUSER)));
  TRY("io_uring", code_of_descriptor(syscall(425, 1, NULL)));
  TRY("bpf", code(syscall(SYS_bpf, 0, NULL, 0)));

  TRY("read what is kept", reading(kept));
  TRY("read what is dropped", reading(dropped));
  TRY("write the terminal", code(write(1, "", 0)));
  TRY("poll", waiting());
  TRY("window size", sizing());
  TRY("terminal's modes", setting_modes(TCSADRAIN));
  TRY("terminal's modes at once", setting_modes(TCSANOW));
  TRY("terminal's modes, flushed", setting_modes(TCSAFLUSH));
  TRY("drop typed keys", code(tcflush(0, TCIFLUSH)));
  TRY("clock", telling_time());
  TRY("memory", mapping(PROT_READ | PROT_WRITE));
  TRY("catch a signal", catching());
  TRY("signal to itself", code(raise(0)));
  TRY("read locales", opening("/usr/lib/locale", O_RDONLY | O_DIRECTORY));

  TRY("list the folder", opening(file, O_RDONLY | O_DIRECTORY));
  TRY("make a file in the folder", opening(in(file, "made"), O_WRONLY | O_CREAT | O_EXCL));
  TRY("name an unnamed file", naming(file));
  TRY("rename a file of the folder", renaming(file));
  TRY("remove a file of the folder", code(unlinkat(AT_FDCWD, in(file, "made"), 0)));
  TRY("read a file of the folder", opening(in(file, "planted"), O_RDONLY));
  TRY("make a file beside the folder", opening(in(file, "../beside"), O_WRONLY | O_CREAT));
  TRY("take a file out of the folder", code(syscall(SYS_renameat2, AT_FDCWD, in(file, "planted"), AT_FDCWD, new_place, 0)));
  TRY("link into the folder", code(linkat(AT_FDCWD, "/etc/passwd", AT_FDCWD, in(file, "passwd"), 0)));
  return -1;
}

int attempt_number(int number) { return code(syscall(number, -1L, -1L, -1L, -1L, -1L, -1L)); }
