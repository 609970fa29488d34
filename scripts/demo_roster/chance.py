"""Chance that repeats: the same seed gives the same choices in every version of Python."""

import random
import uuid


class Chance:
    """A seeded source of choices. Uses `random()` alone, the one method whose values Python promises to keep."""

    def __init__(self, seed: str):
        self._random = random.Random(f"afterbell demo: {seed}")

    def below(self, count: int) -> int:
        """A whole number from 0 to count - 1."""
        return int(self._random.random() * count)

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def happens(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.below(100) < percent

    def pick(self, choices):
        """One of a list."""
        return choices[self.below(len(choices))]

    def weighted(self, weights: dict):
        """One key, each as likely as its weight."""
        at = self.below(sum(weights.values()))
        for key, weight in weights.items():
            at -= weight
            if at < 0:
                return key
        raise AssertionError("no weights")

    def shuffled(self, items) -> list:
        """The items in another order (Fisher-Yates)."""
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items


def made_id(name: str) -> str:
    """A UUID that stays the same for the same name."""
    return str(uuid.uuid5(uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), f"https://aldervalley.example/{name}"))
