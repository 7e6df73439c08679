"""Completions for bash, zsh and fish."""

from __future__ import annotations

from description import Command, Option

HEAD = "# Made by packaging/pages from what the program says of itself. Do not edit.\n"


def quoted(text: str) -> str:
    """Text as one word of bash or zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def fish_quoted(text: str) -> str:
    """Text as one word of fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _names(command: Command) -> list[str]:
    return [name for option in command.named for name in option.names]


def bash(program: Command) -> str:
    """A completion for bash; where it knows no word, bash completes names of files."""
    words = " ".join(one.name for one in program.commands)
    options, values = [], []
    for command in program.commands:
        options.append(f"        {command.name}) words={quoted(' '.join(_names(command)))} ;;")
        for option in command.named:
            keys = "|".join(f"{command.name}:{name}" for name in option.names)
            if option.choices:
                values.append(f"        {keys}) words={quoted(' '.join(option.choices))} ;;")
            elif option.type:
                values.append(f"        {keys}) return ;;")
    return f"""{HEAD}_{program.name}() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
    local command="" words="" i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${{COMP_WORDS[i]}} != -* ]]; then command=${{COMP_WORDS[i]}} && break; fi
    done
    if [[ -z $command ]]; then
        words={quoted(words + " " + " ".join(_names(program)))}
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    case $command:$previous in
{chr(10).join(values)}
    esac
    if [[ -z $words && $current == -* ]]; then
        case $command in
{chr(10).join(options)}
        esac
    fi
    if [[ -n $words ]]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"); fi
}}
complete -o bashdefault -o default -F _{program.name} {program.name}
"""


def _zsh_text(text: str) -> str:
    for special in "\\[]:":
        text = text.replace(special, "\\" + special)
    return text


def _zsh_option(option: Option) -> str:
    value = ""
    if option.type:
        action = f"({' '.join(option.choices)})" if option.choices else "_files"
        value = f":{_zsh_text(option.value)}:{action}"
    about = quoted(f"[{_zsh_text(option.description)}]{value}")
    star = "*" if option.is_repeatable else ""
    if len(option.names) == 1:
        return quoted(star + option.names[0]) + about
    each = "{" + ",".join(star + name for name in option.names) + "}"
    return each + about if star else quoted(f"({' '.join(option.names)})") + each + about


def zsh(program: Command) -> str:
    """A completion for zsh."""
    described = "\n".join(
        f"        {quoted(one.name + ':' + one.description)}" for one in program.commands
    )
    cases = []
    for command in program.commands:
        lines = [_zsh_option(one) for one in command.named]
        for argument in command.arguments:
            star = "*" if argument.is_repeatable else ""
            lines.append(quoted(f"{star}:{_zsh_text(argument.description)}:_files"))
        body = " \\\n                ".join(lines)
        cases.append(
            f"        {command.name})\n            _arguments \\\n                {body} ;;"
        )
    first = " \\\n        ".join(_zsh_option(one) for one in program.named)
    return f"""#compdef {program.name}
{HEAD}
_{program.name}() {{
    local curcontext=$curcontext state line
    local -a commands=(
{described}
    )
    typeset -A opt_args
    _arguments -C \\
        {first} \\
        '1: :->command' '*:: :->arguments'
    if [[ $state == command ]]; then
        _describe command commands
        return
    fi
    case $line[1] in
{chr(10).join(cases)}
    esac
}}

_{program.name} "$@"
"""


def _fish_option(option: Option) -> str:
    parts = []
    for name in option.names:
        parts.append(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}")
    if option.choices:
        parts.append(f"-x -a {fish_quoted(' '.join(option.choices))}")
    elif option.type:
        parts.append("-r")
    return " ".join([*parts, "-d", fish_quoted(option.description)])


def fish(program: Command) -> str:
    """A completion for fish."""
    begin = f"complete -c {program.name} -n"
    lines = [f"{begin} __fish_use_subcommand {_fish_option(one)}" for one in program.named]
    for command in program.commands:
        lines.append(
            f"{begin} __fish_use_subcommand -f -a {command.name} "
            f"-d {fish_quoted(command.description)}"
        )
    for command in program.commands:
        seen = f"'__fish_seen_subcommand_from {command.name}'"
        lines += [f"{begin} {seen} {_fish_option(one)}" for one in command.named]
    return HEAD + "\n".join(lines) + "\n"
