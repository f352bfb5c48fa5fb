"""Rows of JSON back to records, by their annotations, which are text (``"tuple[Step, ...]"``, ``"Moment | None"``).

The annotations of a class are read once, when its first row is. A name that is neither built in, nor a day or time, nor
a record of the class's module is one of the office's words (``Grade``, ``Mark``): text, whose choice ``check`` holds.
"""

from __future__ import annotations

import sys

from planner.domain.entry import Entry
from planner.domain.moment import date, datetime
from planner.domain.record import MISSING, Record
from planner.store.codec import NOT_FIELDS
from planner.store.jsontext import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from typing import Any, TypeAlias

    Reader: TypeAlias = Callable[[Any], Any]

__all__ = ["WrongField", "decode", "moment_of", "text_of", "with_text"]


class WrongField(ValueError):
    """A field of a row that has a wrong type or is absent; ``field`` names it, dotted within (``steps.done``)."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class _Unknown(Exception):
    """A record inside a row has a field that is not known. No error: it sends the row down the slower road."""


class _Plan:
    """How the rows of a class are read."""

    __slots__ = ("cls", "fields", "inner", "required", "texts")

    def __init__(self, cls: type[Record]) -> None:
        self.cls = cls
        left_out = NOT_FIELDS if issubclass(cls, Entry) else ()
        kept = [field for field in cls.FIELDS if field.name not in left_out]
        self.required = {field.name for field in kept if field.default is MISSING}
        self.fields: dict[str, tuple[type | None, Reader]] = {}
        self.inner: dict[str, type[Record]] = {}
        self.texts: list[str] = []
        for field in kept:
            exact, reader, inner, is_text = _reading(field.annotation, cls)
            self.fields[field.name] = (exact, reader)
            if inner is not None:
                self.inner[field.name] = inner
            if is_text:
                self.texts.append(field.name)


_PLANS: dict[type[Record], _Plan] = {}
_new = object.__new__
_set = object.__setattr__


def _plan(cls: type[Record]) -> _Plan:
    """The plan of a class, made when first asked for."""
    plan = _PLANS.get(cls)
    if plan is None:
        plan = _PLANS[cls] = _Plan(cls)
    return plan


def decode(cls: type[Entry], number: int, row: object) -> Entry:
    """The record that a row holds, its invariants not checked. Raises WrongField."""
    if type(row) is not dict:
        raise WrongField("")
    plan = _PLANS.get(cls) or _plan(cls)
    values: dict[str, Any] = {"number": number}
    fields = plan.fields
    extra = None
    try:
        for name, value in row.items():
            if name in fields:
                exact, read = fields[name]
                values[name] = value if type(value) is exact else read(value)
            else:
                extra = [*(extra or ()), (name, dumps(value))]
    except WrongField as error:
        raise WrongField(f"{name}.{error.field}" if error.field else name) from None
    except (ValueError, TypeError, OverflowError):
        raise WrongField(name) from None
    except _Unknown:
        return _with_inner_unknowns(cls, number, row)
    for name in plan.required:
        if name not in row:
            raise WrongField(name)
    if extra:
        values["extra"] = tuple(sorted(extra))
    made = _new(cls)
    _set(made, "__dict__", values)
    return made


def _with_inner_unknowns(cls: type[Entry], number: int, row: dict[str, Any]) -> Entry:
    """The record of a row whose steps, notes and so on hold unknown fields: they move to ``extra`` with their paths."""
    strays: list[tuple[str, str]] = []
    clean = _cleaned(cls, row, "", strays)
    entry = decode(cls, number, clean)
    entry.__dict__["extra"] = tuple(sorted((*entry.extra, *strays)))
    return entry


def _cleaned(cls: type[Record], row: Any, path: str, strays: list[tuple[str, str]]) -> Any:
    """A row without what its inner records do not know; that is added to ``strays``."""
    if isinstance(row, list):
        return [_cleaned(cls, item, f"{path}{place}/", strays) for place, item in enumerate(row)]
    if not isinstance(row, dict):
        return row
    plan = _plan(cls)
    clean = {}
    for name, value in row.items():
        if name in plan.inner:
            clean[name] = _cleaned(plan.inner[name], value, f"{path}{name}/", strays)
        elif name in plan.fields or not path:
            clean[name] = value
        else:
            strays.append((path + name, dumps(value)))
    return clean


def text_of(cls: type[Record], row: dict[str, Any]) -> Iterator[str]:
    """Every text that a person wrote in a row: not its dates, states or grades."""
    plan = _plan(cls)
    for name in plan.texts:
        value = row.get(name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, str))
    for name, inner in plan.inner.items():
        value = row.get(name)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, dict):
                yield from text_of(inner, item)


def with_text(
    cls: type[Record], row: dict[str, Any], change: Callable[[str], str], spared: Container[str]
) -> dict[str, Any]:
    """A row with every text that a person wrote in it changed, and all else of it as it is: dates, states, grades.

    Fields named in ``spared`` (``Matter.rrule``) are left. What is unknown, or is not what its field holds, is text.
    """
    plan = _plan(cls)
    made: dict[str, Any] = {}
    for name, value in row.items():
        if name in plan.inner and isinstance(value, (dict, list)):
            inner = plan.inner[name]
            if isinstance(value, dict):
                made[name] = with_text(inner, value, change, spared)
            else:
                made[name] = [
                    with_text(inner, item, change, spared) if isinstance(item, dict) else _changed(item, change)
                    for item in value
                ]
        elif name in plan.texts and f"{cls.__name__}.{name}" not in spared:
            made[name] = change(value) if isinstance(value, str) else _changed(value, change)
        else:
            made[name] = value if _reads(plan, name, value) else _changed(value, change)
    return made


def _reads(plan: _Plan, name: str, value: object) -> bool:
    """Whether a value is what its field, if there is such a one, holds."""
    if name not in plan.fields:
        return False
    exact, read = plan.fields[name]
    try:
        if type(value) is not exact:
            read(value)
    except (ValueError, TypeError, OverflowError, _Unknown):
        return False
    return True


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Any JSON value with its texts changed, but those that are a date or time."""
    if isinstance(value, str):
        return value if _is_moment(value) else change(value)
    if isinstance(value, list):
        return [_changed(inside, change) for inside in value]
    if isinstance(value, dict):
        return {name: _changed(inside, change) for name, inside in value.items()}
    return value


