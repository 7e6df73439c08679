# shellcheck shell=bash
# What the jobs in this folder share. Sourced, not run.
#
# A job runs a command that can be told to stop (SIGUSR1, SIGTERM), then keeps its results and ends
# with 75, and does the rest when it is started again with --resume.

say() { printf '%s %s\n' "$(date '+%F %T')" "$*"; }

# Run a command; pass on, as SIGUSR1, what Slurm sends before the wall time (USR1) and before it
# takes the node away (TERM). Returns the command's exit code.
#   run_until_told COMMAND [ARGUMENT...]
run_until_told() {
    local child code=0
    told=
    "$@" &
    child=$!
    trap 'told=USR1; kill -USR1 "$child" 2>/dev/null' USR1
    trap 'told=TERM; kill -USR1 "$child" 2>/dev/null' TERM
    # A signal ends the wait, not the command.
    while :; do
        code=0
        wait "$child" || code=$?
        kill -0 "$child" 2>/dev/null || break
    done
    trap - USR1 TERM
    return "$code"
}

# Whether this job is being cancelled. One that Slurm takes its node from still runs.
is_cancelled() {
    [[ $(scontrol show job "$SLURM_JOB_ID" 2>/dev/null) != *JobState=RUNNING* ]]
}

# Run a command in a job of Slurm. If it was told to stop and can go on, put the job back into the
# queue, unless the user has cancelled it.
#   run_or_requeue COMMAND [ARGUMENT...]
run_or_requeue() {
    local code=0
    say "start ${SLURM_RESTART_COUNT:-0} on $(hostname -s): $*"
    run_until_told "$@" || code=$?
    say "ended with $code${told:+ after SIG$told}"
    if ((code == 75)) && is_cancelled; then
        say "cancelled: submit again to go on"
    elif ((code == 75)); then
        say "back into the queue: the rest is done when it starts again"
        scontrol requeue "$SLURM_JOB_ID" || say "not requeued: submit again to go on"
    fi
    return "$code"
}
