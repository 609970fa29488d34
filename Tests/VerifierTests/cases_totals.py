"""Drills on totals: what entries come to, which of them are held, and which version of each counts."""

import copy
import json

from districts import TOTAL, Case, build, district, hold, of, record, with_held

MOST = 2**53 - 1


def totals():
    base = with_held().packet()

    def tampered(name, faults=TOTAL, held=None, **changes):
        packet = copy.deepcopy(base)
        packet.info["totals"] |= changes
        packet.info["held"] = packet.info["held"] if held is None else held
        return Case(f"bad-total-{name}", build(packet), faults)

    right = base.info["totals"]
    yield tampered("entries", entries=right["entries"] + 1)
    yield tampered("minutes", minutes=right["minutes"] - 60)
    yield tampered("held", held=["w-204"], **{"taken_out": right["taken_out"] + 1})
    yield tampered("taken-out", taken_out=right["taken_out"] + 1)
    yield tampered("unknown-held", held=["w-204", "w-999"])
    yield tampered("held-taken-out", held=["w-034", "w-204"])
    yield tampered("held-none", held=[])
    yield tampered("held-twice", of("unreadable", "packet.json"), held=["w-204", "w-204"])
    yield tampered("held-unsorted", of("unreadable", "packet.json"), held=["w-204", "w-034"])
    yield from stated_as_held(base)
    yield from holds()
    yield from versions()
    yield from overlaps()


def stated_as_held(base):
    """What the packet says of holds is not what events say: then it is what events say that counts."""
    packet = copy.deepcopy(base)
    shown = [dict(json.loads(text)[1:] for text in line["fields"]) for line in packet.lines]
    entries = [fields for fields in shown if fields["kind"] == "work_entry"]
    taken_out = {fields["work_entry_id"] for fields in entries if fields["is_withdrawn"]}
    ids = sorted({fields["work_entry_id"] for fields in entries} - taken_out)
    packet.info["held"] = ids
    packet.info["totals"] |= {"entries": 0, "minutes": 0, "held": len(ids)}
    yield Case("bad-total-all-held", build(packet), TOTAL)
    packet = copy.deepcopy(base)
    packet.lines[-1]["fields"] = []
    yield Case("bad-total-held-by-no-event", build(packet), TOTAL)
    for name in ("kind", "work_entry_id", "version", "step", "state"):
        packet = copy.deepcopy(base)
        conceal(packet.lines[-1], name)
        yield Case(f"bad-total-hold-without-{name.replace('_', '-')}", build(packet), TOTAL)


def conceal(line, *names):
    """Takes disclosures out of a line."""
    line["fields"] = [text for text in line["fields"] if json.loads(text)[1] not in names]


def holds():
    """Honest packets whose entries were held, and what became of them."""

    def held(name, *steps, versions=1, taken_out=False):
        log = district(until=90)
        record(log, 204, start=104)
        for version in range(2, versions + 1):
            record(log, 204, version, start=104, is_withdrawn=taken_out)
        for version, step, state in steps:
            hold(log, 204, version, step, state)
        packet = log.packet()
        return Case(f"good-hold-{name}", build(packet)), packet.info["held"]

    for case, ids, wanted in (
        (*held("alone", (1, 1, "held")), ["w-204"]),
        (*held("ended", (1, 1, "held"), (1, 2, "counting")), []),
        (*held("again", (1, 1, "held"), (1, 2, "counting"), (1, 3, "held")), ["w-204"]),
        (*held("of-an-older-version", (1, 1, "held"), versions=2), []),
        (*held("of-a-newer-version", (1, 1, "held"), (1, 2, "counting"), (2, 1, "held"), versions=2), ["w-204"]),
        (*held("ended-for-a-newer-version", (1, 1, "held"), (2, 1, "counting"), versions=2), []),
        (*held("of-no-version", (2, 1, "held")), []),
        (*held("taken-out", (1, 1, "held"), (2, 1, "held"), versions=2, taken_out=True), []),
        (*held("out-of-order", (1, 2, "held"), (1, 1, "counting")), ["w-204"]),
        (*held("one-step-twice", (1, 1, "held"), (1, 1, "counting")), []),
        (*held("in-another-state", (1, 1, "Held")), []),
        (*held("state-is-no-text", (1, 1, "held"), (1, 2, 7)), ["w-204"]),
        (*held("step-is-no-number", (1, 1, "held"), (1, "2", "counting")), ["w-204"]),
    ):
        assert ids == wanted, case.name
        yield case
    log = district(until=40)
    for number, id in enumerate(["\U0001f600", "\uff5e", "e\u0301", "\u00e9"]):
        log.add("work_entry", f"{number}/1", work_entry_id=id, version=1, worked_minutes=60, is_withdrawn=False)
        log.add("entry_hold", f"{number}/1/1", work_entry_id=id, version=1, step=1, state="held")
    packet = log.packet()
    yield Case("good-hold-order-of-bytes", build(packet))
    packet.info["held"] = [*packet.info["held"][:2], *packet.info["held"][:1:-1]]
    yield Case("bad-total-held-order-of-bytes", build(packet), of("unreadable", "packet.json"))


