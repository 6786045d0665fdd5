// Asks at a fixed rate, whether or not the answers keep up, as people do.
//
// A load generator that waits for an answer before it asks again is gentle with a server that stands still: what it
// would have asked meanwhile is never asked, and never counted. Here each request has its moment, and its time runs
// from that moment until the last byte of the answer has come, also while it waits for a free connection.
//
// Usage: paced HOST:PORT PATH RATE SECONDS CONNECTIONS [HEADER-LINE…]
// Prints: how many were asked, how many were refused (no 2xx, or no answer in time), and p50, p99 and the longest time in milliseconds.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct line {
    int descriptor;
    int is_busy;
    int64_t due;
    size_t heard;
    char answer[1 << 18];
};

static struct line *lines;
static int line_count, epoll, refused;
static char request[8192];
static size_t request_length;
static struct sockaddr_in address;
static int64_t *times, answered;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *words) {
    fprintf(stderr, "paced: %s: %s\n", words, strerror(errno));
    exit(1);
}

static void connect_line(struct line *line) {
    int one = 1;
    line->descriptor = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(line->descriptor, (struct sockaddr *)&address, sizeof address)) fail("connect");
    setsockopt(line->descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = line};
    epoll_ctl(epoll, EPOLL_CTL_ADD, line->descriptor, &event);
}

static void ask(struct line *line, int64_t due) {
    line->is_busy = 1;
    line->due = due;
    line->heard = 0;
    if (send(line->descriptor, request, request_length, MSG_NOSIGNAL) != (ssize_t)request_length) fail("send");
}

// The whole answer's length once its head is there; 0 before.
static size_t answer_length(struct line *line) {
    char *end = memmem(line->answer, line->heard, "\r\n\r\n", 4);
    if (!end) return 0;
    char *field = strcasestr(line->answer, "\r\ncontent-length:");
    if (!field || field > end) fail("an answer without Content-Length");
    size_t length = end + 4 - line->answer + strtoul(field + 17, NULL, 10);
    if (length >= sizeof line->answer) fail("an answer too long");
    return length;
}

static void hear(struct line *line) {
    ssize_t count = recv(line->descriptor, line->answer + line->heard, sizeof line->answer - 1 - line->heard, 0);
    if (count <= 0) fail("recv");
    line->heard += count;
    line->answer[line->heard] = 0;
    size_t length = answer_length(line);
    if (!length || line->heard < length) return;
    if (line->answer[9] != '2') refused++;
    times[answered++] = now() - line->due;
    line->is_busy = 0;
}

// Whoever still waits twenty seconds after the last request was due is counted as refused, with the time she has waited.
static void give_up(int64_t begun, double rate, int64_t asked, int64_t total) {
    int64_t time = now();
    for (int i = 0; i < line_count; i++)
        if (lines[i].is_busy) refused++, times[answered++] = time - lines[i].due;
    for (; asked < total; asked++) refused++, times[answered++] = time - (begun + (int64_t)(asked * 1e9 / rate));
}

static int by_size(const void *one, const void *other) {
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return a < b ? -1 : a > b;
}

static double milliseconds(double share) {
    int64_t place = (int64_t)(share * (answered - 1) + 0.5);
    return times[place] / 1e6;
}

int main(int count, char **arguments) {
    if (count < 6) {
        fprintf(stderr, "usage: paced HOST:PORT PATH RATE SECONDS CONNECTIONS [HEADER-LINE…]\n");
        return 64;
    }
    char *colon = strrchr(arguments[1], ':');
    if (!colon) return 64;
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(colon + 1));
    request_length = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\n", arguments[2], arguments[1]);
    for (int i = 6; i < count; i++)
        request_length += snprintf(request + request_length, sizeof request - request_length, "%s\r\n", arguments[i]);
    request_length += snprintf(request + request_length, sizeof request - request_length, "\r\n");
    if (request_length >= sizeof request) return 64;
    *colon = 0;
    if (inet_pton(AF_INET, arguments[1], &address.sin_addr) != 1) return 64;
    double rate = atof(arguments[3]);
    int64_t total = rate * atof(arguments[4]);
    line_count = atoi(arguments[5]);
    lines = calloc(line_count, sizeof *lines);
    times = calloc(total + 1, sizeof *times);
    epoll = epoll_create1(0);
    for (int i = 0; i < line_count; i++) connect_line(&lines[i]);

    int64_t begun = now(), asked = 0, next = 0;
    while (answered < total) {
        int64_t time = now();
        while (asked < total && begun + (int64_t)(asked * 1e9 / rate) <= time) {
            while (next < line_count && lines[next].is_busy) next++;
            if (next == line_count) break;
            ask(&lines[next], begun + (int64_t)(asked * 1e9 / rate));
            asked++;
        }
        next = 0;
        if (time - begun > (int64_t)(total * 1e9 / rate) + 20 * 1000000000LL) {
            give_up(begun, rate, asked, total);
            break;
        }
        struct epoll_event events[64];
        int64_t pause = begun + (int64_t)(asked * 1e9 / rate) - now();
        struct timespec patience = {0, asked == total || pause > 1000000 ? 1000000 : pause > 0 ? pause : 0};
        int ready = epoll_pwait2(epoll, events, 64, &patience, NULL);
        for (int i = 0; i < ready; i++) hear(events[i].data.ptr);
    }
    qsort(times, answered, sizeof *times, by_size);
    printf("%lld %d %.3f %.3f %.3f\n", (long long)answered, refused, milliseconds(0.5), milliseconds(0.99),
           milliseconds(1));
}
