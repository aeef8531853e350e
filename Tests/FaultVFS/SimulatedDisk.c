#include "SimulatedDisk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { sector_size = 512 };

/* A test that cannot be set up must not pass. */
static void require(bool holds, const char *what) {
    if (holds) return;
    perror(what);
    abort();
}

static void *allocate(size_t size) {
    void *memory = calloc(1, size ? size : 1);
    require(memory != NULL, "simulated disk: memory");
    return memory;
}

/* MARK: - Chance: SplitMix64 */

static uint64_t next_random(disk_random *random) {
    uint64_t value = (random->state += 0x9E3779B97F4A7C15u);
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

uint64_t disk_random_below(disk_random *random, uint64_t limit) { return next_random(random) % limit; }

size_t disk_random_prefix(disk_random *random, size_t size) {
    if (size == 0) return 0;
    size_t prefix = disk_random_below(random, size);
    return disk_random_below(random, 2) ? prefix : prefix / sector_size * sector_size;
}

/* MARK: - Real files */

static void load(disk_file *file, const char *path, size_t size) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    require(descriptor >= 0, path);
    file->bytes = allocate(size);
    file->size = size;
    require(read(descriptor, file->bytes, size) == (ssize_t)size, path);
    close(descriptor);
}

/* In place, so that the file keeps its permissions. */
static void store(const disk_file *file, const char *path) {
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    require(descriptor >= 0, path);
    require(write(descriptor, file->bytes, file->size) == (ssize_t)file->size, path);
    close(descriptor);
}

/* MARK: - Names */

static disk_file *new_file(simulated_disk *disk) {
    disk_file *file = allocate(sizeof *file);
    file->next = disk->files;
    disk->files = file;
    return file;
}

disk_name *disk_find(simulated_disk *disk, const char *path) {
    for (disk_name *name = disk->names; name; name = name->next) {
        if (strcmp(name->path, path) != 0) continue;
        // Removed by the product itself, without SQLite.
        if (access(path, F_OK) != 0) disk_delete(name);
        return name;
    }
    disk_name *name = allocate(sizeof *name);
    name->path = allocate(strlen(path) + 1);
    memcpy(name->path, path, strlen(path) + 1);
    name->next = disk->names;
    disk->names = name;
    struct stat status;
    if (stat(path, &status) == 0) {
        // Loaded before SQLite opens it: closing a descriptor later would drop the locks of the process on the file.
        name->durable = new_file(disk);
        load(name->durable, path, (size_t)status.st_size);
    }
    return name;
}

disk_file *disk_current(const disk_name *name) {
    return name->change_count ? name->changes[name->change_count - 1] : name->durable;
}

static void add_change(disk_name *name, disk_file *file) {
    name->changes = realloc(name->changes, (name->change_count + 1) * sizeof *name->changes);
    require(name->changes != NULL, "simulated disk: memory");
    name->changes[name->change_count++] = file;
}

disk_file *disk_create(simulated_disk *disk, disk_name *name) {
    disk_file *file = new_file(disk);
    add_change(name, file);
    return file;
}

void disk_delete(disk_name *name) {
    if (disk_current(name)) add_change(name, NULL);
}

void disk_sync_directory(simulated_disk *disk) {
    for (disk_name *name = disk->names; name; name = name->next) {
        name->durable = disk_current(name);
        name->change_count = 0;
    }
}

/* A file is not reachable without its name: flushing one makes the other durable, with what was done to it before. */
static void sync_name(simulated_disk *disk, const disk_file *file) {
    for (disk_name *name = disk->names; name; name = name->next) {
        for (size_t index = 0; index < name->change_count; index++) {
            if (name->changes[index] != file) continue;
            name->durable = name->changes[index];
            name->change_count -= index + 1;
            memmove(name->changes, name->changes + index + 1, name->change_count * sizeof *name->changes);
            return;
        }
    }
}

/* MARK: - Contents */

static void add_write(disk_file *file, const void *bytes, size_t size, size_t offset) {
    disk_write *write = allocate(sizeof *write);
    write->size = size;
    write->offset = offset;
    if (bytes) {
        write->bytes = allocate(size);
        memcpy(write->bytes, bytes, size);
    }
    if (file->last) {
        file->last->next = write;
    } else {
        file->first = write;
    }
    file->last = write;
}