def _is_moment(text: str) -> bool:
    """Whether a text is a date or time as rows hold one."""
    try:
        _moment(text)
    except (ValueError, WrongField):
        return False
    return text[4:5] == text[7:8] == "-"


def _reading(annotation: str, cls: type[Record]) -> tuple[type | None, Reader, type[Record] | None, bool]:
    """How a field is read: the type that passes as it is, the reader of all else, the record within, is it text."""
    text = annotation.strip()
    optional = text.endswith("| None")
    if optional:
        text = text[: -len("| None")].strip()
    if text.startswith("tuple[") and text.endswith(", ...]"):
        exact, read, inner, is_text = _reading(text[len("tuple[") : -len(", ...]")], cls)
        return None, _tuple_reader(exact, read, optional=optional), inner, is_text
    if text in _EXACT:
        exact = _EXACT[text]
        return exact, _none_only if optional else _nothing, None, exact is str
    if text in _MOMENTS:
        return None, _optional(_MOMENTS[text]) if optional else _MOMENTS[text], None, False
    found = next((vars(sys.modules[base.__module__])[text] for base in cls.__mro__ if _knows(base, text)), None)
    if isinstance(found, type) and issubclass(found, Record):
        reader = _record_reader(found)
        return None, _optional(reader) if optional else reader, found, False
    if text[:1].isupper():
        return str, _none_only if optional else _nothing, None, False
    raise TypeError(f"no way to read {annotation!r} of {cls.__name__}")


def _knows(base: type, name: str) -> bool:
    """Whether a class's module holds a name."""
    module = sys.modules.get(base.__module__)
    return module is not None and name in vars(module)


def _nothing(_value: object) -> Any:
    """Nothing but the exact type passes."""
    raise WrongField("")


def _none_only(value: object) -> Any:
    """Beside the exact type only ``null`` passes."""
    if value is not None:
        raise WrongField("")


def _optional(read: Reader) -> Reader:
    """The reader of a field that may be ``null``."""
    return lambda value: None if value is None else read(value)


def _tuple_reader(exact: type | None, read: Reader, *, optional: bool) -> Reader:
    """The reader of a list."""

    def items(value: object) -> Any:
        if type(value) is not list:
            if optional and value is None:
                return None
            raise WrongField("")
        return tuple([item if type(item) is exact else read(item) for item in value])

    return items


def _record_reader(cls: type[Record]) -> Reader:
    """The reader of a record within a record."""

    def record(value: object) -> Any:
        if type(value) is not dict:
            raise WrongField("")
        plan = _plan(cls)
        values: dict[str, Any] = {}
        for name, item in value.items():
            if name not in plan.fields:
                raise _Unknown
            exact, read = plan.fields[name]
            try:
                values[name] = item if type(item) is exact else read(item)
            except WrongField as error:
                raise WrongField(f"{name}.{error.field}" if error.field else name) from None
            except (ValueError, TypeError, OverflowError):
                raise WrongField(name) from None
        for name in plan.required:
            if name not in value:
                raise WrongField(name)
        made = _new(cls)
        _set(made, "__dict__", values)
        return made

    return record


def _datetime(value: Any) -> datetime:
    """A time, from its ISO text. A record has several stamps of one minute, so what was read is looked up first."""
    if type(value) is not str or len(value) == 10:
        raise WrongField("")
    moment = _READ.get(value)
    if moment is None:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            raise WrongField("")
        if len(_READ) >= _READ_LIMIT:
            _READ.clear()
        _READ[value] = moment
    return moment


def moment_of(text: object) -> datetime:
    """A time from its ISO text. Raises WrongField."""
    return _datetime(text)


def _date(value: Any) -> date:
    """A day, from its ISO text."""
    if type(value) is not str or len(value) != 10:
        raise WrongField("")
    return date.fromisoformat(value)


def _moment(value: Any) -> date:
    """A day or a time: ten characters are a day."""
    return _date(value) if type(value) is str and len(value) == 10 else _datetime(value)


_READ: dict[str, datetime] = {}
_READ_LIMIT = 4096
_EXACT: dict[str, type] = {"str": str, "int": int, "bool": bool}
_MOMENTS: dict[str, Reader] = {"date": _date, "datetime": _datetime, "Moment": _moment}
