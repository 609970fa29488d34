"""A log and its packets, made by the tests themselves from docs/reference/packet.md.

As a program it writes good and bad packets into a folder, what was kept beside them, and expected.json:
{"NAME": {"packet": FILE, "kept": [FILE, …], "policy": FILE or null, "exit": 0, 1 or 2, "faults": [as of --json]}}.
"""

import argparse
import base64
import copy
import hashlib
import io
import json
import pathlib
import random
import warnings
import zipfile

from signing import checkpoint_text, key, note

ORIGIN = "hours.example.org/alder"
START = 1407884580123
HOUR = 3_600_000
UNION, HR = key("union.example.org/witness", 4), key("hr.example.org/witness", 4)
LOG, NEXT_LOG, RECEIPT = key(ORIGIN), key(ORIGIN + "#next"), key(ORIGIN + "/receipt")
BOTH = f"witness union {UNION.verifier}\nwitness hr {HR.verifier} https://hr.example.org\ngroup both all union hr\n"


def b64(data):
    return base64.b64encode(data).decode()


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(leaf):
    return sha(b"\0", leaf)


def split(count):
    """The largest power of two below a count."""
    return 1 << (count - 1).bit_length() - 1


def root(hashes):
    """MTH of RFC 9162, 2.1.1, over leaf hashes."""
    if len(hashes) < 2:
        return hashes[0] if hashes else sha()
    k = split(len(hashes))
    return sha(b"\1", root(hashes[:k]), root(hashes[k:]))


def inclusion(index, hashes):
    """PATH of RFC 9162, 2.1.3.1."""
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if index < k:
        return inclusion(index, hashes[:k]) + [root(hashes[k:])]
    return inclusion(index - k, hashes[k:]) + [root(hashes[:k])]


def consistency(size, hashes, known=True):
    """PROOF and SUBPROOF of RFC 9162, 2.1.4.1."""
    if size == len(hashes):
        return [] if known else [root(hashes)]
    k = split(len(hashes))
    if size <= k:
        return consistency(size, hashes[:k], known) + [root(hashes[k:])]
    return consistency(size - k, hashes[k:], False) + [root(hashes[:k])]


def digest(disclosure):
    return b64url(sha(b64url(disclosure.encode()).encode()))


class Event:
    """A leaf and the disclosures of its fields."""

    def __init__(self, disclosures, received_ms):
        self.disclosures, self.received_ms = disclosures, received_ms
        self.seal(received_ms)

    def seal(self, received_ms=None, digests=None, version=1):
        """Makes the leaf anew from the disclosures, or from what is given in their place."""
        self.received_ms = self.received_ms if received_ms is None else received_ms
        digests = sorted(digest(text) for text in self.disclosures) if digests is None else digests
        self.leaf = compact({"fields": digests, "received_ms": self.received_ms, "version": version}).encode()

    @property
    def hash(self):
        return leaf_hash(self.leaf)

    @property
    def fields(self):
        return {name: value for _, name, value in map(json.loads, self.disclosures)}

    def place(self, name):
        """Which of the disclosures has this name."""
        return [json.loads(text)[1] for text in self.disclosures].index(name)


class Log:
    """A log that grows: its events, its keys, and what it signs."""

    def __init__(self, seed, origin=ORIGIN, first=LOG):
        self.random, self.origin, self.events, self.now = random.Random(seed), origin, [], START
        self.signers = []
        self.add_key("log", first)
        self.add_key("receipt", RECEIPT)

    def disclose(self, name, value):
        return compact([b64url(self.random.randbytes(16)), name, value])

    def make(self, fields):
        """An event that is not sealed yet, received some minutes after the last one."""
        self.now += self.random.randrange(60_000, HOUR)
        return Event([self.disclose(name, value) for name, value in fields.items()], self.now)

    def add(self, kind, subject, **fields):
        self.events.append(self.make({"kind": kind, "subject": subject, "role": "staff", "account": "a-1"} | fields))
        return len(self.events) - 1

    def add_key(self, purpose, signer):
        if purpose == "log":
            self.signers.append((len(self.events), signer))
        return self.add("log_key", f"log_key {purpose}/{len(self.events)}", purpose=purpose, key=signer.verifier)

    def signer(self, size):
        return [signer for index, signer in self.signers if index < size][-1]

    def hashes(self, size=None):
        return [event.hash for event in self.events[:size]]

    def checkpoint(self, size=None, witnesses=(UNION, HR), signer=None):
        """The signed checkpoint of a size, cosigned a minute after its last event."""
        size = len(self.events) if size is None else size
        text = checkpoint_text(self.origin, size, root(self.hashes(size)))
        seconds = self.events[size - 1].received_ms // 1000 + 120
        return note(text, (signer or self.signer(size)).line(text), *(w.line(text, seconds) for w in witnesses))

    def earlier(self, sizes):
        hashes = self.hashes()
        return [{"note": self.checkpoint(m, ()), "proof": [b64(h) for h in consistency(m, hashes)]} for m in sizes]

    def policy(self, quorum="quorum both\n", witnesses=BOTH):
        logs = "".join(f"log {signer.verifier}\n" for _, signer in reversed(self.signers))
        return f"# whose word counts\n\n{logs}{witnesses}{quorum}"

    def receipt(self, event, signer=RECEIPT, origin=None):
        lines = ("afterbell receipt v1", origin or self.origin, b64(event.hash), event.received_ms,
                 event.received_ms + 60_000)
        text = "".join(f"{line}\n" for line in lines)
        return note(text, signer.line(text))

    def proof(self, index, size=None):
        """The tlog-proof of an event."""
        hashes = self.hashes(size)
        lines = ["c2sp.org/tlog-proof@v1", f"extra {b64(self.events[index].leaf)}", f"index {index}"]
        return "\n".join([*lines, *map(b64, inclusion(index, hashes)), "", self.checkpoint(size)])

    def packet(self, whole=True, person=None, earlier=(), size=None):
        """A packet: whole or the part that is about one person, who alone is shown fields; all of them without one."""
        log = copy.copy(self)
        log.events = [copy.deepcopy(event) for event in self.events[:size]]
        log.signers = [(index, signer) for index, signer in self.signers if index < len(log.events)]
        packet, hashes = Packet(), log.hashes()
        packet.lines = []
        own = {event.fields.get("work_entry_id") for event in log.events if event.fields.get("employee_id") == person}
        own -= {None}
        for index, event in enumerate(log.events):
            is_key = event.fields["kind"] == "log_key"
            is_own = event.fields.get("employee_id") == person or event.fields.get("work_entry_id") in own
            seen = person is None or is_key or is_own
            if whole or seen:
                texts = [t for t in event.disclosures if not is_key or json.loads(t)[1] != "account"] if seen else []
                packet.lines.append({"leaf": event.leaf, "fields": texts, "hash": event.hash, "index": index,
                                     "proof": None if whole else inclusion(index, hashes)})
        packet.policy, packet.checkpoint = log.policy(), log.checkpoint()
        packet.earlier = log.earlier(earlier)
        packet.info = {"format": 1, "origin": log.origin, "scope": "person" if person else "all",
                       "about": person or "everybody", "made_ms": log.now + HOUR, "is_whole": whole,
                       "totals": {}, "held": []}
        packet.count()
        return packet


