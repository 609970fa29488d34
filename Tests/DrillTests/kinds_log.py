"""Drills on the log as a whole: events taken out, put in, moved and written anew."""

import copy
import json

import packets
from hours import PEOPLE
from kinds_fields import about, id_of, some_entry
from place import Failure
from scene import kind, limit, together

ALL = ["--all", "--for", "hr"]
LACKS = "rows of it were taken out of the database"
UNSIGNED = "Nothing of this log was signed yet"


def tampered(scene, name, log, index, words=None, may=()):
    """After events were put in, taken out or moved: the tree is left as it was, or built and signed anew."""
    is_signed = scene.is_control or scene.rng.random() < 0.5
    if is_signed:
        # What was taken out or moved may have said that an entry is held: then two that count can overlap.
        finding = scene.signed_anew(name, log, words or ALL, index, may={"total", *may})
        return finding if scene.is_control else together(name, [finding, *noticed(scene, name)])
    log.write()
    return left(scene, name, log, words or ALL)


def noticed(scene, name):
    """The sealer refuses to go on, and the database differs from what was signed last."""
    found = scene.refused(name, scene.district, ["seal", "once"], "Nothing is sealed or signed")
    return [found, scene.by_district(name, [("log_changed", "", "", ())])]


def left(scene, name, log, words):
    """The packet of a log whose tree was left as it was; or the words with which the program writes none."""
    try:
        packet = scene.export(*words, true_policy=True)
    except Failure as failure:
        return scene.said(name, failure, LACKS)
    return judged_as_left(scene, name, packet, log.hashes)


def judged_as_left(scene, name, packet, presented):
    """Whether the verifiers see that leaves are not those that were signed."""
    reader = scene.reader(packet.whole)
    must = {fault for fault in scene.expected(packet, reader, presented) if fault[0] not in ("kept", "unshown")}
    if packet.whole:
        must.add(("tree", None))
    else:
        must |= {("proof", index) for index in packet.lines if presented[index] != scene.true[index]}
    return scene.judged(name, packet, reader, must, may={"earlier", "proof", "kept", "unshown", "total"})


@kind
def one_deleted(scene, name):
    log = scene.log()
    index = scene.rng.choice(log.of_kind("work_entry", "entry_hold", "attribution", "read", "role_grant"))
    if not scene.is_control and scene.rng.random() < 0.4:
        return hole(scene, name, log, index)
    del log.leaves[index]
    return tampered(scene, name, log, index)


def hole(scene, name, log, index):
    """The event and its place are deleted, and nothing is moved up."""
    scene.tamper(f"""
        delete from event using log_leaf where event.event_id = log_leaf.event_id and leaf_index = {index};
        delete from log_leaf where leaf_index = {index}""")
    try:
        packet = scene.export(*ALL, true_policy=True)
    except Failure as failure:
        return scene.said(name, failure, LACKS)
    reader = scene.reader()
    must = {("unreadable", "fields.jsonl"), ("tree", None)}
    must |= {("changed", index)} if index in reader.leaves() else set()
    return scene.judged(name, packet, reader, must, may={"earlier", "kept", "missing", "total", "changed"})


@kind
def tail_deleted(scene, name):
    log = scene.log()
    length = scene.rng.randrange(log.of_kind("log_key")[-1] + 1, len(log))
    del log.leaves[length:]
    return tampered(scene, name, log, length)


@kind
def truncated(scene, name):
    """Whole tables are emptied. In a control the attacker begins a short log in the place of the long one."""
    log = scene.log()
    if scene.is_control:
        del log.leaves[scene.rng.randrange(40, 60):]
        scene.tamper("delete from log_key where added_at = (select max(added_at) from log_key)")
        return scene.signed_anew(name, log, ALL)
    tables, words = scene.rng.choice([
        ("event, event_field", None), ("log_leaf", LACKS), ("log_leaf, log_node", LACKS),
        ("log_handed_out, log_checkpoint, log_cosignature", UNSIGNED),
        ("log_leaf, log_node, log_handed_out, log_checkpoint, log_cosignature, event, event_field", UNSIGNED)])
    scene.tamper(f"truncate {tables}")
    if words:
        return scene.refused(name, scene.district, ["export", "evidence", scene.folder / "packet.zip", *ALL], words)
    packet = scene.export(*ALL, true_policy=True)
    must = {("leaf", index) for index in range(len(log))} | {("key", None)}
    return scene.judged(name, packet, scene.reader(), must, may={"receipt"})


