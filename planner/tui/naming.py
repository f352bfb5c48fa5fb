"""Names as they are typed in a row."""

from __future__ import annotations

__all__ = ["names_of"]


def names_of(line: str) -> tuple[str, ...]:
    """The names that a line lists, each once."""
    for sign in "，、;；":
        line = line.replace(sign, ",")
    return tuple(dict.fromkeys(name.strip().lstrip("@＠") for name in line.split(",") if name.strip().lstrip("@＠")))
