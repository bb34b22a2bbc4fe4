#define _GNU_SOURCE 1
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "internal.h"

static const char *locale_name(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int k = 0; k < 3; k++) {
    const char *value = getenv(variables[k]);
    if (value && *value) return value;
  }
  return "C";
}

static bool ends_in_utf8(const char *name) {
  size_t length = strlen(name);
  return (length >= 5 && strcasecmp(name + length - 5, "utf-8") == 0)
      || (length >= 4 && strcasecmp(name + length - 4, "utf8") == 0);
}

/* C.UTF-8 is built into glibc since 2.35, and its widths are those that TextUI knows. The name decides first, since a
   locale that is named may not be installed. */
bool terminal_choose_locale(bool ascii) {
  if (!ascii) {
    bool utf8 = ends_in_utf8(locale_name())
        || (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0);
    if (utf8 && setlocale(LC_CTYPE, "C.UTF-8")) return true;
  }
  setlocale(LC_CTYPE, "C");
  return false;
}
