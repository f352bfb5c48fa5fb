"""The base of everything the planner keeps: a frozen, slotted record whose fields are its annotations.

It stands in for ``dataclasses``, whose import alone costs 1.5 of a bare interpreter start; type
checkers read it as a frozen keyword-only dataclass through ``typing.dataclass_transform``.

A module that defines records starts with ``from __future__ import annotations``: the annotations must be text, which is
what the store's codec reads.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ClassVar, Self, TypeAlias, dataclass_transform

    _Part: TypeAlias = tuple[str, object, Callable[[object, object], None]]
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
    """1 refused or not found, 2 usage, 3 when the book is locked or can't be written."""

    pointed: tuple[str, ...] = ()
    """Lines that show, under the one line, the place in what was typed; a terminal prints them as they are."""


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
        inherited: tuple[_Part, ...] = getattr(bases[0], "PARTS", ()) if bases else ()
        made = tuple((field, defaults.get(field, MISSING), getattr(cls, field).__set__) for field in own)
        cls.PARTS = tuple(part for part in inherited if part[0] not in own) + made  # type: ignore[attr-defined]
        return cls

    @property
    def FIELDS(cls) -> tuple[Field, ...]:  # noqa: N802 - read as a constant of the class
        """The fields in order, the inherited ones first; made when asked for, since ``planner add`` needs few."""
        annotations: dict[str, str] = {}
        for base in reversed(cls.__mro__):
            annotations.update(vars(base).get("__annotations__", {}))
        parts: tuple[_Part, ...] = cls.PARTS  # type: ignore[attr-defined]
        return tuple(Field(name, annotations[name], default, put) for name, default, put in parts)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(metaclass=_RecordType):
    """A frozen value. Make one with keywords, change one with ``replace``; ``check`` holds its invariants."""

    PARTS: ClassVar[tuple[_Part, ...]]
    """(name, default or MISSING, setter) of each field, in order: what making a record needs."""

    def __init__(self, **values: Any) -> None:
        take = values.pop
        for name, default, put in self.PARTS:
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
        for name, default, put in cls.PARTS:
            value = given(name, default)
            if value is MISSING:
                raise TypeError(f"{cls.__name__} needs {name}")
            put(made, value)
        return made

    def check(self) -> None:
        """Raise ``Invalid`` when an invariant is broken. The base has none."""

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed; its invariants are checked again."""
        values = {name: getattr(self, name) for name, _, _ in self.PARTS}
        values.update(changes)
        return type(self)(**values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name, _, _ in self.PARTS)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name, _, _ in self.PARTS)))

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{name}={getattr(self, name)!r}" for name, default, _ in self.PARTS if getattr(self, name) != default
        )
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), {name: getattr(self, name) for name, _, _ in self.PARTS})


def _restore(cls: type[Record], values: dict[str, Any]) -> Record:
    """Rebuild a pickled or copied record."""
    return cls.restore(values)
