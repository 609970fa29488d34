"""Those who don't trust whoever runs the log: witnesses that cosign it, a union that keeps what it was given of it."""

import base64
import copy
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import packets
from signing import Key, checkpoint_text, key, note

UNION, HR = key("union.example.org/witness", 4), key("hr.example.org/witness", 4)
WITNESSES = (UNION, HR)


def policy(database, witnesses=True):
    """Whose word counts: the log's keys, newest first; with witnesses, both of them."""
    keys = database.rows("""select key from log_key left join log_leaf using (event_id) where purpose = 'log'
                            order by leaf_index desc nulls first""")
    logs = "".join(f"log {row['key']}\n" for row in keys)
    if not witnesses:
        return f"{logs}quorum none\n"
    return f"{logs}witness union {UNION.verifier}\nwitness hr {HR.verifier}\ngroup both all union hr\nquorum both\n"


def read_secret(path):
    """The key in a file `PRIVATE+KEY+name+id+seed`."""
    *_, name, _, seed = Path(path).read_text(encoding="ascii").strip().split("+", 4)
    data = base64.b64decode(seed)
    return Key(name, data[1:], data[0])


def secrets(folder, purpose):
    """All keys of a purpose in a folder, by their verifier keys."""
    keys = map(read_secret, sorted(Path(folder).glob(f"{purpose}-*.key")))
    return {found.verifier: found for found in keys}


class Keeper:
    """What the union has: every checkpoint that it cosigned, packets, receipts that members gave it."""

    def __init__(self):
        self.checkpoints, self.packets, self.receipts, self.leaves, self.policy = {}, [], [], [], ""

    def copied(self):
        return copy.deepcopy(self)

    @property
    def hashes(self):
        """The hashes of the log's leaves."""
        return [*map(packets.leaf_hash, self.leaves)]

    def see(self, database, folder, witnesses, seconds):
        """Looks at the newest checkpoint, cosigns it where asked to, and takes the receipts of what was recorded."""
        newest = database.rows("select size, note from log_checkpoint order by size desc limit 1")[0]
        self.leaves, self.policy = leaves_of(database), policy(database)
        text = newest["note"].rpartition("\n\n")[0] + "\n"
        if text.splitlines()[2] != packets.b64(packets.root(self.hashes[:newest["size"]])):
            raise AssertionError("a witness does not sign a tree that it can't compute")
        lines = [witness.line(text, seconds) for witness in witnesses]
        for witness, line in zip(witnesses, lines):
            database.sql("""insert into log_cosignature (size, key, line, cosigned_at)
                            values (:size, :'key', :'line', to_timestamp(:seconds)) on conflict do nothing""",
                         size=newest["size"], key=witness.verifier, line=line.strip(), seconds=seconds)
        self.checkpoints[newest["size"]] = newest["note"] + "".join(lines)
        self.receipts = receipts(database, folder)

    def keep_packet(self, path):
        self.packets.append(Path(path))

    def proof(self, index, leaf, size):
        """The tlog-proof of an event, as its recorder downloads it."""
        path = [packets.b64(node) for node in packets.inclusion(index, self.hashes[:size])]
        head = ["c2sp.org/tlog-proof@v1", f"extra {packets.b64(leaf)}", f"index {index}", *path, ""]
        return "\n".join([*head, self.checkpoints[size]])


def leaves_of(database):
    """The bytes of all leaves that have a place."""
    rows = database.rows("select leaf from log_leaf join event using (event_id) order by leaf_index")
    return [bytes.fromhex(row["leaf"][2:]) for row in rows]


def receipts(database, folder):
    """The receipts of all entries that were recorded, in the order of their receipt."""
    found = secrets(folder, "receipt")
    newest = database.rows("select key from log_key where purpose = 'receipt' order by added_at desc limit 1")[0]["key"]
    rows = database.rows("""select event_id, leaf_hash, received_ms from work_entry_version join event using (event_id)
                            order by received_ms""")
    return [Receipt(found[newest], row["event_id"], bytes.fromhex(row["leaf_hash"][2:]), row["received_ms"])
            for row in rows]


@dataclass(frozen=True)
class Receipt:
    """What somebody has of an entry that was received; the server signs the same."""

    signer: Key
    event_id: str
    hash: bytes
    received_ms: int

    @property
    def note(self):
        """The receipt, as docs/reference/packet.md has it."""
        lines = ("afterbell receipt v1", self.signer.name.removesuffix("/receipt"), packets.b64(self.hash),
                 self.received_ms, self.received_ms + 60_000)
        text = "".join(f"{line}\n" for line in lines)
        return note(text, self.signer.line(text))


def read_packet(path):
    """The files of a packet, by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lines_of(path):
    """The lines of a packet: for each its place, hash and fields."""
    return [json.loads(line) for line in read_packet(path)["fields.jsonl"].splitlines()]


def signed_checkpoint(origin, size, root, signer):
    """A checkpoint as the log signs it."""
    text = checkpoint_text(origin, size, root)
    return note(text, signer.line(text))
