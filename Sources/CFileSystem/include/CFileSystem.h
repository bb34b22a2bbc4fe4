#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

// What Swift's Glibc module lacks for writing a file whole or not at all. Every function gives the descriptor
// or 0, and on failure the error number as a negative value, so that errno is never read across the languages.

/// A file of this folder without a name, open for writing, mode 0600: open(2), O_TMPFILE.
int cfs_open_unnamed(int folder);

/// A new file of this folder, open for writing, mode 0600. Never an existing one, and never through a link.
int cfs_open_exclusive(int folder, const char *name);

/// Gives the open file without a name its name: linkat(2). Fails where the name exists.
int cfs_link_unnamed(int file, int folder, const char *name);

/// A second name for a file of this folder. Fails where the name exists.
int cfs_link(int folder, const char *from, const char *to);

/// Renames within the folder: renameat2(2), RENAME_NOREPLACE. Fails where the name exists.
int cfs_rename_exclusive(int folder, const char *from, const char *to);

/// The folder for reading, a descriptor that a new program does not inherit.
int cfs_open_folder(const char *path);

/// The type and permission bits of the folder, or of a name in it where `name` is not NULL; a link is not followed.
int cfs_mode(int folder, const char *name);

#endif
