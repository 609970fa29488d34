"""Drills on what is signed, and on what a packet says of itself."""

import copy
import json

import packets
from judges import Reader
from kinds_log import ALL
from place import Failure
from scene import kind, together
from signing import checkpoint_text, key, note

STRANGER = key("stranger.example.org/log")
AFTER_NO_CHECKPOINT = {"earlier", "kept", "quorum", "key", "missing", "receipt", "tree", "proof"}


@kind
def total_changed(scene, name):
    """packet.json says other totals than its entries come to, or that others are held."""
    packet = scene.export(*scene.rng.choice([ALL, ["--all"], ["--unit", "clerks"], ["--person", "n-ana"]]))
    head = copy.deepcopy(packet.head)
    if head["held"] and scene.rng.random() < 0.3:
        head["held"].remove(scene.rng.choice(head["held"]))
    else:
        head["totals"][scene.rng.choice(sorted(head["totals"]))] += scene.rng.choice([-1, 1, 60])
    packet = scene.forge(packet, {"packet.json": json.dumps(head).encode()})
    return scene.judged(name, packet, scene.reader(packet.whole), {("total", None)})


@kind
def old_key_reused(scene, name):
    """The newest checkpoint is signed by the key that was replaced before."""
    log = scene.log()
    old = log.signer(log.of_kind("log_key")[-1])
    signed = log.checkpoint(len(log), old)
    scene.tamper("update log_checkpoint set note = :'note' where size = :size", note=signed, size=len(log))
    packet = scene.export(*ALL)
    return scene.judged(name, packet, scene.reader(), {("key", None)})


@kind
def own_key_added(scene, name):
    """Somebody who does not have the log's key makes one of their own, and lets the log say that it is in force. Only
    who knows the keys from elsewhere sees it."""
    log = scene.log()
    database = scene.district.database
    own = key(f"{log.signer(len(log)).name}#impostor")
    scene.tamper(f"""
        set drill.clock = '{scene.district.clock.isoformat()}';
        insert into log_key (key, purpose) values ('{own.verifier}', 'log');
        select keep_facts('log_key')""")
    added = database.rows("""
        select event_id, fields, received_ms from event_field join event using (event_id)
        order by received_ms desc limit 1""")[0]
    event = log.insert(len(log), log[0], scene.rng)
    event.event_id, event.fields, event.received_ms = added["event_id"], added["fields"], added["received_ms"]
    event.make_anew()
    log.sizes.append(len(log))
    signer = log.signer
    log.signer = lambda size: own if size == len(log) else signer(size)
    scene.tamper("delete from event_pending")
    log.write_and_sign()
    packet = scene.export(*ALL, true_policy=False)
    reader = Reader() if scene.is_control else Reader(policy=scene.district.keeper.policy)
    must = set() if scene.is_control else {("checkpoint", None)}
    return scene.judged(name, packet, reader, must, may={"quorum"})


def malformed(scene, name, form):
    """A checkpoint in another form than the one that is prescribed, signed with the true key, is none: neither in a
    packet nor in the database."""
    packet = scene.export(*scene.rng.choice([ALL, ["--unit", "teachers"], ["--person", "n-ben"]]))
    log = scene.log()
    signer = log.signer(packet.size)
    given = form(packet.size, packets.root(log.hashes[:packet.size]), signer)
    packet = scene.forge(packet, {"checkpoint.txt": given.encode()})
    found = scene.judged(name, packet, scene.reader(packet.whole), {("checkpoint", None)}, may=AFTER_NO_CHECKPOINT)
    return found if scene.is_control else together(name, [found, in_database(scene, name, log, form)])


def in_database(scene, name, log, form):
    """With such a checkpoint in its database, the program writes no packet, or one that ends before it, or one in which
    the verifiers find it."""
    size = scene.rng.choice(log.sizes)
    given = form(size, packets.root(log.hashes[:size]), log.signer(size))
    scene.tamper("""
        update log_checkpoint set note = :'note' where size = :size;
        delete from log_cosignature where size = :size""", note=given, size=size)
    try:
        packet = scene.export(*ALL, name="database.zip", true_policy=True)
    except Failure as failure:
        return scene.said(name, failure, "checkpoint")
    reader = Reader()
    scene.witness(reader, packet)
    must = scene.expected(packet, reader, log.hashes) or {("earlier", None)}
    return scene.judged(name, packet, reader, must)


@kind
def leading_zero(scene, name):
    def form(size, root, signer):
        text = checkpoint_text(signer.name, size, root).replace(f"\n{size}\n", f"\n0{size}\n")
        return note(text, signer.line(text))
    return malformed(scene, name, form)


@kind
def carriage_returns(scene, name):
    def form(size, root, signer):
        text = checkpoint_text(signer.name, size, root).replace("\n", "\r\n")
        return note(text, signer.line(text))
    return malformed(scene, name, form)


@kind
def no_last_line_feed(scene, name):
    def form(size, root, signer):
        text = checkpoint_text(signer.name, size, root)
        return note(text, signer.line(text)).removesuffix("\n")
    return malformed(scene, name, form)


@kind
def too_many_signatures(scene, name):
    def form(size, root, signer):
        text = checkpoint_text(signer.name, size, root)
        others = STRANGER.line(text)
        return note(text, signer.line(text), *[others] * scene.rng.randrange(100, 120))
    return malformed(scene, name, form)
