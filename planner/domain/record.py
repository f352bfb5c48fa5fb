"""The base of everything the planner keeps: a frozen, slotted record whose fields are its annotations.

It stands in for ``dataclasses``, whose import alone costs 1.5 of a bare interpreter start (DESIGN, section 8); type
checkers read it as a frozen keyword-only dataclass through ``typing.dataclass_transform``.

A module that defines records starts with ``from __future__ import annotations``: the annotations must be text, which is
what the store's codec reads.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ClassVar, Self, dataclass_transform
else:

    def dataclass_transform(**_options: Any) -> Any:
        """Stand-in at run time for the typing marker."""
        return lambda cls: cls


__all__ = ["MISSING", "Field", "Invalid", "Problem", "Record"]


class _Missing:
    """The type of ``MISSING``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""Stands where a field has no default."""


class Field:
    """One field of a record: its name, its annotation as text, its default (or ``MISSING``) and its slot's setter."""

    __slots__ = ("annotation", "default", "name", "put")

    def __init__(self, name: str, annotation: str, default: object, put: Callable[[object, object], None]) -> None:
        self.name = name
        self.annotation = annotation
        self.default = default
        self.put = put


class Problem(Exception):
    """What can't be done, foreseen and told in one line: the base of every error that a verb raises on purpose.

    It stands here so that whoever catches it imports no class that was not raised.
    """

    exit_code = 1
    """1 refused or not found, 3 when the book is locked or can't be written."""


class Invalid(Problem, ValueError):
    """A record that would break one of its invariants.

    ``field`` names the field, ``rule`` is a stable code that the wording knows, ``value`` is what was offered.
    """

    def __init__(self, field: str, rule: str, value: object = None) -> None:
        super().__init__(field, rule, value)
        self.field = field
        self.rule = rule
        self.value = value


class _RecordType(type):
    """Makes a slot of every annotation and moves the defaults aside, since a slot and a class attribute clash."""

    def __new__(mcls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        own: dict[str, str] = {
            field: text for field, text in space.get("__annotations__", {}).items() if not text.startswith("ClassVar")
        }
        defaults = {field: space.pop(field) for field in own if field in space}
        space["__slots__"] = tuple(own)
        cls = super().__new__(mcls, name, bases, space)
        inherited: tuple[Field, ...] = getattr(bases[0], "FIELDS", ()) if bases else ()
        made = tuple(
            Field(field, text, defaults.get(field, MISSING), getattr(cls, field).__set__) for field, text in own.items()
        )
        kept = tuple(field for field in inherited if field.name not in own)
        cls.FIELDS = kept + made  # type: ignore[attr-defined]
        cls._PARTS = tuple((one.name, one.default, one.put) for one in kept + made)  # type: ignore[attr-defined]
        return cls


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(metaclass=_RecordType):
    """A frozen value. Make one with keywords, change one with ``replace``; ``check`` holds its invariants."""

    FIELDS: ClassVar[tuple[Field, ...]]
    _PARTS: ClassVar[tuple[tuple[str, object, Callable[[object, object], None]], ...]]

    def __init__(self, **values: Any) -> None:
        take = values.pop
        for name, default, put in self._PARTS:
            value = take(name, default)
            if value is MISSING:
                raise TypeError(f"{type(self).__name__} needs {name}")
            put(self, value)
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(values))}")
        self.check()

    @classmethod
    def restore(cls, values: Mapping[str, Any]) -> Self:
        """The record that ``values`` describe, without its invariants being checked: for what was checked when saved.

        Fields that are absent take their defaults; raises TypeError when a field without default is absent.
        """
        made = object.__new__(cls)
        given = values.get
        for name, default, put in cls._PARTS:
            value = given(name, default)
            if value is MISSING:
                raise TypeError(f"{cls.__name__} needs {name}")
            put(made, value)
        return made

    def check(self) -> None:
        """Raise ``Invalid`` when an invariant is broken. The base has none."""

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed; its invariants are checked again."""
        values = {field.name: getattr(self, field.name) for field in self.FIELDS}
        values.update(changes)
        return type(self)(**values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, field.name) == getattr(other, field.name) for field in self.FIELDS)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, field.name) for field in self.FIELDS)))

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{field.name}={getattr(self, field.name)!r}"
            for field in self.FIELDS
            if getattr(self, field.name) != field.default
        )
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), {field.name: getattr(self, field.name) for field in self.FIELDS})


def _restore(cls: type[Record], values: dict[str, Any]) -> Record:
    """Rebuild a pickled or copied record."""
    return cls.restore(values)
