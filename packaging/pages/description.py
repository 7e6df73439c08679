"""What the program says about its commands and options."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, field

# Their default is the number of cores of the machine that is asked.
OF_THE_MACHINE = {"--threads", "--jobs"}


@dataclass
class Option:
    """An option, or an argument without a name."""

    names: list[str]
    """As typed, short ones first; empty for an argument."""
    positional: str
    """Name of an argument; empty for an option."""
    type: str
    """What CLI11 calls its value, such as ``TEXT:{auto,on,off}``; empty for a flag."""
    default: str
    is_required: bool
    is_repeatable: bool
    description: str

    @property
    def choices(self) -> list[str]:
        """The values it may have, if they are few and named."""
        found = re.search(r"\{([^}]*)\}", self.type)
        return found.group(1).split(",") if found else []

    @property
    def limits(self) -> str:
        """Its range, such as ``1 to 1024``; empty if it has none."""
        found = re.search(r"\[(\S+) - (\S+)\]", self.type)
        return f"{found.group(1)} to {found.group(2)}" if found else ""

    @property
    def value(self) -> str:
        """What to write in the place of its value; empty for a flag."""
        if self.choices:
            return "|".join(self.choices)
        kind = self.type.split(":")[0].split(" ")[0]
        return {"UINT": "N", "INT": "N", "FLOAT": "X", "TEXT": "TEXT"}.get(kind, kind)

    @property
    def default_text(self) -> str:
        """Its default, in words; empty if there is none to name."""
        if OF_THE_MACHINE & set(self.names):
            return "all cores"
        return self.default if self.type else ""


@dataclass
class Command:
    """The program or one of its commands."""

    name: str
    description: str
    footer: str
    options: list[Option]
    commands: list[Command] = field(default_factory=list)
    version: str = ""

    @property
    def arguments(self) -> list[Option]:
        """What it takes without a name."""
        return [one for one in self.options if one.positional]

    @property
    def named(self) -> list[Option]:
        """What it takes by name."""
        return [one for one in self.options if one.names]


def command_from(described: dict) -> Command:
    """A command from its JSON."""
    return Command(
        name=described["name"],
        description=described["description"],
        footer=described["footer"],
        options=[Option(**one) for one in described["options"]],
        commands=[command_from(one) for one in described["commands"]],
        version=described.get("version", ""),
    )


def ask(program: str) -> Command:
    """Ask a program what it can do."""
    done = subprocess.run([program, "describe-commands"], capture_output=True, check=True)
    return command_from(json.loads(done.stdout))
