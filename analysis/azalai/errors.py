"""What the program's exit codes are in Python."""

from __future__ import annotations


class AzalaiError(Exception):
    """The program ended without doing what it was asked; the text is its own message."""


class InputError(AzalaiError, ValueError):
    """The user's input is wrong (exit code 2)."""


class FileError(AzalaiError, OSError):
    """A file or the disk failed (exit code 74)."""


class InternalError(AzalaiError):
    """The program failed for a reason of its own (exit code 70, or a signal). Please report it."""


class Interrupted(AzalaiError):
    """The program was stopped by a signal; what it finished is kept (exit code 75)."""


class ProgramNotFound(AzalaiError, FileNotFoundError):
    """There is no program to start."""


_OF_CODE = {2: InputError, 74: FileError, 75: Interrupted}


def error_of(exit_code: int, message: str) -> AzalaiError:
    """Make the exception for an exit code.

    Parameters
    ----------
    exit_code : int
        Not 0; negative for a signal, as `subprocess` has it.
    message : str
        What the program wrote to standard error.

    Returns
    -------
    AzalaiError
        Of the class that the code stands for.
    """
    told = message.strip().removeprefix("azalai: ")
    if not told:
        told = f"the program ended with code {exit_code} and said nothing"
    return _OF_CODE.get(exit_code, InternalError)(told)
