"""A district of random size and a packet of it, from a seed: what a drill at random begins with."""

import copy
import json
import random

from districts import TOTAL, Case, at, build, district
from packets import digest


class Scene:
    """A district of random size, and a packet of it before somebody tampers with it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.log = district(self.random.randrange(10**9), self.random.randrange(75, 140))
        self.size = len(self.log.events)
        self.earlier = sorted(self.random.sample(range(1, self.size), 3))
        self.person = self.random.choice([None, "e-1", "e-2", "e-3"])
        self.packet = self.make()

    def make(self, whole=None, log=None, size=None, earlier=None):
        whole = self.random.random() < 0.6 if whole is None else whole
        earlier = [before for before in self.earlier if before < (size or self.size)] if earlier is None else earlier
        return (log or self.log).packet(whole, self.person, earlier=earlier, size=size)

    def line(self, shown=True, kind=None):
        """A line of the packet that is about no key; with fields shown, of a kind, if so wanted."""
        lines = [line for line in self.packet.lines if line["index"] > 1 and line["index"] != 70]
        kinds = {line["index"]: self.log.events[line["index"]].fields["kind"] for line in lines}
        return self.random.choice([line for line in lines if (line["fields"] or not shown)
                                   and kind in (None, kinds[line["index"]])])

    def faults_of_fields(self, *indexes):
        """Faults of these entries' fields, and of the total where it no longer follows from what is left."""
        left = copy.deepcopy(self.packet)
        for line in left.lines:
            leaf = json.loads(line["leaf"])
            line["fields"] = [text for text in line["fields"] if digest(text) in leaf["fields"]]
        claimed = left.info["totals"], left.info["held"]
        left.count()
        is_wrong = claimed != (left.info["totals"], left.info["held"])
        return at("field", *sorted(set(indexes))) + (TOTAL if is_wrong else [])

    def renumbered(self):
        self.packet.renumber()
        self.packet.count()

    def case(self, faults, kept=None):
        return Case("drill", build(self.packet), faults, {} if kept is None else {"kept": kept})
