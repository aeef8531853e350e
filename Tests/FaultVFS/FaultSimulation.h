#ifndef FAULT_SIMULATION_H
#define FAULT_SIMULATION_H

#include "SimulatedDisk.h"
#include "include/FaultVFS.h"

#include <pthread.h>

enum { call_kind_count = 10 };

struct fault_simulation {
    fault_simulation *next;
    char *directory;
    /* Held during each call: the simulated disk follows the real one in step. */
    pthread_mutex_t mutex;

    fault_effect effect;
    fault_error error;
    unsigned kinds;
    /* Calls of `kinds` still to be made before the fault strikes. */
    uint64_t remaining;
    bool has_struck;
    /* Flushes wait, and so many do now; `flushes_changed` tells of both. */
    bool holds_flushes;
    unsigned held_flushes;
    pthread_cond_t flushes_changed;
    /* The process is dead: nothing reaches the disk any more. */
    bool is_stopped;

    uint64_t calls[call_kind_count];
    size_t open_files;
    simulated_disk disk;
    disk_random random;
};

/* What becomes of a call. */
typedef enum {
    call_proceeds,
    /* It fails; a write may have reached the disk in part. */
    call_fails,
    /* Nothing is done any more. */
    call_is_dead,
    /* The machine dies in this call: what it asked for is one more unflushed change. */
    call_is_cut_off
} call_verdict;

/* The simulation whose directory a path is in; NULL for none. */
fault_simulation *simulation_of(const char *path);

/* Counts a call and decides it. The mutex is held. */
call_verdict simulation_judge(fault_simulation *simulation, fault_call kind);

/* Waits while flushes are held. The mutex is held, but for the waiting. */
void simulation_wait_in_flush(fault_simulation *simulation);

/* SQLite's result code for a call that fails. */
int simulation_result(const fault_simulation *simulation, fault_call kind);

#endif
