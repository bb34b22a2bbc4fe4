#define _GNU_SOURCE 1
#include "CKiosk.h"

#include <string.h>

/* Whether these words start a kiosk that serves: "kiosk", and its settings at most. A command of whoever keeps it has more,
   and ends by Ctrl-C as any command does. */
static int serves(int count, char *const words[]) {
  if (count < 2 || strcmp(words[1], "kiosk")) return 0;
  for (int k = 2; k < count; k++) {
    if (!strcmp(words[k], "--config")) {
      k++;
    } else if (strncmp(words[k], "--config=", 9)) {
      return 0;
    }
  }
  return 1;
}

/* The start of Swift and of its libraries takes milliseconds, in which Ctrl-C would still end the kiosk. */
static void ignore_early(int count, char **words, char **environment) {
  (void)environment;
  if (serves(count, words)) kiosk_ignore_keyboard();
}

/* Runs before the constructors of all libraries. */
__attribute__((used, section(".preinit_array"))) static void (*const first)(int, char **, char **) = ignore_early;
