// The Linux calls that Swift's Glibc module does not carry. accept4 hides behind _GNU_SOURCE there.
#define _GNU_SOURCE
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <signal.h>
