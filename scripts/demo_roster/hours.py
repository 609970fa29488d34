"""The hours of the demo: who worked when, on what and why. Days count from the launch, a Monday, day 0."""

from dataclasses import dataclass, field

from . import told
from .chance import Chance, made_id
from .district import Person, Site
from .incidents import INCIDENTS, Incident
from .positions import POSITIONS
from .work import CAUSES, COUNTS, LENGTHS, NOT_LISTED, ON_SITE, ORDINARY_TOO, PUSHED_ASIDE, WORK

# How many people of a site record time, by level; the first named are the likeliest.
RECORDING = {
    "high": {"counselor": 3, "attendance": 1, "registrar": 1, "office": 1, "nurse": 1, "teacher": 1,
             "assistant_principal": 1},
    "middle": {"counselor": 1, "attendance": 1, "registrar": 1, "teacher": 1},
    "elementary": {"office_manager": 1, "teacher": 1},
    "alternative": {"counselor": 1, "registrar": 1},
    "district": {"enrollment": 3, "data": 2, "help_desk": 3, "retiree": 3},
}

# How likely each day is, Monday of the launch first.
DAYS = {0: 11, 1: 13, 2: 14, 3: 14, 4: 12, 5: 5, 6: 3, 7: 11, 8: 11, 9: 10, 10: 9, 11: 7, 12: 3, 13: 1}
SATURDAYS, SUNDAYS = (5, 12), (6, 13)
CRASH_DAY = 4


@dataclass
class Worker:
    """Somebody who records time, with what is taken already and how they write times down."""

    person: Person
    rounding: int
    taken: list = field(default_factory=list)

    def is_free(self, begin: int, end: int) -> bool:
        return all(end <= other_begin or begin >= other_end for other_begin, other_end in self.taken)


def minutes(clock: str) -> int:
    """Minutes since midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


def clock(minute: int) -> str:
    """The time so many minutes after midnight, also past it."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def entries(sites: list[Site], people: list[Person]) -> list[dict]:
    """All entries in the order they were worked."""
    chance = Chance("hours")
    rows = told.entries(people)
    known = {row["employee"] for row in rows}
    for worker in _workers(sites, known, chance):
        for nth in range(chance.between(2, 5)):
            row = _entry(worker, nth, sites, chance)
            if row:
                rows.append(row)
    return sorted(rows, key=lambda row: (row["versions"][0]["day"], row["versions"][0].get("from", ""), row["id"]))


def _workers(sites: list[Site], known: set, chance: Chance) -> list[Worker]:
    found = []
    quiet = {site.sourced_id for site in sites if site.level == "elementary"} - set(_busy_elementary(sites))
    for site in sites:
        if site.sourced_id in quiet:
            continue
        for position, count in RECORDING[site.level].items():
            able = [person for person in site.people if person.position == position and person.number not in known]
            for person in able[: count + (1 if site.name == "Cedar Ridge High" else 0)]:
                found.append(Worker(person, chance.pick((1, 5, 5, 5, 15))))
    return found


def _busy_elementary(sites: list[Site]) -> list[str]:
    return [site.sourced_id for site in sites if site.level == "elementary"][:15]


def _entry(worker: Worker, nth: int, sites: list[Site], chance: Chance) -> dict | None:
    """One entry at a time that is still free; None if none was found."""
    person = worker.person
    for _ in range(20):
        day = chance.weighted(DAYS)
        category = chance.weighted(WORK[person.position])
        if category in ON_SITE and day in SATURDAYS + SUNDAYS:
            continue
        if category == "system_down":
            day = CRASH_DAY
        site = _site(person, category, sites, chance)
        begin, end, extra = _when(person, day, category, worker.rounding, chance)
        cause = _cause(site, day, begin, end - begin - extra.get("break", 0), category, sites, chance)
        if cause is None or not worker.is_free(day * 1440 + begin, day * 1440 + end):
            continue
        worker.taken.append((day * 1440 + begin, day * 1440 + end))
        version = {"assignment": person.assignments[0].assignment_id, "site": site.sourced_id, "day": day,
                   "from": clock(begin), "to": clock(end), **extra, "category": category, **cause,
                   **_count(category, end - begin, chance), **_treatment(person, chance)}
        return {"id": made_id(f"entry/{person.number}/{nth}"), "employee": person.number, "versions": [version]}
    return None


