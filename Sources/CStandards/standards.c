// Why C: Swift can only hold a file's bytes as an array literal that it type-checks element by
// element (150 kB took SwiftPM's .embedInCode 21 seconds); #embed takes milliseconds.
#include "standards.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lyngby_2024[] = {
#embed "../Domain/Standards/lyngby-2024.json"
};

static const struct fjorten_standard standards[] = {
    {"lyngby-2024", lyngby_2024, sizeof lyngby_2024},
};

const struct fjorten_standard *fjorten_standards(size_t *count) {
    *count = sizeof standards / sizeof standards[0];
    return standards;
}
