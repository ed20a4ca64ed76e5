"""How often Python looks for garbage."""

import gc

ALLOCATIONS = 200_000
"""New objects between two looks, against Python's 700."""


def relax() -> None:
    """Makes the collector look seldom, in this process.

    Loading the model and the data makes some million objects that live to the end. Looking through
    them again and again takes a fifth of the time of a first reading.
    """
    gc.set_threshold(ALLOCATIONS, 50, 50)
