"""What a verb says when it can't be done: one clear line with the remedy."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):
    """A verb that was not done, and nothing changed. Its text is the line for the director, in the chosen language."""

    exit_code = 1

    @property
    def sentence(self) -> str:
        """The line for the director."""
        return str(self.args[0])
