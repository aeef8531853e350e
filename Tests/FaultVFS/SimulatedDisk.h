#ifndef SIMULATED_DISK_H
#define SIMULATED_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
** What of a directory's files would survive a power loss: for each file the bytes of its last flush and the writes
** since, for each name the file it durably stands for and the creations and deletions since. The real files have
** every write at once; this is kept beside them.
*/

typedef struct disk_random {
    uint64_t state;
} disk_random;

/* A number below `limit`, which is not zero. */
uint64_t disk_random_below(disk_random *random, uint64_t limit);

/* How much of a write of `size` bytes reached the disk before it broke off: a whole number of 512-byte sectors or,
** as often, any number of bytes. */
size_t disk_random_prefix(disk_random *random, size_t size);

/* A write, or with no bytes a truncation to `offset`. */
typedef struct disk_write {
    struct disk_write *next;
    unsigned char *bytes;
    size_t size;
    size_t offset;
} disk_write;

typedef struct disk_file {
    struct disk_file *next;
    unsigned char *bytes;
    size_t size;
    disk_write *first;
    disk_write *last;
} disk_file;

/* A name in the directory. `changes` are creations (a file) and deletions (NULL) that are not durable, in order. */
typedef struct disk_name {
    struct disk_name *next;
    char *path;
    disk_file *durable;
    disk_file **changes;
    size_t change_count;
} disk_name;

typedef struct simulated_disk {
    disk_name *names;
    disk_file *files;
} simulated_disk;

/* The name at a path, taken in from the real file when it is first asked for. */
disk_name *disk_find(simulated_disk *disk, const char *path);

/* The file that a name stands for now; NULL where there is none. */
disk_file *disk_current(const disk_name *name);

disk_file *disk_create(simulated_disk *disk, disk_name *name);
void disk_delete(disk_name *name);
void disk_write_bytes(disk_file *file, const void *bytes, size_t size, size_t offset);
void disk_truncate(disk_file *file, size_t size);

/* A flush of a file, which makes its name durable too. */
void disk_sync(simulated_disk *disk, disk_file *file);
void disk_sync_directory(simulated_disk *disk);

/* A flush that failed and left the writes marked as clean: no later flush writes them. */
void disk_forget_writes(disk_file *file);

size_t disk_unsynced_writes(const simulated_disk *disk);

/* Rewrites the real files. Chance decides over each write and name that is not durable. */
void disk_lose_power(simulated_disk *disk, disk_random *random);

void disk_free(simulated_disk *disk);

#endif
