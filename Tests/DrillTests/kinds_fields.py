"""Drills on one event: what it says, when it was received, its bytes."""

import json
import uuid

import packets
from hours import INCIDENTS, PEOPLE
from scene import kind



def id_of(name):
    """The id that follows from a name in the district of the drills."""
    return str(uuid.UUID(bytes=packets.hashlib.md5(name.encode(), usedforsecurity=False).digest()))


def about(facts):
    """Where an entry is to be looked for: its person, its unit, an incident of it."""
    who = next(name for name in PEOPLE if id_of(name) == facts["employee_id"])
    unit = "clerks" if who in ("ana", "ben", "cruz") else "teachers"
    return {"person": f"n-{who}", "unit": unit, "incident": facts["incidents"][0][0] if "incidents" in facts else None}


def some_entry(scene, log, wanted=lambda facts: True):
    """The place of an entry's event, chosen at random."""
    return scene.rng.choice([index for index in log.of_kind("work_entry") if wanted(log[index].facts)])


def left_total(packet, broken):
    """The fault of the totals where they no longer follow once the fields that are not believed are gone."""
    left = packets.Packet()
    left.info = json.loads(json.dumps(packet.head))
    left.lines = [{"fields": [text for text in line["fields"] if text not in broken]} for line in packet.lines.values()]
    left.count()
    is_right = all(left.info[name] == packet.head[name] for name in ("totals", "held"))
    return set() if is_right else {("total", None)}


def shown(scene, log, name, indexes, names, scope):
    """After disclosures of some events were changed: in the packet these, and the totals that follow, are wrong."""
    if scene.is_control:
        for index in indexes:
            log[index].make_anew()
        return scene.signed_anew(name, log, scope)
    log.write()
    packet = scene.export(*scope)
    if not all(packet.shows(index, field) for index in indexes for field in names):
        packet = scene.export("--all", "--for", "hr")
    broken = {text for index in indexes for text in log[index].fields
              if packets.digest(text) not in json.loads(log[index].leaf)["fields"]}
    must = {("field", index) for index in indexes} | left_total(packet, broken)
    return scene.judged(name, packet, scene.reader(packet.whole), must)


def changed(scene, name, field, value, wanted=lambda facts: True):
    """One value of one entry is another one."""
    log = scene.log()
    index = some_entry(scene, log, lambda facts: field in facts and wanted(facts))
    scope = scene.scope(about(log[index].facts))
    log[index].change(field, value(log[index].facts))
    return shown(scene, log, name, [index], [field], scope)


@kind
def minutes_changed(scene, name):
    return changed(scene, name, "worked_minutes", lambda facts: facts["worked_minutes"] + scene.rng.randrange(1, 240))


@kind
def person_changed(scene, name):
    return changed(scene, name, "employee_id", lambda facts: id_of(scene.rng.choice(
        [who for who in PEOPLE if id_of(who) != facts["employee_id"]])))


@kind
def incident_changed(scene, name):
    def value(facts):
        (old, *rest), *others = facts["incidents"]
        return [[scene.rng.choice([id_of(one) for one in INCIDENTS if id_of(one) != old]), *rest], *others]
    return changed(scene, name, "incidents", value)


@kind
def salt_flipped(scene, name):
    log = scene.log()
    index = some_entry(scene, log)
    scope = scene.scope(about(log[index].facts))
    place, letter = scene.rng.randrange(len(log[index].fields)), scene.rng.randrange(2, 23)
    text = log[index].fields[place]
    field = json.loads(text)[1]
    log[index].fields[place] = text[:letter] + ("A" if text[letter] != "A" else "B") + text[letter + 1:]
    return shown(scene, log, name, [index], [field], scope)


@kind
def disclosures_swapped(scene, name):
    log = scene.log()
    index, other = scene.rng.sample(log.of_kind("work_entry"), 2)
    scope = scene.scope(about(log[index].facts))
    field = scene.rng.choice(["worked_minutes", "work_entry_id", "category", "received_at", "starts_at"])
    if field not in log[index].facts or field not in log[other].facts:
        field = "worked_minutes"
    one, two = log[index].place(field), log[other].place(field)
    log[index].fields[one], log[other].fields[two] = log[other].fields[two], log[index].fields[one]
    return shown(scene, log, name, [index, other], [field], scope)


@kind
def receive_time_changed(scene, name):
    log = scene.log()
    index = scene.rng.choice(log.of_kind("work_entry", "entry_hold"))
    log[index].receive(log[index].received_ms - scene.rng.randrange(1, 90 * 86_400_000))
    return bytes_changed(scene, log, name, index)


@kind
def bytes_lost(scene, name):
    """The event's row is gone, its place is not."""
    log = scene.log()
    index = some_entry(scene, log)
    if scene.is_control:
        del log.leaves[index]
        return scene.signed_anew(name, log, ["--all", "--for", "hr"])
    log[index].leaf, log[index].fields = b"", []
    return bytes_changed(scene, log, name, index)


def bytes_changed(scene, log, name, index):
    """After the bytes of one leaf were changed, and nothing else."""
    if scene.is_control:
        log[index].hash = packets.leaf_hash(log[index].leaf)
        return scene.signed_anew(name, log, ["--all", "--for", "hr"])
    log.write()
    words = ["--all", "--for", scene.rng.choice(["hr", "auditor"])]
    packet = scene.export(*words)
    return scene.judged(name, packet, scene.reader(packet.whole), {("leaf", index)}, may={"total"})