def _when(person: Person, day: int, category: str, rounding: int, chance: Chance) -> tuple[int, int, dict]:
    """Start and end in minutes of the day, and what follows from them (place, break, what was pushed aside)."""
    starts, ends, _ = POSITIONS[person.position].hours
    extra: dict = {}
    if category == "system_down":
        begin, length = minutes("13:05") + chance.between(0, 20), chance.between(40, 105)
    elif day in SATURDAYS:
        begin, length = chance.between(minutes("08:20"), minutes("10:40")), chance.between(95, 380)
    elif day in SUNDAYS:
        begin, length = chance.between(minutes("10:00"), minutes("19:30")), chance.between(40, 200)
        extra["place"] = "home"
    else:
        shape = chance.weighted({"after": 58, "before": 12, "evening": 0 if category in ON_SITE else 16, "within": 14})
        if category == "supervise_unscheduled" or (shape == "within" and person.position in PUSHED_ASIDE):
            begin = chance.between(minutes(starts) + 20, minutes(ends) - 130)
            length = chance.between(25, 110)
            if person.position in PUSHED_ASIDE:
                extra["pushed_aside"] = chance.pick(PUSHED_ASIDE[person.position])
                extra["pushed_aside_count"] = chance.between(1, 4)
        elif shape == "before":
            length = chance.between(30, 85)
            begin = minutes(starts) - chance.between(0, 8) - length
        elif shape == "evening":
            begin, length = chance.between(minutes("19:10"), minutes("21:00")), chance.between(30, 125)
            extra["place"] = "home"
        else:
            begin, length = minutes(ends) + chance.between(0, 45), chance.between(30, 215)
    if category in LENGTHS:
        length = chance.between(*LENGTHS[category])
    begin -= begin % rounding
    end = begin + max(length - length % rounding, 10)
    if end - begin > 300:
        extra["break"] = 30
    return begin, end, extra


def _site(person: Person, category: str, sites: list[Site], chance: Chance) -> Site:
    if category != "help_other_site":
        return person.site
    schools = [site for site in sites[1:] if site is not person.site and site.level in ("high", "middle")]
    return chance.pick(schools)


def _cause(
    site: Site, day: int, begin: int, worked: int, category: str, sites: list[Site], chance: Chance
) -> dict | None:
    """The cause that the person named; None when no incident fits the time and place."""
    named = {incident.key: incident for incident in INCIDENTS}
    open_now: dict[str, int] = {
        key: weight for key, weight in CAUSES[category].items()
        if named[key].is_open(day, begin) and named[key].touches(site, sites)
    }
    kind = chance.weighted({"incidents": 86, "two": 5, "not_sure": 4, "not_listed": 3, "not_system": 2})
    if kind == "not_listed":
        module, seen = chance.pick(NOT_LISTED)
        return {"cause": "not_listed", "module": module, "seen": seen}
    if kind == "not_sure" or kind == "not_system" and category in ORDINARY_TOO:
        return {"cause": kind}
    if not open_now:
        return None
    first = chance.weighted(open_now)
    others = [key for key in open_now if key != first]
    if kind == "two" and others and worked >= 60:
        part = worked * chance.between(3, 7) // 10
        shares = [(first, part), (chance.pick(others), worked - part)]
    else:
        shares = [(first, worked)]
    return {"cause": "incidents", "incidents": [{"incident": key, "minutes": count} for key, count in shares]}


def _count(category: str, length: int, chance: Chance) -> dict:
    """How many students or records, said in three of four entries."""
    if category not in COUNTS or not chance.happens(76):
        return {}
    what, fast, slow = COUNTS[category]
    return {what: max(1, length // chance.between(fast, slow))}


def _treatment(person: Person, chance: Chance) -> dict:
    """Who asked, and how the time was treated so far."""
    row: dict = {}
    asked = chance.weighted({"": 42, "site_administrator": 28, "nobody": 20, "district": 7, "colleague": 3})
    if asked:
        row["asked_by"] = asked
    if asked in ("site_administrator", "district") and chance.happens(45):
        row["authorized_before"] = True
    paid = {"nothing_yet": 76, "on_time_card": 11, "dont_know": 8, "time_off": 3, "partly_paid": 2}
    if POSITIONS[person.position].exempt is not None:
        paid = {"nothing_yet": 95, "dont_know": 5}
    row["treated_as"] = chance.weighted(paid)
    if chance.happens(9):
        row["source"] = chance.pick(("notes", "notes", "calendar", "sent_mail", "sign_in_sheet"))
    return row
