"""Manual pages, in the macros of man(7)."""

from __future__ import annotations

from description import Command, Option


def escaped(text: str) -> str:
    """Text as roff takes it, so that no character of it is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in {".", "'"} else text


def page_name(program: Command, command: Command) -> str:
    """Name of a page without its section: ``azalai`` or ``azalai-run``."""
    return program.name if command is program else f"{program.name}-{command.name}"


def _option_head(option: Option) -> str:
    if option.positional:
        return f"\\fI{escaped(option.positional.upper())}\\fR"
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in option.names)
    return f"{names} \\fI{escaped(option.value)}\\fR" if option.type else names


def _option_text(option: Option) -> str:
    notes = [option.limits]
    if option.default_text:
        notes.append(f"default: {option.default_text}")
    if option.is_required and not option.positional:
        notes.append("required")
    if option.is_repeatable:
        notes.append("may be repeated")
    said = "; ".join(note for note in notes if note)
    return escaped(option.description + (f" ({said})" if said else "") + ".")


def _option_list(options: list[Option]) -> list[str]:
    lines = []
    for option in options:
        lines += [".TP", _option_head(option), _option_text(option)]
    return lines


def _synopsis(program: Command, command: Command) -> str:
    if command is program:
        return f"\\fB{program.name}\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]"
    parts = [f"\\fB{program.name} {escaped(command.name)}\\fR"]
    parts += [_option_head(one).split(", ")[-1] for one in command.named if one.is_required]
    parts.append("[\\fIOPTIONS\\fR]")
    for one in command.arguments:
        parts.append(f"\\fI{escaped(one.positional.upper())}\\fR")
    return " ".join(parts)


def _footer(text: str) -> list[str]:
    """The footer of a help text: its examples and what else it says."""
    lines: list[str] = []
    in_block = False
    for line in text.strip().splitlines():
        is_indented = line.startswith("  ")
        if in_block and not is_indented:
            lines.append(".EE")
            in_block = False
        if line.rstrip(":") in {"Example", "Examples"}:
            lines.append(".SH EXAMPLES")
        elif line.startswith("Exit codes: "):
            continue  # on every page, in a section of its own
        elif is_indented:
            if not in_block:
                lines += [".PP", ".EX"]
                in_block = True
            lines.append(escaped(line.strip()))
        elif not line:
            lines.append(".PP")
        else:
            if not any(one.startswith(".SH") for one in lines):
                lines.append(".SH NOTES")
            lines.append(escaped(line))
    return lines + ([".EE"] if in_block else [])


def _exit_status(program: Command) -> list[str]:
    for line in program.footer.splitlines():
        if line.startswith("Exit codes: "):
            lines = [".SH EXIT STATUS"]
            for one in line.removeprefix("Exit codes: ").split(", "):
                code, _, meaning = one.partition(" ")
                lines += [".TP", f"\\fB{code}\\fR", escaped(meaning) + "."]
            return lines
    return []


def _commands(program: Command) -> list[str]:
    lines = [".SH COMMANDS"]
    for one in program.commands:
        lines += [".TP", f"\\fB{page_name(program, one)}\\fR(1)".replace("-", "\\-")]
        lines.append(escaped(one.description) + ".")
    return lines


def manual_page(program: Command, command: Command) -> str:
    """The manual page of a command, or of the program if it is the command."""
    name = page_name(program, command)
    summary = command.description.rstrip(".")
    short = summary.removeprefix(f"{program.name.capitalize()} ")
    lines = [
        '.\\" Made by packaging/pages from what the program says of itself. Do not edit.',
        f'.TH {name.upper()} 1 "" "{program.name} {program.version}" "User Commands"',
        ".SH NAME",
        f"{escaped(name)} \\- {escaped(short[:1].lower() + short[1:])}",
        ".SH SYNOPSIS",
        _synopsis(program, command),
        ".SH DESCRIPTION",
        escaped(summary) + ".",
    ]
    if command.arguments:
        lines += [".SH ARGUMENTS", *_option_list(command.arguments)]
    if command.commands:
        lines += _commands(program)
    lines += [".SH OPTIONS", *_option_list(command.named)]
    lines += _footer(command.footer) + _exit_status(program)
    others = [program, *program.commands]
    also = [f"\\fB{escaped(page_name(program, one))}\\fR(1)" for one in others if one != command]
    return "\n".join([*lines, ".SH SEE ALSO", ",\n".join(also)]) + "\n"
