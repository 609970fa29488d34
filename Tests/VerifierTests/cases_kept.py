"""Drills on what somebody kept, where it can't be compared: that is no proof against anybody, and no proof for them."""

import copy

from cases_log import rewritten
from districts import POLICY, SIZES, Case, at, build, change, district, of
from packets import LOG, NEXT_LOG, ORIGIN, b64, leaf_hash, root
from signing import checkpoint_text, note

OTHER = "hours.example.org/other"


def unshown(*sizes):
    return at("unshown", *sizes, place="size")


def kept(*sizes):
    return at("kept", *sizes, place="size")


def comparisons():
    log = district()
    part = log.packet(whole=False, person="e-2", earlier=SIZES)

    def case(name, faults, files, packet=part, **options):
        return Case(f"{'bad' if faults else 'good'}-{name}", build(packet), faults, files, **options)

    last_month = build(log.packet(whole=False, person="e-2", size=77))
    state = {"checkpoint.txt": log.checkpoint(77).encode()}
    yield case("unshown-checkpoint", unshown(77), state)
    yield case("unshown-packet", unshown(77), {"last-month.zip": last_month})
    yield case("unshown-proof", unshown(77), {"entry.tlog-proof": log.proof(22, 77).encode()})
    yield case("unshown-proof-of-another-entry", unshown(77), {"entry.tlog-proof": log.proof(30, 77).encode()})
    yield case("unshown-whole-packet", unshown(77), {"whole.zip": build(log.packet(size=77))})
    yield case("unshown-twice", unshown(77, 78), state | {
        "other.txt": log.checkpoint(78).encode(), "again.zip": last_month})
    yield case("unshown-beside-others", unshown(77), state | {
        "shown.txt": log.checkpoint(64).encode(), "own.txt": log.checkpoint().encode(),
        "receipt.txt": log.receipt(log.events[50]).encode()})
    yield case("unshown-without-earlier", unshown(64), {"checkpoint.txt": log.checkpoint(64).encode()},
               log.packet(whole=False, person="e-2"))
    yield case("shown-in-a-whole-packet", [], state, log.packet())
    yield case("unshown-and-larger", unshown(77) + kept(90), state | {"later.txt": log.checkpoint(90).encode()},
               log.packet(whole=False, person="e-2", size=80))
    yield case("kept-and-larger", kept(90), {"later.txt": log.checkpoint(90).encode()},
               log.packet(whole=False, person="e-2", size=80))
    tampered = copy.deepcopy(part)
    change(tampered.line(22), "incident", "i-9")
    yield case("unshown-and-a-field", at("field", 22) + unshown(77), state, tampered)
    faulty = copy.deepcopy(part)
    faulty.policy += "garbage\n"
    yield case("unshown-and-a-policy", POLICY + unshown(77), state, faulty)
    anew = rewritten().packet(whole=False, person="e-0", earlier=[20, 64])
    true = build(log.packet(whole=False, person="e-0", size=77))
    yield case("unshown-and-changed", at("changed", 50) + unshown(77), {"part.zip": true}, anew)
    yield case("unshown-and-rewritten", unshown(77), state, anew)
    yield from not_of_this_log(log, part, case)


def not_of_this_log(log, part, case):
    """A line of that size stands there, or what was kept is nobody's word: then it is not only unshown."""
    broken = copy.deepcopy(part)
    broken.earlier[2]["proof"][0] = b64(leaf_hash(b"another"))
    state = {"checkpoint.txt": log.checkpoint(64).encode()}
    yield case("kept-and-earlier-proof", at("earlier", 64, place="size") + kept(64), state, broken)
    broken = copy.deepcopy(part)
    broken.earlier[2]["note"] = broken.earlier[2]["note"][:-1]
    yield case("kept-and-earlier-malformed", at("earlier", 64, place="size") + kept(64), state, broken)
    fork = district(99, until=64)
    fork.signers = log.signers
    yield case("kept-and-another-earlier-root", kept(64), {"checkpoint.txt": fork.checkpoint(64).encode()})
    text = checkpoint_text(ORIGIN, 77, root(log.hashes(77)))
    yield case("kept-not-signed-and-unlisted", kept(77), {"note.txt": note(text, LOG.line(text + "x\n")).encode()})
    text = checkpoint_text(OTHER, 77, root(log.hashes(77)))
    yield case("kept-of-another-log-and-unlisted", kept(77), {"note.txt": note(text, NEXT_LOG.line(text)).encode()})
    for size in (64, 77):
        spoilt = log.checkpoint(size) + bogus(LOG if size > 70 else NEXT_LOG)
        yield case(f"kept-with-a-wrong-signature-{size}", kept(size), {"note.txt": spoilt.encode()})
    text = "\n".join(line for line in log.proof(30, 64).split("\n") if not line.startswith("extra "))
    yield case("kept-proof-without-its-leaf", of("unreadable", "bad-kept-proof-without-its-leaf.kept.entry.tlog-proof"),
               {"entry.tlog-proof": text.encode()})
    text = log.proof(12, 20).split("\n")
    text[3] = text[4]
    yield case("kept-proof-of-nothing", of("unreadable", "bad-kept-proof-of-nothing.kept.entry.tlog-proof"),
               {"entry.tlog-proof": "\n".join(text).encode()})
    other = district(3)
    other.origin = OTHER
    yield case("kept-packet-of-another-log", kept(20), {"packet.zip": build(other.packet(size=20))})


def bogus(signer):
    """The line of a signature by somebody that does not hold."""
    return signer.line("another text\n")
