"""What is hidden of a visitor where others may look: a phone's middle, a name's given part."""

from __future__ import annotations

__all__ = ["masked_name", "masked_phone"]

_SHOWN_HEAD = 3
_SHOWN_TAIL = 4


def masked_phone(phone: str | None) -> str | None:
    """``138****0000``: the first three and last four digits; a short number shows its last two only."""
    if phone is None:
        return None
    if len(phone) >= _SHOWN_HEAD + _SHOWN_TAIL + 2:
        return f"{phone[:_SHOWN_HEAD]}****{phone[-_SHOWN_TAIL:]}"
    return f"****{phone[-2:]}"


def masked_name(name: str | None) -> str | None:
    """``王某``: a Chinese name's first character; of any other name the initial."""
    if not name:
        return name
    return f"{name[0]}某" if "\u4e00" <= name[0] <= "\u9fff" else f"{name[0]}."
