"""demo.json: accounts, incidents and hours, one row a line so that a change reads well."""

import json

from . import accounts, hours
from .district import Person, Site
from .incidents import INCIDENTS
from .positions import UNITS


def write(path: str, sites: list[Site], people: list[Person]) -> None:
    who = accounts.as_json(sites, people)
    parts = [
        '"format": 1',
        '"about": "Made-up people, schools and hours. Days count from the launch: the Monday of last week is day 0."',
        f'"district": {_line({"name": "Alder Valley Unified", "slug": "alder_valley", "zone": "America/Los_Angeles"})}',
        '"roles_start_day": -14',
        '"sites_available_day": 0',
        f'"units": {_line(UNITS)}',
        f'"accounts": {_rows(who["shown"])}',
        f'"other_accounts": {_line(who["others"])}',
        f'"incidents": {_rows([incident.as_json(sites) for incident in INCIDENTS])}',
        f'"entries": {_rows(hours.entries(sites, people))}',
    ]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("{\n" + ",\n".join(parts) + "\n}\n")


def _line(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows(values: list) -> str:
    return "[\n" + ",\n".join("  " + _line(value) for value in values) + "\n]"
