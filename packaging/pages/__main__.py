"""Write manual pages and completions from what the program says of itself.

    python3 packaging/pages PROGRAM FOLDER

FOLDER/man1 gets azalai.1 and one page for each command; FOLDER/bash, FOLDER/zsh and FOLDER/fish
get a completion each, under the names by which the shells look for them. Older ones are replaced.
"""

from __future__ import annotations

import sys
from pathlib import Path

import completions
from description import ask
from man import manual_page, page_name


def main() -> int:
    """Write all files; 2 if the arguments are wrong."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    program = ask(sys.argv[1])
    files = {
        f"man1/{page_name(program, one)}.1": manual_page(program, one)
        for one in [program, *program.commands]
    }
    files[f"bash/{program.name}"] = completions.bash(program)
    files[f"zsh/_{program.name}"] = completions.zsh(program)
    files[f"fish/{program.name}.fish"] = completions.fish(program)
    for name, text in files.items():
        path = Path(sys.argv[2], name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
