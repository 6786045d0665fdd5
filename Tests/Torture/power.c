// A disk whose power can be cut: preloaded into the program, it writes down every change to the files below
// $POWER_FOLDER in the order in which they were made, and every fsync, in $POWER_JOURNAL. power.py then makes
// of it the files as they may have been on the disk when the power went: what was synced is there, what was
// not may be missing, whole or torn.
//
// One record: kind (1 byte), path length (4), offset (8), data length (8), path, data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

#define REAL(name, type) \
    static type real; \
    if (!real) real = (type)dlsym(RTLD_NEXT, name)

static const char *folder(void) { return getenv("POWER_FOLDER"); }

static int concerns(const char *path) {
    const char *below = folder();
    size_t length = strlen(path);
    if (!below || strncmp(path, below, strlen(below)) != 0) return 0;
    // Shared memory is no file of the disk's.
    return !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static int path_of(int file, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    char *deleted = strstr(path, " (deleted)");
    if (deleted) *deleted = 0;
    return concerns(path);
}

static void note(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    ssize_t (*put)(int, const struct iovec *, int) = dlsym(RTLD_NEXT, "writev");
    if (journal < 0) {
        int (*opening)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
        journal = opening(getenv("POWER_JOURNAL"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    }
    char head[21];
    uint32_t named = (uint32_t)strlen(path);
    head[0] = kind;
    memcpy(head + 1, &named, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 8);
    struct iovec parts[3] = {{head, 21}, {(void *)path, named}, {(void *)data, length}};
    if (put(journal, parts, data ? 3 : 2) < 0) abort();
}

#define LOCKED(body) \
    pthread_mutex_lock(&turn); \
    body; \
    pthread_mutex_unlock(&turn)

typedef ssize_t (*writing)(int, const void *, size_t);
typedef ssize_t (*placing)(int, const void *, size_t, off_t);
typedef int (*syncing)(int);
typedef int (*cutting)(int, off_t);
typedef int (*renaming)(const char *, const char *);
typedef int (*unlinking)(const char *);

static ssize_t place(const char *name, int file, const void *data, size_t length, off_t at) {
    placing real = (placing)dlsym(RTLD_NEXT, name);
    char path[4096];
    if (!path_of(file, path, sizeof path)) return real(file, data, length, at);
    ssize_t done;
    LOCKED(done = real(file, data, length, at); if (done > 0) note('w', path, at, data, done));
    return done;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t at) {
    return place("pwrite", file, data, length, at);
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t at) {
    return place("pwrite64", file, data, length, at);
}

ssize_t write(int file, const void *data, size_t length) {
    REAL("write", writing);
    char path[4096];
    if (!path_of(file, path, sizeof path)) return real(file, data, length);
    ssize_t done;
    LOCKED(off_t at = lseek(file, 0, SEEK_CUR); done = real(file, data, length);
           if (done > 0) note('w', path, at, data, done));
    return done;
}

static int sync_by(const char *name, int file) {
    syncing real = (syncing)dlsym(RTLD_NEXT, name);
    char path[4096];
    int mine = path_of(file, path, sizeof path);
    int code = real(file);
    if (mine && code == 0) { LOCKED(note('s', path, 0, NULL, 0)); }
    return code;
}

int fsync(int file) { return sync_by("fsync", file); }
int fdatasync(int file) { return sync_by("fdatasync", file); }

static int cut_by(const char *name, int file, off_t length) {
    cutting real = (cutting)dlsym(RTLD_NEXT, name);
    char path[4096];
    if (!path_of(file, path, sizeof path)) return real(file, length);
    int code;
    LOCKED(code = real(file, length); if (code == 0) note('t', path, length, NULL, 0));
    return code;
}

int ftruncate(int file, off_t length) { return cut_by("ftruncate", file, length); }
int ftruncate64(int file, off64_t length) { return cut_by("ftruncate64", file, length); }

int rename(const char *from, const char *to) {
    REAL("rename", renaming);
    if (!concerns(to)) return real(from, to);
    int code;
    LOCKED(code = real(from, to); if (code == 0) note('r', from, 0, to, strlen(to)));
    return code;
}

int unlink(const char *path) {
    REAL("unlink", unlinking);
    if (!concerns(path)) return real(path);
    int code;
    LOCKED(code = real(path); if (code == 0) note('u', path, 0, NULL, 0));
    return code;
}