void disk_write_bytes(disk_file *file, const void *bytes, size_t size, size_t offset) {
    add_write(file, bytes, size, offset);
}

void disk_truncate(disk_file *file, size_t size) { add_write(file, NULL, 0, size); }

static void resize(disk_file *file, size_t size) {
    unsigned char *bytes = realloc(file->bytes, size ? size : 1);
    require(bytes != NULL, "simulated disk: memory");
    if (size > file->size) memset(bytes + file->size, 0, size - file->size);
    file->bytes = bytes;
    file->size = size;
}

/* Applies a write as far as `size`. */
static void apply(disk_file *file, const disk_write *write, size_t size) {
    if (!write->bytes) {
        resize(file, write->offset);
        return;
    }
    if (size == 0) return;
    if (write->offset + size > file->size) resize(file, write->offset + size);
    memcpy(file->bytes + write->offset, write->bytes, size);
}

void disk_forget_writes(disk_file *file) {
    while (file->first) {
        disk_write *write = file->first;
        file->first = write->next;
        free(write->bytes);
        free(write);
    }
    file->last = NULL;
}

void disk_sync(simulated_disk *disk, disk_file *file) {
    for (disk_write *write = file->first; write; write = write->next) apply(file, write, write->size);
    disk_forget_writes(file);
    sync_name(disk, file);
}

size_t disk_unsynced_writes(const simulated_disk *disk) {
    size_t count = 0;
    for (disk_name *name = disk->names; name; name = name->next) {
        const disk_file *file = disk_current(name);
        if (!file || access(name->path, F_OK) != 0) continue;
        for (disk_write *write = file->first; write; write = write->next) count++;
    }
    return count;
}

/* MARK: - Power loss */

/* The file grew, but what should stand there did not arrive. */
static void leave_garbage(disk_file *file, const disk_write *write, disk_random *random) {
    if (!write->bytes || write->offset + write->size <= file->size) return;
    size_t start = file->size;
    resize(file, write->offset + write->size);
    if (disk_random_below(random, 2)) return;
    for (size_t index = start; index < file->size; index++) file->bytes[index] = (unsigned char)next_random(random);
}

/* `kept` of 8 writes are kept; of the others some are torn, and some grow the file all the same. */
static void keep_some_writes(disk_file *file, uint64_t kept, disk_random *random) {
    for (disk_write *write = file->first; write; write = write->next) {
        if (disk_random_below(random, 8) < kept) {
            apply(file, write, write->size);
            continue;
        }
        switch (disk_random_below(random, 4)) {
            case 0: if (write->bytes) apply(file, write, disk_random_prefix(random, write->size)); break;
            case 1: leave_garbage(file, write, random); break;
            default: break;
        }
    }
    disk_forget_writes(file);
}

/* Changes of one name happen in order; how many of them happened is chance. */
static disk_file *surviving(const disk_name *name, disk_random *random) {
    size_t happened = disk_random_below(random, name->change_count + 1);
    return happened ? name->changes[happened - 1] : name->durable;
}

void disk_lose_power(simulated_disk *disk, disk_random *random) {
    for (disk_name *name = disk->names; name; name = name->next) {
        // From nothing at all to everything, for each file.
        uint64_t kept = disk_random_below(random, 9);
        disk_file *file = surviving(name, random);
        if (file) {
            keep_some_writes(file, kept, random);
            store(file, name->path);
        } else {
            unlink(name->path);
        }
        name->durable = file;
        name->change_count = 0;
        char shared_memory[4096];
        snprintf(shared_memory, sizeof shared_memory, "%s-shm", name->path);
        unlink(shared_memory);
    }
}

void disk_free(simulated_disk *disk) {
    while (disk->names) {
        disk_name *name = disk->names;
        disk->names = name->next;
        free(name->changes);
        free(name->path);
        free(name);
    }
    while (disk->files) {
        disk_file *file = disk->files;
        disk->files = file->next;
        disk_forget_writes(file);
        free(file->bytes);
        free(file);
    }
}
