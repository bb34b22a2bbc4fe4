#ifndef CATTEMPTS_H
#define CATTEMPTS_H

/// Tries what its name says, by the bare system call where there is one. 0: it can be done; else the error number.
/// -1: there is no such attempt. What was done is undone where it can be.
int attempt(const char *name, const char *file, int kept, int dropped);

/// The answer to the system call of this number with arguments that no call accepts.
int attempt_number(int number);

#endif
