"""Drills at random, from a seed: who does them may write to the database and has, where said, the keys of the log."""

import copy
import json

from districts import CHECKPOINT, IMPOSTOR, KEY, QUORUM, RECEIPTS, TOTAL, TREE
from districts import at, build, change, district, record, signed
from packets import HR, LOG, RECEIPT, UNION, b64, consistency, leaf_hash, root
from scenes import Scene
from signing import checkpoint_text, key, note

DRILLS = {}


def drill_of(act):
    DRILLS[act.__name__.replace("_", "-")] = act
    return act


def honest(seed):
    scene = Scene(seed)
    kept = scene.random.choice([
        None, scene.log.checkpoint(scene.earlier[1]).encode(), scene.log.checkpoint().encode(),
        build(scene.make(size=scene.earlier[0])), scene.log.receipt(scene.random.choice(scene.log.events)).encode(),
        scene.log.proof(scene.earlier[0], scene.earlier[2]).encode()])
    return scene.case([], kept)


def drill(name, seed):
    scene = Scene(f"{name} {seed}")
    faults, *kept = DRILLS[name](scene)
    return scene.case(faults, *kept)


# --- what is shown


@drill_of
def value_changed(scene):
    line = scene.line()
    name, value = scene.random.choice([("worked_minutes", 999), ("employee_id", "e-99"), ("incident", "i-99"),
                                       ("role", "hr"), ("subject", "x"), ("starts_at", "2015-01-01T00:00:00+00:00"),
                                       ("is_withdrawn", None), ("version", 99)])
    names = [json.loads(text)[1] for text in line["fields"]]
    name = name if name in names else "role"
    change(line, name, value if value is not None else not dict(zip(names, line["fields"]))[name].endswith("true]"))
    return scene.faults_of_fields(line["index"]),


@drill_of
def salt_flipped(scene):
    line = scene.line()
    place = scene.random.randrange(len(line["fields"]))
    text = line["fields"][place]
    at_letter = scene.random.randrange(2, 23)
    line["fields"][place] = text[:at_letter] + ("A" if text[at_letter] != "A" else "B") + text[at_letter + 1:]
    return scene.faults_of_fields(line["index"]),


@drill_of
def disclosures_swapped(scene):
    one = scene.line()
    other = scene.random.choice([line for line in scene.packet.lines if line["fields"] and line is not one
                                 and line["index"] > 1 and line["index"] != 70])
    one["fields"], other["fields"] = other["fields"], one["fields"]
    return scene.faults_of_fields(one["index"], other["index"]),


@drill_of
def disclosure_added(scene):
    line = scene.line()
    line["fields"].append(scene.log.disclose("note2", "added"))
    return scene.faults_of_fields(line["index"]),


# --- leaves


@drill_of
def received_changed(scene):
    line = scene.line(shown=False)
    leaf = json.loads(line["leaf"])
    line["leaf"] = json.dumps(leaf | {"received_ms": leaf["received_ms"] - 60_000}, separators=(",", ":")).encode()
    return at("leaf", line["index"]),


@drill_of
def leaf_rewritten(scene):
    scene.packet = scene.make(whole=scene.random.random() < 0.5)
    line = scene.line(shown=False)
    leaf = json.loads(line["leaf"])
    line["leaf"] = json.dumps(leaf | {"received_ms": leaf["received_ms"] - 60_000}, separators=(",", ":")).encode()
    line["hash"] = leaf_hash(line["leaf"])
    return TREE if line["proof"] is None else at("proof", line["index"]),


@drill_of
def leaf_lost(scene):
    line = scene.line(shown=False)
    line["leaf"], line["fields"] = b"", []
    claimed = scene.packet.info["totals"]
    scene.packet.count()
    scene.packet.info["totals"], claimed = claimed, scene.packet.info["totals"]
    return at("leaf", line["index"]) + (TOTAL if claimed != scene.packet.info["totals"] else []),


# --- the order of the log


def whole(act):
    """A drill on all lines of a whole packet, which are numbered anew after it."""

    def run(scene):
        scene.packet = scene.make(whole=True)
        act(scene, scene.packet.lines)
        scene.renumbered()
        return TREE,

    DRILLS[act.__name__.replace("_", "-")] = run
    return act


@whole
def deleted(scene, lines):
    lines.remove(scene.line(shown=False))


@whole
def tail_deleted(scene, lines):
    del lines[scene.random.randrange(71, scene.size):]


@whole
def back_dated(scene, lines):
    event = district(scene.random.randrange(10**9), 30).events[scene.random.randrange(2, 30)]
    lines.insert(scene.random.randrange(1, 70), {"leaf": event.leaf, "fields": [], "hash": event.hash, "proof": None})


@whole
def swapped(scene, lines):
    one, other = scene.random.sample([n for n in range(2, scene.size) if n != 70], 2)
    lines[one], lines[other] = lines[other], lines[one]


@whole
def doubled(scene, lines):
    lines.insert(scene.random.randrange(71, scene.size), copy.deepcopy(scene.line(shown=False)))


@drill_of
def proof_changed(scene):
    scene.packet = scene.make(whole=False)
    line = scene.line()
    place = scene.random.randrange(len(line["proof"]))
    act = scene.random.randrange(3)
    if act == 0:
        line["proof"][place] = leaf_hash(b"another")
    elif act == 1:
        line["proof"].pop(place)
    else:
        line["proof"].insert(place, leaf_hash(b"another"))
    return at("proof", line["index"]),


