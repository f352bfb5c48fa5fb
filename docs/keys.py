"""Writes the table of keys into docs/keys.md, in both languages, from the program's one table of commands.

Run ``python docs/keys.py`` after a command was added or its keys were changed; a test holds the page to the table.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from planner import wording  # noqa: E402
from planner.tui.commands import COMMANDS, GROUPS, key_name, label_of  # noqa: E402

HEADS = {"en": ("Key", "What it does", "Name in config.toml"), "zh": ("按键", "作用", "config.toml 中的名称")}


def table(lang: str) -> str:
    """All commands by group: keys, sentence, and the id by which they are bound to other keys."""
    wording.use(lang)
    made = []
    for group, title in GROUPS:
        made += [f"### {wording.t(title)}", "", f"| {' | '.join(HEADS[lang])} |", "|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
                made.append(f"| {keys} | {label_of(command)}: {wording.t(command.help)} | `{command.id}` |")
        made.append("")
    return "\n".join(made)


def page() -> str:
    """The whole page."""
    return "\n".join(
        (
            "# Keys",
            "",
            "Made by `docs/keys.py` from the table of commands. Other keys go into `config.toml`, several with commas",
            "between; what clashes or is unknown is said in one line when the planner opens:",
            "",
            "```toml",
            "[keys]",
            'edit = "f7,ctrl+y"',
            '"rank-up" = "ctrl+k"',
            "```",
            "",
            table("en"),
            "# 按键",
            "",
            "由 `docs/keys.py` 按命令表生成。可在 `config.toml` 的 `[keys]` 中另设按键，多个以逗号分隔。",
            "",
            table("zh"),
        )
    )


if __name__ == "__main__":
    (HERE / "keys.md").write_text(page(), encoding="utf-8")
