# shellcheck shell=bash
# A Slurm cluster of one node for tests: munged, slurmctld and slurmd started by hand, without
# systemd and cgroups, with everything they write in one folder. Sourced, not run.
#
# Tried with Slurm 22.05 of Debian 12, as root (in a container).

# A TCP port that nobody uses now.
free_port() {
    "$(python_with socket)" -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# Try a command until it succeeds or the time is over.
#   wait_until SECONDS WHAT COMMAND [ARGUMENT...]
wait_until() {
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        if ((SECONDS >= end)); then
            say "Waited too long: $what"
            return 1
        fi
        sleep 0.2
    done
}

# Write slurm.conf. A task may take any core; jobs that are requeued start again at once; SIGKILL
# follows SIGTERM after 5 s.
#   write_slurm_conf FOLDER CPUS
write_slurm_conf() {
    local folder=$1 cpus=$2 host memory user
    host=$(hostname -s)
    user=$(id -un)
    memory=$(($(awk '/^MemTotal/ { print $2 }' /proc/meminfo) / 1024 * 9 / 10))
    cat >"$folder/slurm.conf" <<CONF
ClusterName=azalai-test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
TmpFS=$folder/tmp
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
MpiDefault=none
SwitchType=switch/none
MailProg=/bin/true
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=5,sched_min_interval=100000,batch_sched_delay=0,requeue_delay=1
MinJobAge=3600
InactiveLimit=0
KillWait=5
JobRequeue=1
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$folder/finished_jobs.log
SlurmdParameters=config_overrides
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=$cpus Boards=1 SocketsPerBoard=1 CoresPerSocket=$cpus ThreadsPerCore=1 RealMemory=$memory State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

# Start the cluster; sets SLURM_CONF for everything that follows.
#   start_cluster FOLDER CPUS
start_cluster() {
    local folder=$1
    PATH=$PATH:/usr/sbin:/sbin
    mkdir -p "$folder"/{state,spool,tmp}
    chmod 755 "$folder"
    chmod 1777 "$folder/tmp"
    write_slurm_conf "$@"
    export SLURM_CONF=$folder/slurm.conf
    (umask 077 && head -c 1024 /dev/urandom >"$folder/munge.key")
    munged --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
        --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" \
        --seed-file="$folder/munge.seed"
    wait_until 10 munged munge --socket="$folder/munge.socket" --no-input || return
    slurmctld
    wait_until 20 slurmctld scontrol ping || return
    slurmd -N n1
    wait_until 30 "the node to be idle" is_node_idle
}

is_node_idle() { [[ $(sinfo -N -h -o %T) == idle ]]; }

# Stop a daemon by the number in its file: TERM, and KILL after 10 s.
stop_daemon() {
    local file=$1 pid
    [[ -s $file ]] || return 0
    pid=$(<"$file")
    kill -TERM "$pid" 2>/dev/null || return 0
    wait_until 10 "$(basename "$file" .pid) to end" is_gone "$pid" || kill -KILL "$pid" || true
}

is_gone() { ! kill -0 "$1" 2>/dev/null; }

has_no_jobs() { [[ -z $(squeue -h -t all -o '%i %T' | grep -E 'RUNNING|PENDING|COMPLETING') ]]; }

# Cancel what runs and stop what start_cluster started.
#   stop_cluster FOLDER
stop_cluster() {
    local folder=$1 daemon
    if [[ -s $folder/slurmctld.pid ]]; then
        scancel --user="$(id -un)" 2>/dev/null || true
        wait_until 20 "jobs to end" has_no_jobs || true
    fi
    for daemon in slurmd slurmctld munged; do stop_daemon "$folder/$daemon.pid"; done
}
