#include "FaultSimulation.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static pthread_mutex_t list_mutex = PTHREAD_MUTEX_INITIALIZER;
static fault_simulation *simulations;

fault_simulation *fault_simulation_begin(const char *directory, uint64_t seed) {
    fault_simulation *simulation = calloc(1, sizeof *simulation);
    char *name = strdup(directory);
    if (!simulation || !name) abort();
    simulation->directory = name;
    simulation->random.state = seed;
    pthread_mutex_init(&simulation->mutex, NULL);
    pthread_cond_init(&simulation->flushes_changed, NULL);
    pthread_mutex_lock(&list_mutex);
    simulation->next = simulations;
    simulations = simulation;
    pthread_mutex_unlock(&list_mutex);
    return simulation;
}

void fault_simulation_end(fault_simulation *simulation) {
    pthread_mutex_lock(&list_mutex);
    fault_simulation **place = &simulations;
    while (*place != simulation) place = &(*place)->next;
    *place = simulation->next;
    pthread_mutex_unlock(&list_mutex);
    disk_free(&simulation->disk);
    pthread_cond_destroy(&simulation->flushes_changed);
    pthread_mutex_destroy(&simulation->mutex);
    free(simulation->directory);
    free(simulation);
}

fault_simulation *simulation_of(const char *path) {
    pthread_mutex_lock(&list_mutex);
    fault_simulation *simulation = simulations;
    for (; simulation; simulation = simulation->next) {
        size_t length = strlen(simulation->directory);
        if (strncmp(path, simulation->directory, length) == 0 && path[length] == '/') break;
    }
    pthread_mutex_unlock(&list_mutex);
    return simulation;
}

void fault_simulation_arm(
    fault_simulation *simulation, fault_effect effect, fault_error error, unsigned kinds, uint64_t number) {
    pthread_mutex_lock(&simulation->mutex);
    simulation->effect = effect;
    simulation->error = error;
    simulation->kinds = kinds;
    simulation->remaining = number;
    simulation->has_struck = false;
    memset(simulation->calls, 0, sizeof simulation->calls);
    pthread_mutex_unlock(&simulation->mutex);
}

uint64_t fault_simulation_calls(fault_simulation *simulation, unsigned kinds) {
    uint64_t count = 0;
    pthread_mutex_lock(&simulation->mutex);
    for (unsigned kind = 0; kind < call_kind_count; kind++) {
        if (kinds & (1u << kind)) count += simulation->calls[kind];
    }
    pthread_mutex_unlock(&simulation->mutex);
    return count;
}

bool fault_simulation_has_struck(fault_simulation *simulation) {
    pthread_mutex_lock(&simulation->mutex);
    bool has_struck = simulation->has_struck;
    pthread_mutex_unlock(&simulation->mutex);
    return has_struck;
}

size_t fault_simulation_open_files(fault_simulation *simulation) {
    pthread_mutex_lock(&simulation->mutex);
    size_t count = simulation->open_files;
    pthread_mutex_unlock(&simulation->mutex);
    return count;
}

size_t fault_simulation_unsynced_writes(fault_simulation *simulation) {
    pthread_mutex_lock(&simulation->mutex);
    size_t count = disk_unsynced_writes(&simulation->disk);
    pthread_mutex_unlock(&simulation->mutex);
    return count;
}

static void set_holds_flushes(fault_simulation *simulation, bool holds) {
    pthread_mutex_lock(&simulation->mutex);
    simulation->holds_flushes = holds;
    pthread_cond_broadcast(&simulation->flushes_changed);
    pthread_mutex_unlock(&simulation->mutex);
}

void fault_simulation_hold_flushes(fault_simulation *simulation) { set_holds_flushes(simulation, true); }
void fault_simulation_release_flushes(fault_simulation *simulation) { set_holds_flushes(simulation, false); }

bool fault_simulation_await_held_flush(fault_simulation *simulation, unsigned seconds_max) {
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += seconds_max;
    pthread_mutex_lock(&simulation->mutex);
    int result = 0;
    while (!simulation->held_flushes && !result) {
        result = pthread_cond_timedwait(&simulation->flushes_changed, &simulation->mutex, &end);
    }
    bool is_held = simulation->held_flushes > 0;
    pthread_mutex_unlock(&simulation->mutex);
    return is_held;
}

void simulation_wait_in_flush(fault_simulation *simulation) {
    if (!simulation->holds_flushes) return;
    simulation->held_flushes++;
    pthread_cond_broadcast(&simulation->flushes_changed);
    while (simulation->holds_flushes) pthread_cond_wait(&simulation->flushes_changed, &simulation->mutex);
    simulation->held_flushes--;
}

void fault_simulation_stop(fault_simulation *simulation) {
    pthread_mutex_lock(&simulation->mutex);
    simulation->is_stopped = true;
    pthread_mutex_unlock(&simulation->mutex);
}

void fault_simulation_lose_power(fault_simulation *simulation) {
    pthread_mutex_lock(&simulation->mutex);
    if (simulation->open_files) abort();
    disk_lose_power(&simulation->disk, &simulation->random);
    pthread_mutex_unlock(&simulation->mutex);
}

/* MARK: - Calls */

/* Whether the fault strikes this call, of one of its kinds. */
static bool strikes(fault_simulation *simulation) {
    if (simulation->effect == fault_none) return false;
    if (simulation->has_struck) return simulation->effect == fault_from_then_on;
    if (simulation->remaining > 1) {
        simulation->remaining--;
        return false;
    }
    simulation->has_struck = true;
    return true;
}

call_verdict simulation_judge(fault_simulation *simulation, fault_call kind) {
    if (simulation->is_stopped) return call_is_dead;
    for (unsigned index = 0; index < call_kind_count; index++) {
        if (kind == 1u << index) simulation->calls[index]++;
    }
    if (!(simulation->kinds & kind) || !strikes(simulation)) return call_proceeds;
    switch (simulation->effect) {
        case fault_stop: simulation->is_stopped = true; return call_fails;
        case fault_power_loss: simulation->is_stopped = true; return call_is_cut_off;
        default: return call_fails;
    }
}

int simulation_result(const fault_simulation *simulation, fault_call kind) {
    bool is_full = simulation->error == fault_no_space && !simulation->is_stopped;
    switch (kind) {
        case fault_call_open: return SQLITE_CANTOPEN;
        case fault_call_read: return SQLITE_IOERR_READ;
        case fault_call_write: return is_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        case fault_call_truncate: return SQLITE_IOERR_TRUNCATE;
        case fault_call_sync: return SQLITE_IOERR_FSYNC;
        case fault_call_delete: return SQLITE_IOERR_DELETE;
        case fault_call_access: return SQLITE_IOERR_ACCESS;
        case fault_call_file_size: return SQLITE_IOERR_FSTAT;
        case fault_call_lock: return SQLITE_IOERR_LOCK;
        case fault_call_shm_map: return is_full ? SQLITE_IOERR_SHMSIZE : SQLITE_IOERR_SHMMAP;
        case fault_call_any: break;
    }
    return SQLITE_IOERR;
}
