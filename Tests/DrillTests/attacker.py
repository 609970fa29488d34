"""What somebody can do who is superuser of the database and has the keys of the log: write anything, and sign it."""

import copy
import json
import uuid
from dataclasses import dataclass

import packets
from keepers import secrets, signed_checkpoint

GUARDS_OFF = """
alter table event drop constraint if exists event_leaf_hash_is_of_leaf;
alter table log_leaf drop constraint if exists log_leaf_event_id_key;
"""
REWRITE = """
delete from event using log_leaf where event.event_id = log_leaf.event_id;
delete from event_field using log_leaf where event_field.event_id = log_leaf.event_id;
delete from log_leaf;
create temp table given as
select * from jsonb_to_recordset(:'leaves')
    as (place bigint, event_id uuid, leaf text, fields text[], hash text, received_ms bigint);
insert into log_leaf (leaf_index, event_id, leaf_hash) select place, event_id, decode(hash, 'hex') from given;
insert into event (event_id, received_ms, leaf, leaf_hash)
select event_id, received_ms, decode(leaf, 'hex'), sha256('\\x00'::bytea || decode(leaf, 'hex')) from given
on conflict do nothing;
insert into event_field (event_id, fields) select event_id, fields from given on conflict do nothing;
"""
REBUILD = """
delete from log_node;
insert into log_node (level, node_index, hash)
select level, node_index, decode(hash, 'hex')
from jsonb_to_recordset(:'nodes') as (level smallint, node_index bigint, hash text);
delete from log_cosignature using log_checkpoint as signed
where signed.size = log_cosignature.size and signed.note not in (
    select note from jsonb_to_recordset(:'notes') as (size bigint, note text));
delete from log_checkpoint;
insert into log_checkpoint (size, note)
select size, note from jsonb_to_recordset(:'notes') as (size bigint, note text);
"""


@dataclass
class Logged:
    """An event and its place: the bytes of its leaf, its disclosures, the hash that was sealed."""

    event_id: str
    leaf: bytes
    fields: list
    hash: bytes
    received_ms: int

    @property
    def facts(self):
        return {name: value for _, name, value in map(json.loads, self.fields)}

    def place(self, name):
        """Which of the disclosures has this name."""
        return [json.loads(text)[1] for text in self.fields].index(name)

    def change(self, name, value):
        """Another value in a disclosure; its salt stays."""
        place = self.place(name)
        salt = json.loads(self.fields[place])[0]
        self.fields[place] = packets.compact([salt, name, value])

    def receive(self, received_ms):
        """Another moment of receipt, in the bytes and beside them."""
        old = f'"received_ms":{self.received_ms},'.encode()
        self.leaf = self.leaf.replace(old, f'"received_ms":{received_ms},'.encode())
        self.received_ms = received_ms

    def make_anew(self):
        """The leaf and its hash that follow from the disclosures."""
        event = packets.Event(self.fields, self.received_ms)
        self.leaf, self.hash = event.leaf, event.hash


class LogRows:
    """The log as a database holds it: read, changed at will, and written back."""

    def __init__(self, database, folder, tamper):
        self.database, self.folder, self.tamper = database, folder, tamper
        rows = database.rows("""
            select place.event_id, coalesce(encode(leaf, 'hex'), '') as leaf, coalesce(fields, '{}') as fields,
                   encode(place.leaf_hash, 'hex') as hash, coalesce(received_ms, 0) as received_ms
            from log_leaf as place left join event using (event_id) left join event_field using (event_id)
            order by leaf_index""")
        self.leaves = [Logged(**row | {"leaf": bytes.fromhex(row["leaf"]), "hash": bytes.fromhex(row["hash"])})
                       for row in rows]
        self.sizes = [row["size"] for row in database.rows("select size from log_checkpoint order by size")]

    def __getitem__(self, index):
        return self.leaves[index]

    def __len__(self):
        return len(self.leaves)

    @property
    def hashes(self):
        return [leaf.hash for leaf in self.leaves]

    def of_kind(self, *kinds):
        """The places of the events of these kinds."""
        return [index for index, leaf in enumerate(self.leaves) if leaf.facts.get("kind") in kinds]

    def insert(self, place, logged, rng):
        """Puts an event in, under an id that no other event has."""
        logged = copy.deepcopy(logged)
        logged.event_id = str(uuid.UUID(int=rng.getrandbits(128)))
        self.leaves.insert(place, logged)
        return logged

    def write(self):
        """Writes the events and their places; the tree above them and what was signed stay as they are."""
        self.tamper(GUARDS_OFF + REWRITE, leaves=self._leaves())

    def write_and_sign(self):
        """Writes the events, builds the whole tree over them, and signs each checkpoint anew with its true key."""
        self.sizes = [size for size in self.sizes if size <= len(self)]
        if self.sizes[-1] < len(self):
            self.sizes[-1] = len(self)
        notes = [{"size": size, "note": self.checkpoint(size)} for size in self.sizes]
        self.tamper(GUARDS_OFF + REWRITE + REBUILD, leaves=self._leaves(), nodes=json.dumps(self._nodes()),
                          notes=json.dumps(notes))

    def checkpoint(self, size, signer=None):
        """What the log signs at a size, with the key that is in force there or another one."""
        signer = signer or self.signer(size)
        return signed_checkpoint(signer.name, size, packets.root(self.hashes[:size]), signer)

    def signer(self, size):
        """The secret key in force at a size, as the log itself names it."""
        return secrets(self.folder, "log")[self.keys("log", size)[-1]["key"]]

    def keys(self, purpose, size=None):
        """What the log says of its keys of a purpose, up to a size."""
        named = [self[index].facts for index in self.of_kind("log_key") if size is None or index < size]
        return [facts for facts in named if facts["purpose"] == purpose]

    def _leaves(self):
        return json.dumps([
            {"place": place, "event_id": leaf.event_id, "leaf": leaf.leaf.hex(), "fields": leaf.fields,
             "hash": leaf.hash.hex(), "received_ms": leaf.received_ms} for place, leaf in enumerate(self.leaves)])

    def _nodes(self):
        """The hashes of all full subtrees above the leaves."""
        level, hashes, nodes = 0, self.hashes, []
        while len(hashes) > 1:
            level += 1
            hashes = [packets.sha(b"\1", hashes[n], hashes[n + 1]) for n in range(0, len(hashes) - 1, 2)]
            nodes += [{"level": level, "node_index": n, "hash": node.hex()} for n, node in enumerate(hashes)]
        return nodes
