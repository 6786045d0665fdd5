// A disk that takes its time to make things safe: preloaded into a program, every fsync and fdatasync takes
// $SYNC_MICROSECONDS longer. A virtual machine's disk may answer before anything is safe; a server's does not.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int after_a_while(const char *name, int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    const char *wait = getenv("SYNC_MICROSECONDS");
    if (wait) usleep((useconds_t)atoi(wait));
    return real(descriptor);
}

int fsync(int descriptor) { return after_a_while("fsync", descriptor); }
int fdatasync(int descriptor) { return after_a_while("fdatasync", descriptor); }
