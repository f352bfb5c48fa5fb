"""``planner completion bash|zsh|fish``: a script that lets a shell complete the commands and their options with Tab.

The script is written from the command table and each command's own parser, so it can't name what there is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli.options import UsageError
from planner.cli.parser import parser_of
from planner.cli.table import COMMANDS
from planner.domain.record import Record
from planner.wording import t

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.parser import Parser
    from planner.cli.streams import Out, Talk
    from planner.desk.desk import Desk

__all__ = ["SHELLS", "configure", "run"]

SHELLS = ("bash", "zsh", "fish")
_GLOBAL = ("--home", "--lang", "--demo", "--help", "--version")
_NAMES = ("planner", "oplan")
"""The launchers that the wheel installs."""


class _Completed(Record):
    """A command: its word, what it does, the options it takes, and the words of which its first is one."""

    name: str
    summary: str
    options: tuple[str, ...]
    words: tuple[str, ...] = ()


def configure(parser: Parser) -> None:
    """Say what the command takes."""
    parser.add_argument("shell", nargs="?", choices=SHELLS, help=t("which shell the script is for"))


def run(options: Namespace, desk: Desk, out: Out, talk: Talk) -> int:  # noqa: ARG001
    """Print the script; to a person, say how it is put to use."""
    shell = options.shell
    if shell is None:
        raise UsageError(t("Say for which shell: planner completion bash, zsh or fish."))
    for line in {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](_commands()):
        out.line(line)
    if out.width is not None:
        how = "planner completion fish | source" if shell == "fish" else f'eval "$(planner completion {shell})"'
        file = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/config.fish"}[shell]
        talk.say(t("To have it in every shell, write into {file}: {line}", file=file, line=how))
    return 0


def _commands() -> tuple[_Completed, ...]:
    """Each command of the table, as its parser has it."""
    made = []
    for command in COMMANDS:
        parser = parser_of(command)
        module: Any = __import__(f"planner.cli.commands.{command.module or command.name}", fromlist=("configure",))
        module.configure(parser)
        taken: list[str] = []
        words: tuple[str, ...] = ()
        for action in parser._actions:  # noqa: SLF001 - argparse tells its options nowhere else
            taken += [one for one in action.option_strings if one.startswith("--")]
            if not action.option_strings and action.choices and not words:
                words = tuple(map(str, action.choices))
        made.append(_Completed(name=command.name, summary=t(command.summary), options=tuple(taken), words=words))
    return tuple(made)


_BASH = """\
_planner() {
    local cur=${COMP_WORDS[COMP_CWORD]} command= words= i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --home | --lang) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    case $command in
"""

_BASH_END = """\
    esac
    if [[ ${COMP_WORDS[COMP_CWORD - 1]} == --lang ]]; then words="en zh"; fi
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}"""


def _bash(commands: tuple[_Completed, ...]) -> list[str]:
    """For bash: where no word fits, files are offered as ever."""
    lines = _BASH.splitlines()
    lines.append(f'        "") words="{" ".join((*_names(commands), *_GLOBAL))}" ;;')
    lines += [f'        {one.name}) words="{" ".join((*one.words, *one.options))}" ;;' for one in commands]
    # an empty word after a command is a title, a number or a file, so options are offered from the dash on
    lines += _BASH_END.splitlines()
    lines.insert(-2, '    if [[ -n $command && -z $cur ]]; then words=""; fi')
    lines.append(f"complete -o default -F _planner {' '.join(_NAMES)}")
    return lines


_ZSH = """\
#compdef planner oplan
_planner() {
    local -a known
    local command= i
    for ((i = 2; i < CURRENT; i++)); do
        case ${words[i]} in
            --home | --lang) ((i++)) ;;
            -*) ;;
            *) command=${words[i]}; break ;;
        esac
    done
    if [[ ${words[CURRENT - 1]} == --lang ]]; then compadd -- en zh; return; fi
    case $command in
        "")
"""


def _zsh(commands: tuple[_Completed, ...]) -> list[str]:
    """For zsh, with what each command does beside it."""
    lines = _ZSH.splitlines()
    lines.append("            known=(")
    lines += [f"                {_single(f'{one.name}:{one.summary}')}" for one in commands]
    lines += ["            )", f"            _describe command known; compadd -- {' '.join(_GLOBAL)}", "            ;;"]
    for one in commands:
        offered = " ".join((*one.words, *one.options))
        lines.append(f"        {one.name}) compadd -- {offered}; [[ ${{words[CURRENT]}} == -* ]] || _files ;;")
    return [*lines, "    esac", "}", "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u; }",
            f"compdef _planner {' '.join(_NAMES)}"]  # fmt: skip


def _fish(commands: tuple[_Completed, ...]) -> list[str]:
    """For fish, with what each command does beside it."""
    lines = []
    for launcher in _NAMES:
        head = f"complete -c {launcher}"
        for one in commands:
            lines.append(f"{head} -f -n __fish_use_subcommand -a {one.name} -d {_fish_quoted(one.summary)}")
            seen = f"'__fish_seen_subcommand_from {one.name}'"
            lines += [f"{head} -n {seen} -l {option[2:]}" for option in one.options]
            if one.words:
                lines.append(f"{head} -f -n {seen} -a {_fish_quoted(' '.join(one.words))}")
        lines += [f"{head} -l {option[2:]}" for option in _GLOBAL if option not in ("--lang", "--home")]
        lines += [f"{head} -l home -r", f"{head} -l lang -x -a 'en zh'"]
    return lines


def _names(commands: tuple[_Completed, ...]) -> tuple[str, ...]:
    """The words of the commands."""
    return tuple(one.name for one in commands)


def _single(text: str) -> str:
    """A text in single quotes, as bash and zsh read it."""
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_quoted(text: str) -> str:
    """A text in single quotes, as fish reads it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
