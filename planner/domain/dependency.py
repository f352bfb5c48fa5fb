"""Dependencies: a matter that needs others waits for them; a ring of needs is refused with its path named."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.domain.matter import Matter

__all__ = ["ring_through"]


def ring_through(
    number: int, needs: tuple[int, ...], matter_of: Callable[[int], Matter | None]
) -> tuple[int, ...] | None:
    """The ring that would close if matter ``number`` needed ``needs``, as a path from it back to it; else ``None``.

    ``matter_of`` finds a matter by its number. Each matter is looked at once, however many ways lead to it.
    """
    seen: set[int] = set()
    paths: list[tuple[int, tuple[int, ...]]] = [(need, (number, need)) for need in reversed(needs)]
    while paths:
        at, path = paths.pop()
        if at == number:
            return path
        if at in seen:
            continue
        seen.add(at)
        matter = matter_of(at)
        if matter is not None:
            paths += [(need, (*path, need)) for need in reversed(matter.needs)]
    return None
