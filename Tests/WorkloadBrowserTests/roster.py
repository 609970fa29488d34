"""The roster that the tests run on: Grand Bend's real one, else the made-up one of the demo in this checkout."""

import os
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("AFTERBELL_SHARED", ROOT / "../shared"))


@dataclass(frozen=True)
class Roster:
    """A roster file, and whom of it the tests are about, by employee number."""

    file: Path
    slug: str
    name: str
    zone: str
    people: int
    at_two_sites: str
    jobs: tuple[str, str]
    incident_administrator: str
    hr: str
    teachers: tuple[str, ...]

    @property
    def clock(self):
        return ZoneInfo(self.zone)


GRAND_BEND = Roster(
    file=SHARED / "samples/oneroster/derived-grandbend-v1p2-bulk.zip", slug="grand_bend", name="Grand Bend ISD",
    zone="America/Chicago", people=68, at_two_sites="207283",
    jobs=("Counselor, Grand Bend High School", "Counselor, Grand Bend Middle School"),
    incident_administrator="207247", hr="207285", teachers=tuple(str(number) for number in range(207219, 207245)))

# Teachers of one school who have been there for years, so that they held their job on every day the tests name.
ALDER_VALLEY = Roster(
    file=ROOT / "demo/alder-valley-roster.zip", slug="alder_valley", name="Alder Valley Unified",
    zone="America/Los_Angeles", people=702, at_two_sites="107289",
    jobs=("Nurse, Orchard Elementary", "Nurse, Acorn Elementary"), incident_administrator="104007", hr="104020",
    teachers=(
        "104427", "104437", "104447", "104452", "104456", "104462", "104473", "104479", "104483", "104492", "104497",
        "104507", "104514", "104521", "104528", "104537", "104541", "104549", "104559", "104563", "104567", "104579"))

ROSTER = GRAND_BEND if GRAND_BEND.file.exists() else ALDER_VALLEY
