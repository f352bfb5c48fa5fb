"""The base of everything the planner keeps: a frozen record whose fields are its annotations.

It stands in for ``dataclasses``, whose import alone costs 1.5 of a bare interpreter start; type
checkers read it as a frozen keyword-only dataclass through ``typing.dataclass_transform``.

A default stands on the class and an instance holds only what differs from it, so that making one of the fifty fields of
a matter costs what its row says and not fifty slots: reading 10,000 of them takes a third of the time, and less memory.

A module that defines records starts with ``from __future__ import annotations``: the annotations must be text, which is
what the store's codec reads.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, ClassVar, Self, TypeAlias, dataclass_transform

    _Part: TypeAlias = tuple[str, object, str]
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
    """One field of a record: its name, its annotation as text, its default (or ``MISSING``)."""

    __slots__ = ("annotation", "default", "name")

    def __init__(self, name: str, annotation: str, default: object) -> None:
        self.name = name
        self.annotation = annotation
        self.default = default


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
    """Gathers the fields of a record from the annotations of its class and its bases."""

    def __new__(mcls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        own: dict[str, str] = {
            field: text for field, text in space.get("__annotations__", {}).items() if not text.startswith("ClassVar")
        }
        space["__slots__"] = () if bases else ("__dict__",)
        cls = super().__new__(mcls, name, bases, space)
        inherited: tuple[_Part, ...] = getattr(bases[0], "PARTS", ()) if bases else ()
        made = tuple((field, space.get(field, MISSING), text) for field, text in own.items())
        parts = tuple(part for part in inherited if part[0] not in own) + made
        cls.PARTS = parts  # type: ignore[attr-defined]
        cls.REQUIRED = tuple(field for field, default, _ in parts if default is MISSING)  # type: ignore[attr-defined]
        cls.NAMES = frozenset(field for field, _, _ in parts)  # type: ignore[attr-defined]
        return cls

    @property
    def FIELDS(cls) -> tuple[Field, ...]:  # noqa: N802 - read as a constant of the class
        """The fields in order, the inherited ones first; made when asked for, since ``planner add`` needs few."""
        parts: tuple[_Part, ...] = cls.PARTS  # type: ignore[attr-defined]
        return tuple(Field(name, annotation, default) for name, default, annotation in parts)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(metaclass=_RecordType):
    """A frozen value. Make one with keywords, change one with ``replace``; ``check`` holds its invariants."""

    PARTS: ClassVar[tuple[_Part, ...]]
    """(name, default or MISSING, annotation) of each field, in order."""
    NAMES: ClassVar[frozenset[str]]
    REQUIRED: ClassVar[tuple[str, ...]]

    def __init__(self, **values: Any) -> None:
        if not self.NAMES.issuperset(values):
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(set(values) - self.NAMES))}")
        for name in self.REQUIRED:
            if name not in values:
                raise TypeError(f"{type(self).__name__} needs {name}")
        self.__dict__.update(values)
        self.check()

    @classmethod
    def restore(cls, values: Mapping[str, Any]) -> Self:
        """The record that ``values`` describe, without its invariants being checked: for what was checked when saved.

        Fields that are absent take their defaults; raises TypeError when a field without default is absent.
        """
        for name in cls.REQUIRED:
            if name not in values:
                raise TypeError(f"{cls.__name__} needs {name}")
        made = object.__new__(cls)
        made.__dict__.update({name: value for name, value in values.items() if name in cls.NAMES})
        return made

    def check(self) -> None:
        """Raise ``Invalid`` when an invariant is broken. The base has none."""

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed; its invariants are checked again."""
        return type(self)(**{**self.__dict__, **changes})

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
