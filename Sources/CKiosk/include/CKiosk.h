#ifndef CKIOSK_H
#define CKIOSK_H

#include <sys/types.h>

/* What a supervisor needs of the kernel and Swift cannot call. */

/* Ignores what a keyboard can send, for this process and those that it starts. */
void kiosk_ignore_keyboard(void);
/* The same, and takes the fatal signals from the Swift runtime, whose handler shows memory on a terminal. */
void kiosk_settle_signals(void);

/* Puts off SIGCHLD, SIGTERM and SIGHUP, and returns a descriptor that tells of them, or -1 with errno. */
int kiosk_open_signals(void);
/* The number of a signal that has come, or 0. */
int kiosk_next_signal(int descriptor);

/* A pipe that neither end waits at. Returns 0, or -1 with errno. */
int kiosk_open_beat(int ends[2]);

/* These bytes as a file that has no name and cannot be changed. Returns its descriptor, or -1 with errno. */
int kiosk_hold(const void *bytes, size_t count);

/* A way between two processes that both can write to, and neither end waits at. Returns 0, or -1 with errno. */
int kiosk_open_channel(int ends[2]);

enum { KIOSK_BEAT = 3, KIOSK_SETTINGS = 4, KIOSK_CHANNELS = 5, KIOSK_BROKERS = 3 };
/* Starts a program on the terminal of this one, with the writing end of a beat as KIOSK_BEAT, its settings as KIOSK_SETTINGS,
   its ends of the ways to brokers from KIOSK_CHANNELS on, where a negative one leaves its place empty, nothing on standard
   error, and no other descriptor. It dies with this process. Returns its number, or -1 with errno. */
pid_t kiosk_spawn(const char *path, char *const arguments[], char *const environment[], int beat, int settings,
                  const int channels[KIOSK_BROKERS]);
/* Starts a program with the other end of such a way as its standard input, if it answers as its output too, and without
   the terminal; else the same. */
pid_t kiosk_spawn_broker(const char *path, char *const arguments[], char *const environment[], int channel, int answers);
/* Starts a program that reads a text from its standard input, with the environment of this process, and without any
   other descriptor. It dies with this process. Returns its number, or -1 with errno. */
pid_t kiosk_speak(const char *path, char *const arguments[], const void *text, size_t length);

/* What access(2) says to another user, seen in a process that becomes it: for each path and mode its errno, or 0. Returns 0, or -1
   with errno where this process cannot become that user. */
int kiosk_access_as(uid_t user, gid_t group, const gid_t groups[], size_t group_count, const char *const paths[],
                    const int modes[], int faults[], size_t count);

/* Tells systemd, or whoever listens at `path`, as sd_notify(3) does. Returns 0, or -1 with errno. */
int kiosk_notify(const char *path, const char *message);

#endif