# --- with the keys of the log


def rewritten(scene, index):
    """The log after one entry was written anew, and all was sealed and signed again."""
    log = copy.deepcopy(scene.log)
    event = log.events[index]
    event.disclosures[-1] = log.disclose(json.loads(event.disclosures[-1])[1], "i-77")
    event.seal()
    return log


@drill_of
def rewritten_and_signed(scene):
    index = scene.line(shown=False)["index"]
    log, sizes = rewritten(scene, index), scene.earlier
    notes, hashes = scene.log.earlier(sizes), log.hashes()
    scene.packet = scene.make(log=log, earlier=())
    scene.packet.earlier = [{"note": old["note"], "proof": [b64(node) for node in consistency(size, hashes)]}
                            for size, old in zip(sizes, notes)]
    before = scene.random.choice(range(1, scene.size + 1))
    kept = scene.log.checkpoint(before)
    shown = scene.packet.lines[0]["proof"] is None or before in [*sizes, scene.size]
    faults = at("earlier", *[size for size in sizes if size > index], place="size")
    code = "kept" if shown else "unshown"
    return faults + at(code, *([] if shown and before <= index else [before]), place="size"), kept.encode()


@drill_of
def rewritten_and_a_packet_kept(scene):
    index = scene.line(shown=False)["index"]
    log, size = rewritten(scene, index), scene.random.randrange(index + 1, scene.size + 1)
    scene.packet = scene.make(whole=True, log=log, earlier=())
    kept = scene.log.packet(True, scene.person, size=size)
    return at("changed", index) + at("kept", size, place="size"), build(kept)


@drill_of
def rewritten_and_a_proof_kept(scene):
    index = scene.line(shown=False)["index"]
    log, size = rewritten(scene, index), scene.random.randrange(index + 1, scene.size + 1)
    scene.packet = scene.make(whole=True, log=log, earlier=())
    return at("changed", index) + at("kept", size, place="size"), scene.log.proof(index, size).encode()


@drill_of
def rewritten_but_not_cosigned(scene):
    log = rewritten(scene, scene.line(shown=False)["index"])
    scene.packet = scene.make(log=log, earlier=())
    witnesses = scene.random.choice([(), (UNION,), (HR,)])
    scene.packet.checkpoint = log.checkpoint(witnesses=witnesses)
    return QUORUM,


@drill_of
def rolled_back(scene):
    size, now = scene.random.randrange(72, scene.size), scene.size
    scene.packet = scene.make(size=size, earlier=())
    return at("kept", now, place="size"), scene.log.checkpoint().encode()


def fork(scene, length):
    """A log that went back to so many entries and was continued otherwise."""
    log = copy.deepcopy(scene.log)
    del log.events[length:]
    while len(log.events) < scene.size:
        record(log, len(log.events), minutes=1)
    return log


@drill_of
def forked(scene):
    length = scene.random.randrange(71, scene.size)
    scene.packet = scene.make(whole=True, log=fork(scene, length), earlier=())
    size = scene.random.randrange(length + 1, scene.size + 1)
    kept = build(scene.log.packet(True, size=size))
    return at("changed", *range(length, size)) + at("kept", size, place="size"), kept


@drill_of
def two_faces(scene):
    scene.packet = scene.make(log=fork(scene, scene.random.randrange(71, scene.size)), earlier=())
    return at("kept", scene.size, place="size"), scene.log.checkpoint().encode()


@drill_of
def left_out(scene):
    scene.packet = scene.make(whole=True)
    event = scene.log.make({"kind": "work_entry"})
    event.seal(scene.random.choice(scene.log.events[:-2]).received_ms - 1)
    return [{"code": "missing", "received_ms": event.received_ms}], scene.log.receipt(event).encode()


@drill_of
def receipt_forged(scene):
    event = scene.log.make({"kind": "work_entry"})
    signer = scene.random.choice([LOG, key(RECEIPT.name + "#impostor"), UNION])
    text = scene.log.receipt(event).partition("\n\n")[0] + "\n"
    return RECEIPTS, note(text, signer.line(text, 1)).encode()


@drill_of
def total_changed(scene):
    name = scene.random.choice(["entries", "minutes", "held", "taken_out"])
    scene.packet.info["totals"][name] += scene.random.choice([-1, 1, 60])
    return TOTAL,


@drill_of
def old_key_used(scene):
    scene.packet.checkpoint = scene.log.checkpoint(signer=LOG)
    return KEY,


@drill_of
def signed_by_an_impostor(scene):
    scene.packet.checkpoint = scene.log.checkpoint(signer=IMPOSTOR)
    return CHECKPOINT,


@drill_of
def earlier_changed(scene):
    place = scene.random.randrange(3)
    entry, size = scene.packet.earlier[place], scene.earlier[place]
    text = checkpoint_text(scene.log.origin, size, root(scene.log.hashes(size - 1)))
    entry.update(scene.random.choice([{"proof": entry["proof"] + [b64(leaf_hash(b""))]}, {"proof": entry["proof"][:-1]},
                                      {"note": signed(text, scene.log.signer(size))},
                                      {"note": scene.log.checkpoint(size, (), IMPOSTOR)}]))
    return at("earlier", size, place="size"),
