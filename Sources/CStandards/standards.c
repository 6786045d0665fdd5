// Why C: Swift can only hold a file's bytes as an array literal that it type-checks element by
// element (150 kB took SwiftPM's .embedInCode 21 seconds); #embed takes milliseconds.
#include "standards.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char naestved[] = {
#embed "../Domain/Standards/naestved.json"
};
static const unsigned char vordingborg_2024[] = {
#embed "../Domain/Standards/vordingborg-2024.json"
};
static const unsigned char halsnaes_2023[] = {
#embed "../Domain/Standards/halsnaes-2023.json"
};
static const unsigned char lyngby_2024[] = {
#embed "../Domain/Standards/lyngby-2024.json"
};
static const unsigned char kl_2009[] = {
#embed "../Domain/Standards/kl-2009.json"
};
static const unsigned char glostrup[] = {
#embed "../Domain/Standards/glostrup.json"
};

static const struct fjorten_standard standards[] = {
    {"naestved", naestved, sizeof naestved},
    {"vordingborg-2024", vordingborg_2024, sizeof vordingborg_2024},
    {"halsnaes-2023", halsnaes_2023, sizeof halsnaes_2023},
    {"lyngby-2024", lyngby_2024, sizeof lyngby_2024},
    {"kl-2009", kl_2009, sizeof kl_2009},
    {"glostrup", glostrup, sizeof glostrup},
};

const struct fjorten_standard *fjorten_standards(size_t *count) {
    *count = sizeof standards / sizeof standards[0];
    return standards;
}

const char *fjorten_default_standard(void) {
    return "lyngby-2024";
}
