#include "include/FaultVFS.h"
#include "FaultSimulation.h"

#include <sqlite3.h>
#include <string.h>

/* A file of a simulation. The original VFS's own file lies right behind it. */
typedef struct simulated_file {
    sqlite3_file base;
    fault_simulation *simulation;
    disk_file *content;
    /* The first flush of a new journal or write-ahead log flushes the directory as well. */
    bool flushes_directory;
} simulated_file;

static sqlite3_vfs *original;
static sqlite3_vfs shim;

static simulated_file *simulated(sqlite3_file *file) { return (simulated_file *)file; }
static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)(simulated(file) + 1); }

/* Counts and decides a call that has no effect on the disk: it either fails or is passed on. */
static bool passes(sqlite3_file *file, fault_call kind, int *result) {
    fault_simulation *simulation = simulated(file)->simulation;
    pthread_mutex_lock(&simulation->mutex);
    bool proceeds = simulation_judge(simulation, kind) == call_proceeds;
    *result = simulation_result(simulation, kind);
    pthread_mutex_unlock(&simulation->mutex);
    return proceeds;
}

/* MARK: - Methods of a file */

/* Closing releases what the process holds, dead or alive, and writes nothing. */
static int close_file(sqlite3_file *file) {
    fault_simulation *simulation = simulated(file)->simulation;
    int result = real(file)->pMethods->xClose(real(file));
    pthread_mutex_lock(&simulation->mutex);
    simulation->open_files--;
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static int read_file(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset) {
    int result;
    if (!passes(file, fault_call_read, &result)) return result;
    return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}

/* How much of a write is done; the mutex is held. */
static int written_size(fault_simulation *simulation, call_verdict verdict, int size) {
    switch (verdict) {
        case call_proceeds: return size;
        case call_fails: return disk_random_below(&simulation->random, 2) ? (int)disk_random_prefix(&simulation->random, (size_t)size) : 0;
        case call_is_dead: return 0;
        // Whether all of it, some or nothing is on the disk is decided when the power is lost.
        case call_is_cut_off: return size;
    }
    return 0;
}

static int write_file(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
    fault_simulation *simulation = simulated(file)->simulation;
    pthread_mutex_lock(&simulation->mutex);
    call_verdict verdict = simulation_judge(simulation, fault_call_write);
    int result = SQLITE_OK;
    int done = written_size(simulation, verdict, size);
    if (done) {
        result = real(file)->pMethods->xWrite(real(file), bytes, done, offset);
        if (result == SQLITE_OK) disk_write_bytes(simulated(file)->content, bytes, (size_t)done, (size_t)offset);
    }
    if (verdict != call_proceeds) result = simulation_result(simulation, fault_call_write);
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    fault_simulation *simulation = simulated(file)->simulation;
    pthread_mutex_lock(&simulation->mutex);
    call_verdict verdict = simulation_judge(simulation, fault_call_truncate);
    int result = SQLITE_OK;
    if (verdict == call_proceeds || verdict == call_is_cut_off) {
        result = real(file)->pMethods->xTruncate(real(file), size);
        if (result == SQLITE_OK) disk_truncate(simulated(file)->content, (size_t)size);
    }
    if (verdict != call_proceeds) result = simulation_result(simulation, fault_call_truncate);
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

/* Nothing is flushed in earnest: the simulated disk is the one that can lose power. */
static int sync_file(sqlite3_file *file, int flags) {
    (void)flags;
    fault_simulation *simulation = simulated(file)->simulation;
    pthread_mutex_lock(&simulation->mutex);
    simulation_wait_in_flush(simulation);
    call_verdict verdict = simulation_judge(simulation, fault_call_sync);
    int result = SQLITE_OK;
    if (verdict == call_proceeds) {
        disk_sync(&simulation->disk, simulated(file)->content);
        if (simulated(file)->flushes_directory) disk_sync_directory(&simulation->disk);
        simulated(file)->flushes_directory = false;
    } else {
        // Some systems drop what they failed to write, and report success the next time.
        if (verdict == call_fails && disk_random_below(&simulation->random, 2)) disk_forget_writes(simulated(file)->content);
        result = simulation_result(simulation, fault_call_sync);
    }
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    int result;
    if (!passes(file, fault_call_file_size, &result)) return result;
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int lock_file(sqlite3_file *file, int level) {
    int result;
    if (!passes(file, fault_call_lock, &result)) return result;
    return real(file)->pMethods->xLock(real(file), level);
}

static int unlock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }

static int check_reserved_lock(sqlite3_file *file, int *is_reserved) {
    int result;
    if (!passes(file, fault_call_lock, &result)) return result;
    return real(file)->pMethods->xCheckReservedLock(real(file), is_reserved);
}

static int control_file(sqlite3_file *file, int operation, void *argument) {
    // A hint that would change the size of the file behind the simulation's back.
    if (operation == SQLITE_FCNTL_SIZE_HINT) return SQLITE_OK;
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int device_characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

/* MARK: - Shared memory */

static int map_shared_memory(sqlite3_file *file, int region, int size, int extends, void volatile **start) {
    int result;
    if (!passes(file, fault_call_shm_map, &result)) return result;
    return real(file)->pMethods->xShmMap(real(file), region, size, extends, start);
}

static bool is_dead(sqlite3_file *file) {
    fault_simulation *simulation = simulated(file)->simulation;
    pthread_mutex_lock(&simulation->mutex);
    bool is_stopped = simulation->is_stopped;
    pthread_mutex_unlock(&simulation->mutex);
    return is_stopped;
}

/* The dead give locks back, and take none. */
static int lock_shared_memory(sqlite3_file *file, int offset, int count, int flags) {
    if ((flags & SQLITE_SHM_LOCK) && is_dead(file)) return SQLITE_IOERR_SHMLOCK;
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

static void shared_memory_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int unmap_shared_memory(sqlite3_file *file, int deletes) {
    return real(file)->pMethods->xShmUnmap(real(file), deletes && !is_dead(file));
}

/* Version 2: without xFetch. */
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = map_shared_memory,
    .xShmLock = lock_shared_memory,
    .xShmBarrier = shared_memory_barrier,
    .xShmUnmap = unmap_shared_memory,
};

/* MARK: - Methods of the VFS */

/* The mutex is held. */
static int open_simulated(
    fault_simulation *simulation, const char *path, sqlite3_file *file, int flags, int *flags_given) {
    disk_name *name = disk_find(&simulation->disk, path);
    int result = original->xOpen(original, path, real(file), flags, flags_given);
    if (result != SQLITE_OK) {
        // SQLite's unix VFS leaves methods to close on some failures.
        if (real(file)->pMethods) real(file)->pMethods->xClose(real(file));
        return result;
    }
    disk_file *content = disk_current(name);
    bool is_new = content == NULL;
    if (is_new) content = disk_create(&simulation->disk, name);
    *simulated(file) = (simulated_file){
        .base = {.pMethods = &methods},
        .simulation = simulation,
        .content = content,
        .flushes_directory = is_new && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL)),
    };
    simulation->open_files++;
    return SQLITE_OK;
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *flags_given) {
    (void)vfs;
    fault_simulation *simulation = path ? simulation_of(path) : NULL;
    // A file of no simulation gets the original's methods: the shim has no part in it.
    if (!simulation) return original->xOpen(original, path, file, flags, flags_given);
    memset(file, 0, (size_t)shim.szOsFile);
    pthread_mutex_lock(&simulation->mutex);
    int result = simulation_judge(simulation, fault_call_open) == call_proceeds
        ? open_simulated(simulation, path, file, flags, flags_given)
        : simulation_result(simulation, fault_call_open);
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int flushes_directory) {
    (void)vfs;
    fault_simulation *simulation = simulation_of(path);
    if (!simulation) return original->xDelete(original, path, flushes_directory);
    pthread_mutex_lock(&simulation->mutex);
    call_verdict verdict = simulation_judge(simulation, fault_call_delete);
    bool fails_late = verdict == call_fails && flushes_directory && simulation->error == fault_directory_error;
    int result = SQLITE_OK;
    if (verdict == call_proceeds || verdict == call_is_cut_off || fails_late) {
        disk_name *name = disk_find(&simulation->disk, path);
        result = original->xDelete(original, path, 0);
        if (result == SQLITE_OK) disk_delete(name);
        if (result == SQLITE_OK && flushes_directory && verdict == call_proceeds) disk_sync_directory(&simulation->disk);
    }
    if (verdict != call_proceeds) result = simulation_result(simulation, fault_call_delete);
    if (fails_late) result = SQLITE_IOERR_DIR_FSYNC;
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *answer) {
    (void)vfs;
    fault_simulation *simulation = simulation_of(path);
    if (!simulation) return original->xAccess(original, path, flags, answer);
    pthread_mutex_lock(&simulation->mutex);
    call_verdict verdict = simulation_judge(simulation, fault_call_access);
    int result = verdict == call_proceeds
        ? original->xAccess(original, path, flags, answer) : simulation_result(simulation, fault_call_access);
    pthread_mutex_unlock(&simulation->mutex);
    return result;
}

static pthread_once_t registration = PTHREAD_ONCE_INIT;
static int registration_result = SQLITE_ERROR;

static void register_shim(void) {
    original = sqlite3_vfs_find(NULL);
    if (!original) return;
    // Everything else stays the original's: paths, time, randomness.
    shim = *original;
    shim.zName = "minutebook-fault";
    shim.szOsFile = (int)sizeof(simulated_file) + original->szOsFile;
    shim.xOpen = open_file;
    shim.xDelete = delete_file;
    shim.xAccess = access_file;
    registration_result = sqlite3_vfs_register(&shim, 1);
}

int fault_vfs_register(void) {
    pthread_once(&registration, register_shim);
    return registration_result;
}
