"""Starting programs under mpirun."""

import os
import shutil
import subprocess

# Open MPI refuses root and more ranks than cores unless told otherwise.
ENVIRONMENT = os.environ | {
    "OMPI_ALLOW_RUN_AS_ROOT": "1",
    "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
    "OMPI_MCA_rmaps_base_oversubscribe": "1",
}


def mpirun(ranks):
    """The words before a command that start it on so many ranks."""
    return ["mpirun", "--bind-to", "none", "-n", str(ranks)]


def why_not(program):
    """Why a program cannot be given ranks here; empty if it can."""
    if shutil.which("mpirun") is None:
        return "no mpirun here (Debian: openmpi-bin)"
    linked = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return "" if "libmpi" in linked else "azalai was built without MPI (Debian: libopenmpi-dev)"
