#define _GNU_SOURCE 1
#include "CLockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The structs and rights of linux/landlock.h as of version 6: the headers of Debian 12 end at version 2, and what is
   asked for must depend on the kernel that runs, not on the one that it was built for. The numbers of the system calls
   are the same on every architecture. */

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { RULE_PATH_BENEATH = 1 };
enum { MOST_PLACES = 32 };
#define CREATE_RULESET_VERSION 1U

struct ruleset_attributes {
  uint64_t files, network, scopes;
};

struct path_attributes {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

#define EXECUTE (UINT64_C(1) << 0)
#define WRITE_FILE (UINT64_C(1) << 1)
#define READ_FILE (UINT64_C(1) << 2)
#define READ_FOLDER (UINT64_C(1) << 3)
#define REMOVE_FILE (UINT64_C(1) << 5)
#define MAKE_FILE (UINT64_C(1) << 8)
/* Running, writing, reading, making and removing of every kind. */
#define FILES_OF_1 ((UINT64_C(1) << 13) - 1)
#define REFER (UINT64_C(1) << 13)
#define TRUNCATE (UINT64_C(1) << 14)
#define IOCTL_DEVICE (UINT64_C(1) << 15)
/* To bind and to connect. */
#define TCP UINT64_C(3)
/* Abstract sockets, signals. */
#define SCOPES UINT64_C(3)

static int result(long value) { return value < 0 ? -errno : (int)value; }

int lockdown_landlock_version(void) {
  return result(syscall(CREATE_RULESET, NULL, (size_t)0, CREATE_RULESET_VERSION));
}

static int allow(int ruleset, const struct lockdown_place *wanted, uint64_t known) {
  int place = open(wanted->path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT ? 0 : -errno;
  struct stat status;
  int done = result(fstat(place, &status));
  if (done == 0) {
    /* A right that only folders have is refused for a file, and one that the version does not know. */
    bool is_folder = S_ISDIR(status.st_mode);
    uint64_t rights = 0;
    if (wanted->rights & LOCKDOWN_READ) rights |= READ_FILE | (is_folder ? READ_FOLDER : 0);
    if (wanted->rights & LOCKDOWN_RUN) rights |= READ_FILE | EXECUTE | (is_folder ? READ_FOLDER : 0);
    if (wanted->rights & LOCKDOWN_USE) rights |= READ_FILE | WRITE_FILE | IOCTL_DEVICE | (is_folder ? READ_FOLDER : 0);
    if (wanted->rights & LOCKDOWN_KEEP) rights |= WRITE_FILE | (is_folder ? READ_FOLDER | MAKE_FILE | REMOVE_FILE : 0);
    struct path_attributes rule = {.allowed = rights & known, .parent = place};
    done = result(syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0U));
  }
  close(place);
  return done;
}

int lockdown_restrict_places(const struct lockdown_place *places, size_t count, int version) {
  struct ruleset_attributes attributes = {.files = FILES_OF_1};
  /* A kernel refuses a longer struct than it knows, unless the rest is zero. */
  size_t size = sizeof attributes.files;
  if (version >= 2) attributes.files |= REFER;
  if (version >= 3) attributes.files |= TRUNCATE;
  if (version >= 4) {
    attributes.network = TCP;
    size += sizeof attributes.network;
  }
  if (version >= 5) attributes.files |= IOCTL_DEVICE;
  if (version >= 6) {
    attributes.scopes = SCOPES;
    size += sizeof attributes.scopes;
  }
  int ruleset = result(syscall(CREATE_RULESET, &attributes, size, 0U));
  if (ruleset < 0) return ruleset;
  int done = 0;
  for (size_t k = 0; k < count && done == 0; k++) done = allow(ruleset, &places[k], attributes.files);
  if (done == 0) done = result(syscall(RESTRICT_SELF, ruleset, 0U));
  close(ruleset);
  return done;
}

int lockdown_restrict_files(const char *const *paths, size_t count, int version) {
  struct lockdown_place places[MOST_PLACES];
  if (count > MOST_PLACES) return -E2BIG;
  for (size_t k = 0; k < count; k++) places[k] = (struct lockdown_place){.path = paths[k], .rights = LOCKDOWN_READ};
  return lockdown_restrict_places(places, count, version);
}

int lockdown_restrict_to_folder(const char *path, int version) {
  const struct lockdown_place place = {.path = path, .rights = LOCKDOWN_KEEP};
  return lockdown_restrict_places(&place, 1, version);
}
