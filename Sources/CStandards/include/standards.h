#ifndef FJORTEN_STANDARDS_H
#define FJORTEN_STANDARDS_H

#include <stddef.h>

// One shipped standard: the file's bytes as they stand in Sources/Domain/Standards.
struct fjorten_standard {
    const char *id;
    const unsigned char *bytes;
    size_t length;
};

// All of them, in the order they are listed.
const struct fjorten_standard *fjorten_standards(size_t *count);

// The one a new centre opens with when nobody names another.
const char *fjorten_default_standard(void);

#endif
