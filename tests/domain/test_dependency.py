"""Rings of needs are found with their path, however deep, and looked at once."""

import pytest

from planner.domain.dependency import ring_through
from planner.domain.matter import Matter

NEEDS = {1: (2, 3), 2: (4,), 3: (4,), 4: (), 5: (1,)}

CASES = (
    (6, (5,), None),
    (4, (1,), (4, 1, 2, 4)),
    (4, (5,), (4, 5, 1, 2, 4)),
    (3, (4,), None),
    (2, (3,), None),
    (1, (1,), (1, 1)),
    (9, (), None),
    (9, (77,), None),
)


def matter(number):
    return Matter(number=number, title="m", needs=NEEDS[number]) if number in NEEDS else None


@pytest.mark.parametrize(("number", "needs", "ring"), CASES)
def test_the_ring_that_would_close(number, needs, ring):
    assert ring_through(number, needs, matter) == ring


def test_each_matter_is_looked_at_once_however_many_ways_lead_to_it():
    depth = 60  # each layer doubles the ways: 2 ** 60 of them
    asked = []

    def layered(number):
        asked.append(number)
        return Matter(number=number, title="m", needs=(number + 2, number + 3)) if number < depth else None

    assert ring_through(1000, (1,), layered) is None
    assert len(asked) == len(set(asked))