def made_up(scene, log):
    """An event that says that somebody worked on a day before all others."""
    event = copy.deepcopy(log[some_entry(scene, log, lambda facts: facts["version"] == 1)])
    entry = id_of(f"made up {scene.rng.random()}")
    facts = {name: value for name, value in event.facts.items() if name not in ("starts_at", "ends_at", "high_minutes")}
    facts |= {"work_entry_id": entry, "subject": f"{entry}/1", "shape": "minutes", "work_date": "2014-08-11",
              "worked_minutes": scene.rng.randrange(30, 600)}
    event.fields = [packets.compact([packets.b64url(scene.rng.randbytes(16)), *fact]) for fact in facts.items()]
    return event


@kind
def back_dated_inserted(scene, name):
    log = scene.log()
    place = scene.rng.randrange(40, len(log))
    event = log.insert(place, made_up(scene, log), scene.rng)
    event.received_ms = log[place - 1].received_ms + 1
    event.make_anew()
    return tampered(scene, name, log, place)


@kind
def two_swapped(scene, name):
    log = scene.log()
    one, other = sorted(scene.rng.sample(log.of_kind("work_entry", "entry_hold", "incident", "read"), 2))
    log.leaves[one], log.leaves[other] = log.leaves[other], log.leaves[one]
    return tampered(scene, name, log, one)


@kind
def one_doubled(scene, name):
    log = scene.log()
    last = log[len(log) - 1].facts  # behind the last one a copy is only a new event
    index = some_entry(scene, log, lambda facts: facts != last)
    place = scene.rng.randrange(index + 1, len(log))
    log.insert(place, log[index], scene.rng)
    return tampered(scene, name, log, place)


@kind
def rewritten_and_signed(scene, name):
    """One event is written anew, the whole tree is built over it and signed with the true key."""
    log = scene.log()
    field = scene.rng.choice(["worked_minutes", "employee_id", "incidents", "received"])
    index = some_entry(scene, log, lambda facts: field in facts or field == "received")
    facts, words = log[index].facts, scene.scope(about(log[index].facts))
    if field == "received":
        log[index].receive(log[index].received_ms - 86_400_000)
        log[index].hash = packets.leaf_hash(log[index].leaf)
    else:
        others = [id_of(who) for who in PEOPLE if id_of(who) != facts["employee_id"]]
        log[index].change(field, {"worked_minutes": facts["worked_minutes"] + 60, "incidents": [[id_of("slow"), 0, 7]],
                                  "employee_id": scene.rng.choice(others)}[field])
        log[index].make_anew()
    found = scene.signed_anew(name, log, words, index, may={"total"} if field == "employee_id" else ())
    if scene.is_control:
        return found
    wanted = [] if field == "received" else [("row_differs", "work_entry", facts["subject"], (field,))]
    newest = all(one.facts.get("subject") != facts["subject"] for one in log.leaves[index + 1:])
    return together(name, [found, *noticed(scene, name), scene.by_district(name, wanted if newest else [])])


@limit
def values_withheld(scene, name):
    """Disclosures are deleted: what an entry says is no longer shown. No packet tells that from a value that was erased
    under a rule; the database's own check does."""
    log = scene.log()
    index = some_entry(scene, log, lambda facts: not facts["is_withdrawn"])
    facts = log[index].facts
    log[index].fields = [text for text in log[index].fields if json.loads(text)[1] not in ("worked_minutes", "kind")]
    log.write()
    packet = scene.export(*ALL)
    found = scene.judged(name, packet, scene.reader(), set())
    by_district = scene.by_district(name, [("field_changed", "", facts["subject"], ())])
    return together(name, [by_district, scene.overlooked(found)])


@limit
def back_dated_at_the_end(scene, name):
    """A made-up event, as if it had been received a month before, is put into the queue; the sealer seals it, and both
    witnesses sign. It is new, and so changes nothing that was signed before."""
    log = scene.log()
    event = made_up(scene, log)
    event.received_ms -= 30 * 86_400_000
    event.make_anew()
    scene.tamper("""
        create temp table made as select gen_random_uuid() as event_id, decode(:'leaf', 'hex') as leaf;
        insert into event select event_id, :received, leaf, sha256('\\x00'::bytea || leaf) from made;
        insert into event_field select event_id, array(select jsonb_array_elements_text(:'fields')) from made;
        insert into event_pending select event_id, sha256('\\x00'::bytea || leaf) from made""",
                 leaf=event.leaf.hex(), received=event.received_ms, fields=json.dumps(event.fields))
    scene.district.seal()
    return scene.overlooked(scene.judged(name, scene.export(*ALL), scene.reader(), set()))
