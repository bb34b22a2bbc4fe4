#include <seccomp.h>

/* A macro with an argument, which Swift does not see. */
static inline uint32_t seccomp_action_errno(uint16_t code) { return SCMP_ACT_ERRNO(code); }
