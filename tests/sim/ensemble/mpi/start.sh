#!/bin/sh
# Start a program of tests under mpirun: start.sh RANKS PROGRAM WAY FOLDER. 77: there is no MPI.
if ! command -v mpirun >/dev/null; then
    echo "Skipped: no mpirun here (Debian: openmpi-bin)."
    exit 77
fi
# Open MPI refuses root and more ranks than cores unless told otherwise.
OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1 \
    mpirun -n "$1" "$2" "$3" "$4"
code=$?
# Killing a rank must end the others and fail the job; what was delivered is then looked at.
if [ "$3" = killed ]; then
    if [ "$code" -eq 0 ]; then
        echo "mpirun ended with 0 although a rank was killed"
        exit 1
    fi
    exec "$2" after-kill "$4"
fi
exit "$code"
