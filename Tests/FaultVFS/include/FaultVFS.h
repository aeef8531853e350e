#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
** SQLite on disks that fail, in processes that die and on machines that lose power.
**
** A VFS between SQLite and the operating system's own. Files below the directory of a simulation go through the
** simulation; all others are opened straight by the original VFS and never seen again, so that tests which run beside
** a simulation in the same process are not disturbed. Each simulation has a directory, counters and faults of its own.
**
** Modelled
**   - A call that fails: I/O errors of every kind of call, a full disk. A write that fails may have written a prefix. A
**     flush that fails may have dropped what it should have written, so that a later flush does not write it either.
**   - A process that dies: from the call on, no call succeeds, except those that release memory, locks and descriptors.
**   - A power loss: a write or truncation is safe once its own file is flushed afterwards. Those that were not are
**     kept, lost or torn one by one, in any order; the space of a lost append may be left as garbage. A creation is
**     safe once the file itself, or its directory, is flushed; a deletion once the directory is. SQLite flushes the
**     directory in a deletion that asks for it and with the first flush of a new journal or write-ahead log.
**
** Not modelled
**   - Files that the product opens itself: the writer's lock file, the check of a header, links and removals.
**   - Memory-mapped reading: xFetch is not offered, so that each read is a call that can fail.
**   - The wal-index is real memory shared by the connections of this process. It goes when the last one closes.
**   - A disk that lies about a flush, or changes what was flushed.
*/

typedef struct fault_simulation fault_simulation;

/* Kinds of calls, to be combined as a set. */
typedef enum {
    fault_call_open = 1 << 0,
    fault_call_read = 1 << 1,
    fault_call_write = 1 << 2,
    fault_call_truncate = 1 << 3,
    fault_call_sync = 1 << 4,
    fault_call_delete = 1 << 5,
    fault_call_access = 1 << 6,
    fault_call_file_size = 1 << 7,
    fault_call_lock = 1 << 8,
    fault_call_shm_map = 1 << 9,
    fault_call_any = (1 << 10) - 1
} fault_call;

typedef enum {
    fault_none,
    /* This one call fails. */
    fault_once,
    /* This call fails and all later ones of its kinds. */
    fault_from_then_on,
    /* The process dies in this call. */
    fault_stop,
    /* The process dies in this call because the machine does: see fault_simulation_lose_power. */
    fault_power_loss
} fault_effect;

typedef enum {
    fault_io_error,
    fault_no_space,
    /* A deletion is done, but the flush of its directory fails. Otherwise like an I/O error. */
    fault_directory_error
} fault_error;

/* Puts the shim before the default VFS, once in a process. Returns an SQLite result code. */
int fault_vfs_register(void);

/* Begins a simulation for the files below a directory, whose path has no symbolic links in it. What stands there counts
** as flushed. `seed` decides everything that is left to chance. */
fault_simulation *fault_simulation_begin(const char *directory, uint64_t seed);

/* Ends a simulation. Its connections are closed by then: their files belong to it. */
void fault_simulation_end(fault_simulation *simulation);

/* Sets the fault for the `number`-th call of `kinds`, counted from now and from 1. Counters start anew. */
void fault_simulation_arm(
    fault_simulation *simulation, fault_effect effect, fault_error error, unsigned kinds, uint64_t number);

/* How many calls of some kinds were made since the fault was set. */
uint64_t fault_simulation_calls(fault_simulation *simulation, unsigned kinds);

/* Whether the fault has struck. */
bool fault_simulation_has_struck(fault_simulation *simulation);

/* Files that connections hold open. */
size_t fault_simulation_open_files(fault_simulation *simulation);

/* Writes and truncations that a power loss could still undo, in files that exist. */
size_t fault_simulation_unsynced_writes(fault_simulation *simulation);

/* From now on, whoever flushes a file waits in it: a disk that takes its time. */
void fault_simulation_hold_flushes(fault_simulation *simulation);

/* Returns once somebody waits in a flush; false after so many seconds. */
bool fault_simulation_await_held_flush(fault_simulation *simulation, unsigned seconds_max);

/* Lets everybody go on. */
void fault_simulation_release_flushes(fault_simulation *simulation);

/* Lets the process die now, wherever it is. */
void fault_simulation_stop(fault_simulation *simulation);

/* Makes the files below the directory what a power loss at this moment leaves of them. All connections are closed. */
void fault_simulation_lose_power(fault_simulation *simulation);

#endif