def versions():
    log = district(until=110)
    whole, part = log.packet(), log.packet(whole=False, person="e-4")
    for tag, base in (("whole", whole), ("part", part)):
        hidden, packet = copy.deepcopy(base), copy.deepcopy(base)
        corrected = [line["index"] for line in base.lines if '"version",2]' in " ".join(line["fields"])]
        for index in corrected:
            hidden.line(index)["fields"] = []
        hidden.count()
        yield Case(f"good-hidden-correction-{tag}", build(hidden))
        for name in ("worked_minutes", "is_withdrawn"):
            packet = copy.deepcopy(base)
            for index in corrected:
                conceal(packet.line(index), name)
            label = name.replace("_", "-")
            packet.info["totals"] = hidden.info["totals"]
            yield Case(f"bad-total-correction-without-{label}-{tag}", build(packet), TOTAL)
            packet.count()
            yield Case(f"good-correction-without-{label}-{tag}", build(packet))
    for name, first, second in (("twice", 1, 1), ("in-no-order", 2, 1), ("from-zero", 0, 1), ("below-zero", -2, -1)):
        log = district(until=40)
        record(log, 104, first, minutes=50)
        record(log, 104, second, minutes=20)
        yield Case(f"good-version-{name}", build(log.packet()))
    for name, fields in {"minutes-are-a-text": {"worked_minutes": "60"}, "withdrawn-is-a-number": {"is_withdrawn": 0},
                         "minutes-are-true": {"worked_minutes": True}}.items():
        log = district(until=40)
        log.add("work_entry", "w-002/2", **{"work_entry_id": "w-002", "version": 2, "worked_minutes": 60,
                                            "is_withdrawn": False} | fields)
        yield Case(f"good-correction-{name}", build(log.packet()))
    log = district(until=40)
    for id in ("caf\u00e9", "cafe\u0301"):
        log.add("work_entry", f"{id}/1", work_entry_id=id, version=1, worked_minutes=60, is_withdrawn=False)
    yield Case("good-ids-that-look-alike", build(log.packet()))
    log = district(until=20)
    for number in range(1030):
        log.add("work_entry", f"x-{number}/1", work_entry_id=f"x-{number}", version=1, worked_minutes=MOST,
                is_withdrawn=False)
    packet = log.packet()
    packet.info["totals"]["minutes"] = MOST
    yield Case("bad-total-beyond-numbers", build(packet), TOTAL)


def overlaps():
    log = district(until=110)
    record(log, 204, start=4)
    yield Case("bad-total-overlap", build(log.packet()), TOTAL)
    log = district(until=40)
    for number, (start, end) in enumerate((("15:00:00", "16:00:00.5"), ("16:00:00", "17:00:00"))):
        log.add("work_entry", f"z{number}/1", work_entry_id=f"z{number}", version=1, employee_id="e-9",
                starts_at=f"2014-08-05T{start}+00:00", ends_at=f"2014-08-05T{end}+00:00", worked_minutes=60,
                is_withdrawn=False)
    yield Case("bad-total-overlap-by-a-fraction", build(log.packet()), TOTAL)
