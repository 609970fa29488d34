"""Drills on single entries: what is shown of them, and their leaves."""

import copy
import json

from districts import SIZES, TOTAL, TREE, Case, at, build, change, district, with_disclosure
from packets import Event, digest, leaf_hash


def disclosures():
    log = district()
    for whole in (True, False):
        base = log.packet(whole=whole, person="e-2", earlier=SIZES)
        tag = "whole" if whole else "part"

        def tampered(name, index, act, faults, base=base, tag=tag):
            packet = copy.deepcopy(base)
            act(packet.line(index))
            return Case(f"bad-{name}-{tag}", build(packet), faults)

        yield tampered("minutes", 12, lambda line: change(line, "worked_minutes", 4000), at("field", 12) + TOTAL)
        yield tampered("person", 12, lambda line: change(line, "employee_id", "e-77"), at("field", 12))
        yield tampered("incident", 22, lambda line: change(line, "incident", "i-9"), at("field", 22))
        yield tampered("salt", 22, lambda line: line["fields"].__setitem__(
            -1, '["AAAAAAAAAAAAAAAAAAAAAA"' + line["fields"][-1][25:]), at("field", 22))
        yield tampered("received", 22, lambda line: line.update(leaf=Event([], 5).leaf.replace(
            b"[]", line["leaf"][len(b'{"fields":'):line["leaf"].index(b"]") + 1])), at("leaf", 22))
        yield tampered("lost-leaf", 17, lambda line: line.update(leaf=b"", fields=[]), at("leaf", 17))
        yield tampered("hash", 17, lambda line: line.update(hash=leaf_hash(b"another")),
                       at("leaf", 17) + (TREE if whole else at("proof", 17)))
        packet = copy.deepcopy(base)
        one, other = packet.line(22)["fields"], packet.line(27)["fields"]
        one[-1], other[-1] = other[-1], one[-1]
        yield Case(f"bad-swapped-disclosures-{tag}", build(packet), at("field", 22, 27))
    for name, text in {
        "float": '["AAAAAAAAAAAAAAAAAAAAAA","note",1.5]', "exponent": '["AAAAAAAAAAAAAAAAAAAAAA","note",1e3]',
        "null": '["AAAAAAAAAAAAAAAAAAAAAA","note",null]', "object": '["AAAAAAAAAAAAAAAAAAAAAA","note",{"a":1}]',
        "huge": '["AAAAAAAAAAAAAAAAAAAAAA","note",9007199254740992]', "nan": '["AAAAAAAAAAAAAAAAAAAAAA","note",NaN]',
        "name": '["AAAAAAAAAAAAAAAAAAAAAA","Note","x"]', "short-salt": '["AAAAAAAAAAAAAAAAAAAA","note","x"]',
        "name-number": '["AAAAAAAAAAAAAAAAAAAAAA",1,"x"]', "name-blank": '["AAAAAAAAAAAAAAAAAAAAAA","a b","x"]',
        "minus-zero": '["AAAAAAAAAAAAAAAAAAAAAA","note",-0]',
        "loose-salt": '["AAAAAAAAAAAAAAAAAAAAAB","note","x"]', "two": '["AAAAAAAAAAAAAAAAAAAAAA","note"]',
        "surrogate": '["AAAAAAAAAAAAAAAAAAAAAA","note","\\ud800"]', "text": "x",
        "blank-first": ' ["AAAAAAAAAAAAAAAAAAAAAA","note","x"]',
        "mark-first": '\ufeff["AAAAAAAAAAAAAAAAAAAAAA","note","x"]',
        "65-deep": nested(64), "101-deep": nested(100), "301-deep": nested(300), "5001-deep": nested(5000),
        "leading-zero": '["AAAAAAAAAAAAAAAAAAAAAA","note",007]',
        "nested-null": '["AAAAAAAAAAAAAAAAAAAAAA","note",[[null]]]',
    }.items():
        log, index = with_signed_text(text)
        yield Case(f"bad-field-{name}", build(log), at("field", index))
    log, index = with_signed_text(nested(63))
    yield Case("good-field-64-deep", build(log))
    log, index = with_disclosure([log_text("note", "one"), log_text("note", "two", "B")])
    yield Case("bad-double", build(log.packet()), at("double", index))
    yield from malformed_leaves()


def nested(lists):
    """A disclosure whose value is so many lists, one in the other."""
    return '["AAAAAAAAAAAAAAAAAAAAAA","note",' + "[" * lists + "]" * lists + "]"


def log_text(name, value, salt="A"):
    return json.dumps([salt * 21 + "A", name, value], separators=(",", ":"))


def with_signed_text(text):
    """A packet whose log sealed a leaf that holds this text as a disclosure; its index."""
    log = district(until=40)
    event = log.make({"kind": "review", "subject": "work_entry w-002/1", "role": "staff"})
    event.seal(digests=sorted([digest(text), *map(digest, event.disclosures)]))
    log.events.append(event)
    packet = log.packet()
    packet.lines[-1]["fields"].append(text)
    return packet, len(log.events) - 1


def malformed_leaves():
    """Leaves that are sealed as they are, but not of the form that the format asks for."""
    for name, alter in {
        "unsorted": swap_digests,
        "blank": lambda leaf: leaf.replace(b'"version":1', b'"version": 1'),
        "version": lambda leaf: leaf.replace(b'"version":1', b'"version":2'),
        "float": lambda leaf: leaf.replace(b',"version"', b'.0,"version"'),
        "order": lambda leaf: b'{"version":1,' + leaf[1:].replace(b',"version":1', b""),
        "extra": lambda leaf: leaf[:-1] + b',"word":1}',
        "twice": lambda leaf: leaf.replace(b"]", b"," + leaf[leaf.index(b"]") - 45:leaf.index(b"]")] + b"]"),
        "zero": lambda leaf: leaf.replace(b'"received_ms":', b'"received_ms":0'),
        "negative": lambda leaf: leaf.replace(b'"received_ms":', b'"received_ms":-'),
        "no-fields": lambda leaf: b'{"fields":[]' + leaf[leaf.index(b"]") + 1:],
    }.items():
        log = district(until=40)
        event = log.make({"kind": "review", "subject": "work_entry w-002/1", "role": "staff"})
        event.leaf = alter(event.leaf)
        log.events.append(event)
        packet = log.packet()
        packet.lines[-1]["fields"] = []
        yield Case(f"bad-leaf-{name}", build(packet), at("leaf", len(log.events) - 1))


def swap_digests(leaf):
    one, other = json.loads(leaf)["fields"][:2]
    return leaf.replace(one.encode(), b"?").replace(other.encode(), one.encode()).replace(b"?", other.encode())
