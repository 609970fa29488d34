"""Drills on the log as a whole: entries removed, added and moved, and logs that were written anew."""

import copy

from districts import IMPOSTOR, QUORUM, RECEIPTS, SIZES, TOTAL, TREE, Case, at, build, district, of
from packets import LOG, ORIGIN, b64, consistency, leaf_hash, root
from signing import checkpoint_text, key, note


def trees():
    base = district().packet(earlier=SIZES)

    def tampered(name, act, faults, counted=True):
        packet = copy.deepcopy(base)
        act(packet.lines)
        packet.renumber()
        if counted:
            packet.count()
        return Case(f"bad-{name}", build(packet), faults)

    yield tampered("deleted", lambda lines: lines.pop(17), TREE)
    yield tampered("deleted-entry", lambda lines: lines.pop(15), TREE)
    yield tampered("deleted-entry-old-total", lambda lines: lines.pop(15), TREE + TOTAL, counted=False)
    yield tampered("deleted-tail", lambda lines: lines.__delitem__(slice(110, None)), TREE)
    yield tampered("swapped", lambda lines: lines.__setitem__(slice(30, 32), lines[31:29:-1]), TREE)
    yield tampered("doubled", lambda lines: lines.insert(18, copy.deepcopy(lines[17])), TREE)
    event = district(7).events[17]
    back_dated = {"leaf": event.leaf, "fields": event.disclosures, "hash": event.hash, "index": 0, "proof": None}
    yield tampered("back-dated", lambda lines: lines.insert(40, back_dated), TREE)
    yield tampered("appended", lambda lines: lines.append(back_dated), TREE)
    part = district().packet(whole=False, person="e-2", earlier=SIZES)
    packet = copy.deepcopy(part)
    packet.line(22)["proof"][2] = leaf_hash(b"another")
    yield Case("bad-proof-changed", build(packet), at("proof", 22))
    packet = copy.deepcopy(part)
    packet.line(22)["proof"].append(leaf_hash(b"another"))
    packet.line(27)["proof"].pop()
    yield Case("bad-proof-length", build(packet), at("proof", 22, 27))
    packet = copy.deepcopy(part)
    packet.line(22)["index"] = 23
    yield Case("bad-proof-index", build(packet), at("proof", 23))
    packet = copy.deepcopy(part)
    packet.lines[-1]["index"] = 500
    yield Case("bad-proof-beyond", build(packet), at("proof", 500))
    event = district(7).events[22]
    packet.lines[-1] = copy.deepcopy(part.lines[-1])
    packet.line(22).update(leaf=event.leaf, fields=event.disclosures, hash=event.hash)
    packet.count()
    yield Case("bad-proof-of-another-leaf", build(packet), at("proof", 22))


def rewritten():
    """The log as it is after entry 50 was written anew by somebody who has the log's keys."""
    log = district()
    event = log.events[50]
    place = event.place("worked_minutes")
    event.disclosures[place] = log.disclose("worked_minutes", 600)
    event.seal()
    return log


def forked(until=120):
    """A log that went back to its first 60 events and was continued otherwise."""
    log, other = district(until=60), district(99, until=until)
    log.events += other.events[60:]
    log.signers = other.signers
    return log


def kept_of_the_true_log(*names):
    log = district()
    kept = {"checkpoint.txt": log.checkpoint(90).encode(), "entry.tlog-proof": log.proof(50, 90).encode(),
            "whole.zip": build(log.packet(size=90)), "latest.txt": log.checkpoint().encode(),
            "part.zip": build(log.packet(whole=False, person="e-0", size=90)),
            "before.txt": log.checkpoint(50).encode()}
    return {name: kept[name] for name in names}


