#include <sqlite3.h>

// What Swift cannot say about sqlite3.h:
// SQLITE_TRANSIENT is a function pointer made of -1, and sqlite3_db_config takes C varargs.

static inline int fjorten_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int length) {
    return sqlite3_bind_text(statement, index, bytes ? bytes : "", length, SQLITE_TRANSIENT);
}

// An empty blob is a blob: a null pointer would bind NULL.
static inline int fjorten_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int length) {
    return sqlite3_bind_blob(statement, index, bytes && length ? bytes : "", length, SQLITE_TRANSIENT);
}

static inline int fjorten_switch(sqlite3 *database, int option, int on) {
    return sqlite3_db_config(database, option, on, (int *)0);
}
