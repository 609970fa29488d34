"""Sites, people and assignments of Alder Valley Unified."""

import unicodedata
from dataclasses import dataclass, field

from . import names
from .chance import Chance
from .positions import POSITIONS, STAFFING, Position

DISTRICT = "AVU"

# People whom the demo tells about: (site, position, how many of that position stand before) and name.
TOLD = {
    ("Cedar Ridge High", "principal", 0): ("Luz", "Marchetti"),
    ("Cedar Ridge High", "assistant_principal", 0): ("Hal", "Brennan"),
    ("Cedar Ridge High", "counselor", 0): ("Maya", "Lindqvist"),
    ("Cedar Ridge High", "nurse", 0): ("Ines", "Carvalho"),
    ("Cedar Ridge High", "office_manager", 0): ("Wen", "Adeyemi"),
    ("Cedar Ridge High", "attendance", 0): ("Tomas", "Reyes"),
    ("Cedar Ridge High", "teacher", 0): ("Jonas", "Whitfield"),
    ("Harrow Middle", "attendance", 0): ("Marisela", "Ochoa"),
    ("Millbrook High", "counselor", 0): ("Bernard", "Achebe"),
    ("Alder Valley Unified", "director", 0): ("Priya", "Nadar"),
    ("Alder Valley Unified", "payroll_manager", 0): ("Ruth", "Vance"),
    ("Alder Valley Unified", "auditor", 0): ("Noor", "Haddad"),
}


@dataclass
class Site:
    """A school, or the district itself."""

    sourced_id: str
    name: str
    level: str
    people: list = field(default_factory=list)


@dataclass
class Assignment:
    """A position held from a day on."""

    assignment_id: str
    kind: str
    position: Position
    site: Site
    weekdays: tuple[int, ...]
    fte: str
    rate: str
    starts_on: str
    ends_on: str = ""


@dataclass
class Person:
    """Somebody the district employs."""

    number: str
    given: str
    family: str
    email: str
    position: str
    site: Site
    assignments: list = field(default_factory=list)
    reviewer: "Person | None" = None


def sites() -> list[Site]:
    """The district and its 44 schools."""
    schools = [(f"{name} High", "high") for name in names.HIGH]
    schools += [(f"{name} Middle", "middle") for name in names.MIDDLE]
    schools += [(f"{name} Elementary", "elementary") for name in names.ELEMENTARY]
    schools += [(name, "alternative") for name in names.ALTERNATIVE]
    district = Site(DISTRICT, "Alder Valley Unified", "district")
    return [district] + [Site(f"{DISTRICT}-{100 + at}", name, level) for at, (name, level) in enumerate(schools, 1)]


def people(all_sites: list[Site]) -> list[Person]:
    """Everybody, with assignments and reviewers."""
    chance = Chance("people")
    name_of = _names(chance)
    everybody: list[Person] = []
    for site in all_sites:
        for position, count in _staffing(site, all_sites).items():
            for nth in range(count):
                told = TOLD.get((site.name, position, nth))
                given, family, email = name_of(told)
                number = str(104_000 + 7 * len(everybody) + chance.below(7))
                person = Person(number, given, family, email, position, site)
                person.assignments = _assignments(person, all_sites, chance)
                everybody.append(person)
                site.people.append(person)
    _set_reviewers(all_sites)
    return everybody


def _staffing(site: Site, all_sites: list[Site]) -> dict[str, int]:
    """Elementary schools share a nurse by twos: every other one has the nurse, the others a custodian."""
    staffing = dict(STAFFING[site.level])
    if site.level == "elementary":
        staffing["nurse" if all_sites.index(site) % 2 == 1 else "custodian"] = 1
    return staffing


def _names(chance: Chance):
    """Hands out names that nobody else has, and the address made from each."""
    taken = {f"{given} {family}" for given, family in TOLD.values()}

    def next_name(told):
        if told is None:
            while True:
                told = (chance.pick(names.GIVEN), chance.pick(names.FAMILY))
                if " ".join(told) not in taken:
                    taken.add(" ".join(told))
                    break
        plain = unicodedata.normalize("NFKD", ".".join(told).lower()).encode("ascii", "ignore").decode()
        return told[0], told[1], f"{plain}@aldervalley.example"

    return next_name


def _assignments(person: Person, all_sites: list[Site], chance: Chance) -> list[Assignment]:
    position = POSITIONS[person.position]
    kind = {"substitute": "substitute", "retiree": "retired"}.get(person.position, "regular")
    starts_on = f"{chance.between(2009, 2025)}-07-01" if kind == "regular" else "2026-07-01"
    rate = chance.pick(position.rates)
    if person.given == "Maya" and person.family == "Lindqvist":
        rate = "52.400000"
    week = (1, 2, 3, 4, 5)

    def assignment(nth, site, weekdays, fte):
        return Assignment(f"A{person.number}-{nth}", kind, position, site, weekdays, fte, rate, starts_on)

    if person.position == "nurse" and person.site.level == "elementary":
        other = all_sites[all_sites.index(person.site) + 1]
        return [assignment(1, person.site, (1, 2, 3), "0.6"), assignment(2, other, (4, 5), "0.4")]
    own = [assignment(1, person.site, week if kind != "substitute" else (), "1" if kind == "regular" else "")]
    if person.given == "Maya" and person.family == "Lindqvist":
        summer = POSITIONS["summer_counselor"]
        own.append(Assignment(f"A{person.number}-2", "summer", summer, all_sites[0], (1, 2, 3, 4), "",
                              summer.rates[0], "2026-06-15", "2026-07-24"))
    return own


def _set_reviewers(all_sites: list[Site]) -> None:
    """The first assistant principal reviews, else the principal; the principal reviews that one; nobody themselves."""
    superintendent = next(person for person in all_sites[0].people if person.position == "superintendent")
    director = next(person for person in all_sites[0].people if person.position == "director")
    for site in all_sites:
        principals = [person for person in site.people if person.position == "principal"]
        assistants = [person for person in site.people if person.position == "assistant_principal"]
        lead = (principals or [director])[0]
        reviewer = (assistants or [lead])[0]
        for person in site.people:
            if person is lead:
                person.reviewer = superintendent
            elif person is superintendent:
                person.reviewer = None
            else:
                person.reviewer = lead if person is reviewer else reviewer
