"""A made-up district's log, and what a case is: a packet of it, and what a verifier has to say about that."""

import json
from dataclasses import dataclass, field

from packets import NEXT_LOG, ORIGIN, LOG, Log, zipped
from signing import key, note

STRANGER = key("stranger.example.org/log")
IMPOSTOR = key(ORIGIN + "#impostor")
LATE_WITNESS = key("late.example.org/witness", 4)
SIZES = [1, 20, 64, 90]


@dataclass
class Case:
    """A packet, what somebody kept, and the faults that have to be found: these and no others."""

    name: str
    packet: bytes
    faults: list = field(default_factory=list)
    kept: dict = field(default_factory=dict)
    policy: str | None = None
    exit: int | None = None  # as it follows from the faults, unless stated

    def written(self):
        yield f"{self.name}.zip", self.packet
        yield from ((f"{self.name}.kept.{name}", data) for name, data in self.kept.items())
        if self.policy is not None:
            yield f"{self.name}.policy.txt", self.policy.encode()

    @property
    def exit_of_faults(self):
        """2 where nothing is wrong but that something can't be compared."""
        return 2 if {fault["code"] for fault in self.faults} == {"unshown"} else int(bool(self.faults))

    def expectation(self):
        return {"packet": f"{self.name}.zip", "kept": [f"{self.name}.kept.{name}" for name in self.kept],
                "policy": None if self.policy is None else f"{self.name}.policy.txt",
                "exit": self.exit_of_faults if self.exit is None else self.exit,
                "faults": sorted(self.faults, key=place)}


def place(fault):
    """By what faults are sorted: the code, then the place."""
    return [(isinstance(part, str), part) for part in fault.values()]


def at(code, *indexes, place="index"):
    return [{"code": code, place: index} for index in indexes]


def of(code, file):
    return [{"code": code, "file": file}]


TOTAL, TREE, KEY, QUORUM, CHECKPOINT, POLICY, RECEIPTS = (
    [{"code": code}] for code in ("total", "tree", "key", "quorum", "checkpoint", "policy", "receipt"))


def district(seed=2014, until=120, first=LOG):
    """A log of 120 events: two keys, entries of five people with corrections, and a third key at index 70."""
    log = Log(seed, first=first)
    log.add("role_grant", "role_grant 1", employee_id="e-0", granted="site_reviewer")
    while len(log.events) < until:
        n = len(log.events)
        if n == 70:
            log.add_key("log", NEXT_LOG)
        elif n % 7 == 3:
            log.add("review", f"work_entry w-{n - 1}/1", note="looks right – sí 😀", employee_id=f"e-{n % 5}",
                    reasons=["usual", 3, True, ["nested"]])
        elif n % 20 == 19:
            record(log, n - 5, version=2, minutes=45, is_withdrawn=n % 40 == 39)
        else:
            record(log, n)
    return log


def record(log, n, version=1, minutes=None, is_withdrawn=False, start=None):
    """An entry of somebody on a day of its own (so none overlap); `held` names one that overlaps another."""
    day = n if start is None else start
    minutes = 30 + log.random.randrange(60) if minutes is None else minutes
    stamp = f"2014-{8 + day // 28:02d}-{1 + day % 28:02d}T15"
    return log.add("work_entry", f"work_entry w-{n:03d}/{version}", work_entry_id=f"w-{n:03d}", version=version,
                   employee_id=f"e-{n % 5}", starts_at=f"{stamp}:00:00+00:00", ends_at=f"{stamp}:50:00+00:00",
                   worked_minutes=minutes, is_withdrawn=is_withdrawn, incident=f"i-{n % 3}")


def hold(log, n, version=1, step=1, state="held"):
    """An entry is held, or counts again."""
    return log.add("entry_hold", f"w-{n:03d}/{version}/{step}", work_entry_id=f"w-{n:03d}", version=version, step=step,
                   state=state)


def with_held():
    """A district in which entry w-204 overlaps w-004 and so is held."""
    log = district(until=110)
    record(log, 204, start=4)
    hold(log, 204)
    return log


def with_disclosure(text, base=None):
    """A district that has sealed one leaf with this disclosure beside proper ones; its index."""
    log = base or district(until=80)
    event = log.make({"kind": "review", "subject": "work_entry w-002/1", "role": "staff"})
    event.disclosures += [text] if isinstance(text, str) else text
    event.seal()
    log.events.append(event)
    return log, len(log.events) - 1


def change(line, name, value):
    """Puts another value into a disclosure, and keeps its salt."""
    for place, text in enumerate(line["fields"]):
        salt, found, _ = json.loads(text)
        if found == name:
            line["fields"][place] = json.dumps([salt, name, value], separators=(",", ":"), ensure_ascii=False)


def build(packet):
    return zipped(packet.files())


def signed(text, signer=NEXT_LOG):
    """A text as a note of one signature."""
    return note(text, signer.line(text))
