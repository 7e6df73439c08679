"""The blocks of code of the project's pages, and what they hold."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = {"node_modules", "build", "out"}  # folders that hold no pages of ours

#: First words that make an indented block one of commands, also where they are not installed.
COMMANDS = {"azalai", "apt-get", "cmake", "pip", "sbatch", "snakemake"}
SHELL = {"sh", "console", "indented"}


@dataclass(frozen=True)
class Block:
    """A block of code of a page.

    Attributes
    ----------
    page : str
        The page, from the folder of the project.
    line : int
        Its first line there.
    language : str
        What stands behind the fence; ``indented`` if it has none but is indented.
    text : str
        What is in it, without the indent.
    """

    page: str
    line: int
    language: str
    text: str

    @property
    def head(self) -> str:
        """Its first line."""
        return self.text.strip().splitlines()[0]

    def __str__(self) -> str:
        return f"{self.page}:{self.line} ({self.head})"


def pages() -> list[str]:
    """Every page of the project."""
    found = [path.relative_to(ROOT) for path in ROOT.rglob("*.md")]
    return sorted(
        str(path)
        for path in found
        if not FOREIGN & set(path.parts) and not any(part[0] == "." for part in path.parts)
    )


def text_of(page: str) -> str:
    """A page as it is."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks of a page, and those that are indented and hold commands, in order."""
    lines = text_of(page).splitlines()
    found: list[Block] = []
    i = 0
    while i < len(lines):
        fence = re.match(r"^( *)```([\w-]*)$", lines[i])
        if fence:
            end = next(j for j in range(i + 1, len(lines)) if lines[j].strip() == "```")
            indent = len(fence[1])
            inner = "\n".join(line[indent:] for line in lines[i + 1 : end])
            found.append(Block(page, i + 1, fence[2], inner + "\n"))
            i = end + 1
        elif re.match(r"^    \S", lines[i]) and (i == 0 or not lines[i - 1].strip()):
            end = i
            while end < len(lines) and (lines[end].startswith("    ") or not lines[end].strip()):
                end += 1
            inner = "\n".join(line[4:] for line in lines[i:end]).rstrip()
            if any(is_command(line) for line in inner.splitlines()):
                found.append(Block(page, i + 1, "indented", inner + "\n"))
            i = end
        else:
            i += 1
    return found


def is_command(line: str) -> bool:
    """Whether a line begins with a program: one of the project or one of the system."""
    words = re.split(r"[\s()]", line.strip(), maxsplit=1)
    word = words[0]
    if line[:1] in " #" or not re.fullmatch(r"[\w./-]+", word):
        return False
    if word in COMMANDS or word.startswith("derive/"):
        return True
    if "/" in word:
        return (ROOT / word).is_file()
    return len(word) > 1 and word.islower() and len(words) > 1 and bool(shutil.which(word))


def calls_of(page: str) -> list[tuple[str, str]]:
    """Commands of `azalai` that a page names, in blocks or in the text, with their arguments."""
    code = [block.text for block in blocks_of(page)]
    code += re.findall(r"`([^`\n]+)`", text_of(page))
    joined = [re.sub(r"\s*\\\n\s*", " ", one) for one in code]
    found = []
    for line in "\n".join(joined).splitlines():
        for name, rest in re.findall(r"\bazalai (\w[\w-]*)([^|;&#]*)", line):
            found.append((name, rest))
    return found
