"""Small file systems, for root only."""

import os
import subprocess
from contextlib import contextmanager


def can_mount():
    """Whether this process may mount file systems."""
    done = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return os.geteuid() == 0 and done.returncode == 0


@contextmanager
def small_disk(folder, kilobytes):
    """A file system of so many kB in a folder, for as long as the context lasts."""
    folder.mkdir(exist_ok=True)
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "azalai-test", folder], check=True
    )
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


class Disk:
    """A mounted small file system."""

    def __init__(self, folder):
        self.folder = folder

    def used_kilobytes(self):
        """What its files take."""
        state = os.statvfs(self.folder)
        return (state.f_blocks - state.f_bfree) * state.f_frsize // 1024

    def change(self, options):
        """Mount it again with other options: size=...k, ro."""
        subprocess.run(["mount", "-o", f"remount,{options}", self.folder], check=True)