def rewrites():
    log, true = rewritten(), district()
    packet = log.packet()
    notes = true.earlier(SIZES)
    packet.earlier = [{"note": old["note"], "proof": [b64(h) for h in consistency(size, log.hashes())]}
                      for size, old in zip(SIZES, notes)]
    yield Case("bad-rewritten", build(packet), at("earlier", 64, 90, place="size"))
    packet.checkpoint = log.checkpoint(witnesses=())
    packet.earlier = []
    yield Case("bad-rewritten-not-cosigned", build(packet), QUORUM)
    packet.checkpoint = log.checkpoint()
    for name, faults in {
        "checkpoint.txt": at("kept", 90, place="size"), "latest.txt": at("kept", 120, place="size"),
        "entry.tlog-proof": at("changed", 50) + at("kept", 90, place="size"), "before.txt": [],
        "whole.zip": at("changed", 50) + at("kept", 90, place="size"),
        "part.zip": at("changed", 50) + at("kept", 90, place="size"),
    }.items():
        label = name.replace(".", "-")
        yield Case(f"{'bad' if faults else 'good'}-rewritten-kept-{label}", build(packet), faults,
                   kept_of_the_true_log(name))
    part = log.packet(whole=False, person="e-0", earlier=[50, 90])
    yield Case("bad-rewritten-part-kept", build(part), at("changed", 50) + at("kept", 90, place="size"),
               kept_of_the_true_log("before.txt", "checkpoint.txt", "part.zip"))
    old = district(until=60)
    yield Case("bad-rolled-back", build(old.packet()), at("changed", *range(60, 90)) + at("kept", 90, place="size"),
               kept_of_the_true_log("whole.zip"))
    yield Case("bad-rolled-back-part", build(old.packet(whole=False, person="e-0")), at("kept", 90, place="size"),
               kept_of_the_true_log("whole.zip"))
    fork = forked()
    yield Case("bad-forked", build(fork.packet()), at("changed", *range(60, 90)) + at("kept", 90, place="size"),
               kept_of_the_true_log("whole.zip", "before.txt"))
    yield Case("bad-two-faces", build(fork.packet()), at("kept", 120, place="size"), kept_of_the_true_log("latest.txt"))
    yield Case("bad-two-faces-part", build(fork.packet(whole=False, person="e-2")), at("kept", 120, place="size"),
               kept_of_the_true_log("latest.txt"))


def keepings():
    log = district()
    true = log.packet(whole=False, person="e-2", earlier=SIZES)
    text = checkpoint_text(ORIGIN, 64, root(log.hashes(64)))
    forged = note(text, IMPOSTOR.line(text)).encode()
    yield Case("bad-kept-not-signed", build(true), at("kept", 64, place="size"), {"checkpoint.txt": forged})
    gone = log.make({"kind": "work_entry", "subject": "work_entry w-400/1", "role": "staff"})
    gone.seal(log.events[50].received_ms)
    missing = [{"code": "missing", "received_ms": gone.received_ms}]
    receipt = log.receipt(gone).encode()
    yield Case("bad-missing", build(log.packet()), missing, {"receipt.txt": receipt})
    last = copy.deepcopy(gone)
    last.seal(log.events[-1].received_ms + 1_000)
    yield Case("bad-missing-by-the-witness", build(log.packet()),
               [{"code": "missing", "received_ms": last.received_ms}], {"receipt.txt": log.receipt(last).encode()})
    for name, data in {"key": log.receipt(gone, key(ORIGIN + "/receipt#impostor")), "log-key": log.receipt(gone, LOG),
                       "origin": log.receipt(gone, origin="hours.example.org/other"),
                       "text": receipt.decode().replace(b64(gone.hash), b64(log.events[3].hash))}.items():
        yield Case(f"bad-receipt-{name}", build(log.packet()), RECEIPTS, {"receipt.txt": data.encode()})
        yield Case(f"bad-receipt-{name}-part", build(true), RECEIPTS, {"receipt.txt": data.encode()})
    shorter = district(until=60)
    yield Case("bad-kept-proof-beyond", build(shorter.packet()),
               at("changed", 80) + at("kept", 90, place="size"), {"entry.tlog-proof": log.proof(80, 90).encode()})
    yield Case("bad-kept-unknown", build(true), of("unreadable", "bad-kept-unknown.kept.note.txt"),
               {"note.txt": b"what is this?\n"})
