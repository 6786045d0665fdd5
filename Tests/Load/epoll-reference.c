// What the machine can do: an epoll loop per core that answers every request with the same bytes.
//
// It reads no more of HTTP than the empty line that ends a head, so nothing that checks its input can be
// faster. The bytes come from a file, recorded from the server it is compared with.
//
// Usage: epoll-reference PORT LOOPS RESPONSE-FILE
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static char response[1 << 20];
static size_t response_length;
static int port;

static int listening(void) {
    int one = 1, descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    if (bind(descriptor, (struct sockaddr *)&address, sizeof address) || listen(descriptor, 1024)) {
        perror("bind");
        exit(1);
    }
    return descriptor;
}

// How many heads end in these bytes.
static int requests(const char *bytes, size_t length) {
    int count = 0;
    const char *end = bytes + length;
    while ((bytes = memmem(bytes, end - bytes, "\r\n\r\n", 4))) {
        count++;
        bytes += 4;
    }
    return count;
}

static void *loop(void *unused) {
    static _Thread_local char input[65536];
    int listener = listening(), epoll = epoll_create1(0), one = 1;
    struct epoll_event events[512], event = {.events = EPOLLIN, .data.fd = listener};
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        int count = epoll_wait(epoll, events, 512, -1);
        for (int i = 0; i < count; i++) {
            int descriptor = events[i].data.fd;
            if (descriptor == listener) {
                int client = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (client < 0) continue;
                setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = client};
                epoll_ctl(epoll, EPOLL_CTL_ADD, client, &event);
                continue;
            }
            ssize_t heard = recv(descriptor, input, sizeof input, 0);
            if (heard <= 0) {
                if (heard == 0 || errno != EAGAIN) close(descriptor);
                continue;
            }
            for (int left = requests(input, heard); left > 0; left--)
                send(descriptor, response, response_length, MSG_NOSIGNAL);
        }
    }
    return unused;
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    port = atoi(arguments[1]);
    FILE *file = fopen(arguments[3], "rb");
    if (!file) return 2;
    response_length = fread(response, 1, sizeof response, file);
    pthread_t thread;
    for (int i = 1; i < atoi(arguments[2]); i++) pthread_create(&thread, NULL, loop, NULL);
    loop(NULL);
}
