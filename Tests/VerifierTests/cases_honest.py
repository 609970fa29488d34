"""Honest packets, in which nothing may be found."""

import copy
import json

from districts import LATE_WITNESS, SIZES, STRANGER, Case, build, district, with_held
from packets import BOTH, HR, UNION


def honest():
    log = district()
    late = copy.deepcopy(log)
    sealed = log.events[95]
    yield Case("good-whole", build(log.packet(earlier=SIZES)))
    yield Case("good-whole-of-a-person", build(log.packet(person="e-2")))
    yield Case("good-part", build(log.packet(whole=False, person="e-2", earlier=SIZES)))
    yield Case("good-first-leaf", build(district(until=3).packet(size=1)))
    yield Case("good-before-rotation", build(log.packet(size=70)))
    yield Case("good-at-rotation", build(log.packet(size=71)))
    held = with_held()
    yield Case("good-held", build(held.packet()))
    yield Case("good-held-part", build(held.packet(whole=False, person="e-4")))
    touching = district(until=80)
    touching.add("work_entry", "work_entry w-300/1", work_entry_id="w-300", version=1, employee_id="e-4",
                 starts_at="2014-08-05T15:50:00+00:00", ends_at="2014-08-05T16:10:00+00:00", worked_minutes=20,
                 is_withdrawn=False)
    yield Case("good-touching", build(touching.packet()))
    erased = log.packet()
    for line in erased.lines[2:]:
        line["fields"] = [text for text in line["fields"] if json.loads(text)[1] != "incident"]
    yield Case("good-erased-fields", build(erased))
    kept = {"checkpoint.txt": log.checkpoint(64).encode(), "receipt.txt": log.receipt(sealed).encode(),
            "entry.tlog-proof": log.proof(30, 64).encode(), "same.txt": log.checkpoint().encode(),
            "whole.zip": build(log.packet(size=90)), "part.zip": build(log.packet(whole=False, person="e-1", size=64))}
    yield Case("good-kept-whole", build(log.packet()), kept=kept)
    yield Case("good-kept-part", build(log.packet(whole=False, person="e-2", earlier=SIZES)), kept=kept)
    lost = late.make({"kind": "work_entry"})
    lost.received_ms = late.events[-1].received_ms + 100_000
    lost.seal()
    yield Case("good-receipt-not-past-its-deadline", build(late.packet()),
               kept={"receipt.txt": late.receipt(lost).encode()})
    gone = late.make({"kind": "work_entry"})
    gone.seal(late.events[50].received_ms)
    yield Case("good-receipt-and-part", build(late.packet(whole=False, person="e-2")),
               kept={"receipt.txt": late.receipt(gone).encode()})
    alone = log.packet()
    alone.policy = log.policy("quorum union\n")
    alone.checkpoint = log.checkpoint(witnesses=[UNION])
    yield Case("good-quorum-of-one", build(alone))
    alone.policy = log.policy("quorum none\n", "")
    yield Case("good-quorum-none", build(alone))
    yield Case("good-policy-given", build(alone),
               policy=log.policy("  quorum\tany-of\n", BOTH.replace("both all", "any-of any")))
    alone.checkpoint = log.checkpoint(witnesses=[HR, LATE_WITNESS])
    alone.policy = log.policy("quorum two\n", f"witness late {LATE_WITNESS.verifier}\n{BOTH}".replace(
        "group both all union hr", "group two 2 late hr union"))
    yield Case("good-two-of-two", build(alone))
    nested = f"{BOTH}witness late {LATE_WITNESS.verifier}\ngroup more any late both\n"
    yield Case("good-nested-group", build(log.packet()), policy=log.policy("quorum more\n", nested))
    stranger = log.packet()
    text = stranger.checkpoint.partition("\n\n")[0] + "\n"
    stranger.checkpoint += STRANGER.line(text)
    yield Case("good-unknown-signature", build(stranger))
