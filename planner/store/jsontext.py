r"""JSON without importing ``json``: its import costs 0.6 to 0.7 of an interpreter start, its C core ``_json`` nothing.

Text is kept as it is (UTF-8, no escapes for Chinese). A lone surrogate, which UTF-8 can't hold, is written as its
``\udXXX`` escape and read back as it was; a high and a low one side by side are read back as the one character that
they mean.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    quote: Callable[[str], str]
    _scan: Callable[[str, int], tuple[Any, int]]

__all__ = ["dumps", "loads", "quote", "to_bytes"]

_SPACE = " \t\n\r"
_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class _Context:
    """The settings that the C scanner reads off its maker: plain JSON, control characters in text refused."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = staticmethod(_CONSTANTS.__getitem__)


try:
    from _json import encode_basestring as quote
    from _json import make_scanner

    _scan = make_scanner(_Context)  # type: ignore[arg-type]
except ImportError:  # an interpreter without the C accelerator
    from json.encoder import encode_basestring as quote
    from json.scanner import make_scanner

    from json.decoder import JSONDecoder  # isort: skip

    _scan = make_scanner(JSONDecoder())  # type: ignore[arg-type]


def loads(data: bytes | str) -> Any:
    """The value that a JSON text holds. Raises ValueError when it is not exactly one JSON value in UTF-8."""
    text = data if isinstance(data, str) else data.decode("utf-8")
    if text[:1] in _SPACE:
        text = text.lstrip(_SPACE)
    try:
        value, end = _scan(text, 0)
    except (StopIteration, SystemError):  # up to Python 3.12 its error is json.decoder's, which nobody has imported
        raise ValueError("no JSON value") from None
    except RecursionError:
        raise ValueError("nested too deep") from None
    if end != len(text) and text[end:].strip(_SPACE):
        raise ValueError("text after the JSON value")
    return value


def to_bytes(text: str) -> bytes:
    """JSON text as UTF-8, lone surrogates as their JSON escapes."""
    return text.encode("utf-8", "backslashreplace")


def dumps(value: Any) -> str:
    """Compact JSON text with sorted keys. Raises TypeError on what JSON can't hold, ValueError on a circle."""
    try:
        return _text(value)
    except RecursionError:
        raise ValueError("nested too deep, or a circle") from None


def _text(value: Any) -> str:
    """The JSON text of one value."""
    if isinstance(value, str):
        return quote(value)
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, dict):
        items = sorted((key if isinstance(key, str) else _key(key), item) for key, item in value.items())
        return "{" + ",".join([quote(key) + ":" + _text(item) for key, item in items]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([_text(item) for item in value]) + "]"
    raise TypeError(f"{type(value).__name__} is not JSON")


def _float_text(value: float) -> str:
    """A float as the standard library writes it."""
    if value != value:  # noqa: PLR0124 - only a NaN differs from itself
        return "NaN"
    if value in (_CONSTANTS["Infinity"], _CONSTANTS["-Infinity"]):
        return "Infinity" if value > 0 else "-Infinity"
    return float.__repr__(value)


def _key(key: object) -> str:
    """A key that is not text, as the standard library turns it into text."""
    if key is None or isinstance(key, (bool, int, float)):
        return _text(key)
    raise TypeError(f"{type(key).__name__} can't be a JSON key")
