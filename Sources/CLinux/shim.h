// The Linux calls that Swift's Glibc module does not carry. _GNU_SOURCE is not defined here: it would change
// structures that the Glibc module already knows otherwise, so the two calls behind it are declared by hand.
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
int pthread_setname_np(pthread_t thread, const char *name);
