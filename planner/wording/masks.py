"""What is hidden of a visitor where others may look: a phone's middle, a name's given part."""

from __future__ import annotations

__all__ = ["masked_name", "masked_phone", "phones_masked"]

_SHOWN_HEAD = 3
_SHOWN_TAIL = 4
_MOBILE = 11


def masked_phone(phone: str | None) -> str | None:
    """``138****0000``: the first three and last four digits; a short number shows its last two only."""
    if phone is None:
        return None
    if len(phone) >= _SHOWN_HEAD + _SHOWN_TAIL + 2:
        return f"{phone[:_SHOWN_HEAD]}****{phone[-_SHOWN_TAIL:]}"
    return f"****{phone[-2:]}"


def phones_masked(text: str) -> str:
    """A text with each mobile number in it cut (``138****0000``): eleven digits that begin with a 1, alone."""
    at = 0
    while at < len(text):
        if not text[at].isdecimal():
            at += 1
            continue
        end = at
        while end < len(text) and text[end].isdecimal():
            end += 1
        if end - at == _MOBILE and text[at] == "1":
            text = f"{text[:at]}{masked_phone(text[at:end])}{text[end:]}"
        at = end
    return text


def masked_name(name: str | None) -> str | None:
    """``王某``: a Chinese name's first character; of any other name the initial."""
    if not name:
        return name
    return f"{name[0]}某" if "\u4e00" <= name[0] <= "\u9fff" else f"{name[0]}."
