# shellcheck shell=bash disable=SC2034
# What differs from cluster to cluster. Sourced by every job and by submit: change it to your site.

# Software: what must be loaded before azalai runs, for example
#   module load gcc/12 hdf5 openmpi/4.1
# The program itself: the first of these that exists, unless $AZALAI names one.
azalai=${AZALAI:-}
for candidate in "${project:-.}/build/release/azalai" "${project:-.}/build/dev/azalai"; do
    if [[ -z $azalai && -x $candidate ]]; then azalai=$candidate; fi
done

# Options of sbatch for every job: partition, account, quality of service, memory of one core. An
# Azalai run of Mali takes some 150 MB.
#   sbatch_options=(--partition=standard --account=project123 --mem-per-cpu=1G)
sbatch_options=(--mem-per-cpu=512M)

# How MPI programs are started inside a job. With srun, --kill-on-bad-exit=1 is a must: without it
# the other ranks wait for ever for one that died. Ranks are not bound to cores: rank 0 has two
# threads, one that runs and one that gives runs out (ten times as fast here when unbound).
#   mpi_start=(srun --mpi=pmix --kill-on-bad-exit=1)
mpi_start=(mpirun --bind-to none)
