"""Those who judge a packet: two verifiers that were written apart, with what a reader has kept since before."""

import base64
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

import packets
from keepers import lines_of, read_packet
from place import PROGRAM, ROOT, run

PLACES = ("index", "size", "file", "received_ms")
PYTHON = ROOT / "scripts/verify_packet.py"


def as_faults(report):
    """The faults of a report of `--json`: codes with their places."""
    return {(fault["code"], next((fault[name] for name in PLACES if name in fault), None))
            for fault in report["faults"]}


@dataclass
class Reader:
    """Somebody who is handed a packet: what they kept, and their policy; without one they take the packet's."""

    packets: list = field(default_factory=list)
    checkpoints: dict = field(default_factory=dict)
    receipts: list = field(default_factory=list)
    proofs: dict = field(default_factory=dict)
    policy: str | None = None

    def words(self, folder: Path):
        """The arguments that hand all this to a verifier; files are written where needed."""
        files = [Path(path) for path in self.packets]
        texts = [*self.checkpoints.values(), *[one.note for one in self.receipts], *self.proofs.values()]
        for number, text in enumerate(texts):
            files.append(folder / f"kept-{number}.txt")
            files[-1].write_text(text, encoding="utf-8")
        words = [word for path in files for word in ("--kept", path)]
        if self.policy is not None:
            (folder / "reader-policy.txt").write_text(self.policy, encoding="utf-8")
            words += ["--policy", folder / "reader-policy.txt"]
        return words

    def states(self):
        """The sizes of the states of the log that they know."""
        sizes = {json_size(read_packet(path)["checkpoint.txt"]) for path in self.packets}
        return sizes | set(self.checkpoints) | {size for size, _ in self.proofs}

    def leaves(self):
        """The places of the leaves that they know, each with its hash."""
        kept = {line["index"]: line["hash"] for path in self.packets for line in lines_of(path)}
        return kept | {index: hash for (_, index), hash in self._proved()}

    def _proved(self):
        for place, text in self.proofs.items():
            leaf = text.partition("extra ")[2].partition("\n")[0]
            yield place, packets.b64(packets.leaf_hash(base64.b64decode(leaf)))


def json_size(checkpoint):
    """The size that a checkpoint states."""
    return int(checkpoint.split(b"\n")[1])


@dataclass
class Packet:
    """A packet as somebody was handed it."""

    path: Path

    def __post_init__(self):
        files = read_packet(self.path)
        self.head = json.loads(files["packet.json"])
        self.whole = self.head["is_whole"]
        self.lines = {line["index"]: line for line in map(json.loads, files["fields.jsonl"].splitlines())}
        self.size = json_size(files["checkpoint.txt"])
        self.earlier = {json_size(json.loads(line)["note"].encode()) for line in files["earlier.jsonl"].splitlines()}
        self.policy = files["policy.txt"].decode()
        self.received = [json.loads(leaf)["received_ms"] for leaf in files["leaves.jsonl"].splitlines() if leaf]
        self.cosigned = [1000 * int.from_bytes(base64.b64decode(line.rpartition(b" ")[2])[4:12], "big")
                         for line in files["checkpoint.txt"].splitlines() if b"/witness " in line]

    def latest(self, policy):
        """The last moment that it shows to somebody with this policy, in milliseconds."""
        cosigned = self.cosigned if "\nwitness " in (policy or self.policy) else []
        return max([*self.received, *cosigned], default=0)

    def reaches(self, size):
        """Whether it shows what the log was at a size, or ends before it."""
        return self.whole or size >= self.size or size in self.earlier

    def shows(self, index, name):
        """Whether an event is in it with the field of this name."""
        return index in self.lines and any(json.loads(text)[1] == name for text in self.lines[index]["fields"])

    def rewrite(self, changes, path=None):
        """The same with other files, the manifest made anew; in the place of this one, or beside it."""
        files = packets.with_manifest(read_packet(self.path) | changes)
        path = path or self.path
        path.write_bytes(packets.zipped(files))
        return Packet(path)


@dataclass
class Verdict:
    """What both verifiers found."""

    program: set
    python: set
    is_one: bool

    @property
    def found(self):
        """Whether both found that something is wrong; what can't be compared is not."""
        return bool(wrong(self.program) and wrong(self.python))

    @property
    def agreed(self):
        """Whether both said the same: faults, counts and status."""
        return self.is_one and self.program == self.python

    def against(self, must, may):
        """What each lacks of that it must find, has beyond that and what may come along, and in what they differ."""
        parts = []
        for name, found, other in (("program", self.program, self.python), ("python", self.python, self.program)):
            surplus = {fault for fault in found - must if fault[0] not in may}
            parts += [f"{name} {verb} {listed(faults)}" for verb, faults in (
                ("lacks", must - found), ("should not have", surplus), ("alone has", found - other)) if faults]
        return ", ".join(parts) or "they differ in counts, status or who cosigned"


def wrong(faults):
    """The faults that say that something is wrong, and not that something can't be compared."""
    return {fault for fault in faults if fault[0] != "unshown"}


def listed(faults):
    """Faults in words, a few of them."""
    words = [" ".join(str(part) for part in fault if part is not None) for fault in sorted(faults, key=str)]
    return "; ".join(words[:4] + ([f"and {len(words) - 4} more"] if len(words) > 4 else []))


def judge(packet, reader, folder):
    """Has both verifiers check a packet."""
    words = [packet, "--json", *reader.words(folder)]
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    said = [run([PROGRAM, "verify", *words], env=env, statuses=(0, 1, 2)),
            run([sys.executable, PYTHON, *words], env=env, statuses=(0, 1, 2))]
    (one, status), (other, other_status) = said
    one, other = json.loads(one), json.loads(other)
    alike = all(one[name] == other[name] for name in ("ok", "size", "origin", "cosigned", "entries", "minutes"))
    return Verdict(as_faults(one), as_faults(other), alike and status == other_status
                   and len(one["faults"]) == len(other["faults"]))


def rewritten(packet, reader, true, presented):
    """The faults that a reader has to find in a packet of a log that was built and signed anew.

    `true` and `presented` are the hashes of the leaves of the true log and of the one that the packet is of.
    """
    presented = presented[:packet.size]
    faults = {("kept" if packet.reaches(size) else "unshown", size) for size in reader.states()
              if size > packet.size or true[:size] != presented[:size] or not packet.reaches(size)}
    now = dict(enumerate(map(packets.b64, presented))) if packet.whole else {
        index: line["hash"] for index, line in packet.lines.items()}
    faults |= {("changed", index) for index, hash in reader.leaves().items()
               if (index in now or packet.whole) and now.get(index) != hash}
    latest = packet.latest(reader.policy)
    faults |= {("missing", one.received_ms) for one in reader.receipts
               if packet.whole and one.hash not in presented and latest > one.received_ms + 60_000}
    return faults