class Packet:
    """What a packet is made of, so that a test can change any of it before it is written."""

    def count(self):
        """Sets the totals, and which entries are held, as they follow from the fields."""
        entries, holds = {}, {}
        for line in self.lines:
            fields = {name: value for _, name, value in map(json.loads, line["fields"])}
            if fields.get("kind") == "work_entry" and has(fields, work_entry_id=str, version=int):
                keep_newest(entries, fields, "version")
            if fields.get("kind") == "entry_hold" and has(fields, work_entry_id=str, version=int, step=int, state=str):
                keep_newest(holds, fields, "version", "step")
        known = {id: entry for id, entry in entries.items() if has(entry, worked_minutes=int, is_withdrawn=bool)}
        live = {id: entry for id, entry in known.items() if not entry["is_withdrawn"]}
        held = {id for id, entry in live.items() if id in holds and holds[id]["state"] == "held"
                and holds[id]["version"] == entry["version"]}
        minutes = sum(entry["worked_minutes"] for id, entry in live.items() if id not in held)
        self.info["held"] = sorted(held)
        self.info["totals"] = {"entries": len(live) - len(held), "minutes": minutes, "held": len(held),
                               "taken_out": len(known) - len(live)}

    def renumber(self):
        for index, line in enumerate(self.lines):
            line["index"] = index

    def line(self, index):
        return next(line for line in self.lines if line["index"] == index)

    def files(self):
        """The bytes of each file, with a manifest that fits them."""
        texts = {
            "README.txt": "How to check this packet: run verify_packet.py, or open verify.html.\n",
            "packet.json": compact(self.info) + "\n",
            "policy.txt": self.policy,
            "checkpoint.txt": self.checkpoint,
            "earlier.jsonl": "".join(compact(entry) + "\n" for entry in self.earlier),
            "fields.jsonl": "".join(self.fields_line(line) + "\n" for line in self.lines),
            "verify_packet.py": "# the verifier\n",
            "verify.html": "<!doctype html>\n",
        }
        files = {name: text if isinstance(text, bytes) else text.encode() for name, text in texts.items()}
        files["leaves.jsonl"] = b"".join(line["leaf"] + b"\n" for line in self.lines)
        return with_manifest(files)

    @staticmethod
    def fields_line(line):
        entry = {"fields": line["fields"], "hash": b64(line["hash"]), "index": line["index"]}
        return compact(entry if line["proof"] is None else entry | {"proof": [b64(h) for h in line["proof"]]})


def has(fields, **types):
    """Whether fields are there, each of its type."""
    return all(type(fields.get(name)) is wanted for name, wanted in types.items())


def keep_newest(events, fields, *order):
    """Puts an event in the place of an older one of its entry; of two equal ones the later counts."""
    known = events.get(fields["work_entry_id"], fields)
    if [known[name] for name in order] <= [fields[name] for name in order]:
        events[fields["work_entry_id"]] = fields


def with_manifest(files):
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())
             if name != "MANIFEST.sha256"]
    return files | {"MANIFEST.sha256": "".join(lines).encode()}


def zipped(files, method=zipfile.ZIP_DEFLATED, attributes=None, comment=b""):
    """A zip of files, given as names and bytes or as pairs of them (so that a name can stand there twice).

    attributes: what kind of file some are, by name, as the mode of a file system.
    """
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for name, data in files.items() if isinstance(files, dict) else files:
            info = zipfile.ZipInfo(name, (2014, 8, 12, 0, 0, 0))
            info.external_attr = (attributes or {}).get(name, 0) << 16
            archive.writestr(info, data, method)
        archive.comment = comment
    return buffer.getvalue()


def main():
    parser = argparse.ArgumentParser(description="Writes good and bad packets, and what is wrong with each.")
    parser.add_argument("folder", metavar="FOLDER", type=pathlib.Path, help="where to; it is made if it is not there")
    folder = parser.parse_args().folder
    from cases import CASES
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for case in CASES.values():
        for name, data in case.written():
            (folder / name).write_bytes(data)
        expected[case.name] = case.expectation()
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()
