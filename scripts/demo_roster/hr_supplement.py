"""The HR supplement: positions, pay and usual hours, which OneRoster has no room for.

Columns: docs/reference/hr-supplement.md. One row per assignment.
"""

import csv

from .district import Assignment, Person
from .positions import UNITS

COLUMNS = """employee_number assignment_id kind position class unit_code unit_name site flsa_status flsa_reason fte basis
    mon tue wed thu fri sat sun base_rate funding reviewer starts_on ends_on""".split()


def write(path: str, people: list[Person]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS)
        rows.writeheader()
        for person in people:
            rows.writerows(_row(person, assignment) for assignment in person.assignments)


def _row(person: Person, assignment: Assignment) -> dict:
    position = assignment.position
    start, end, meal = position.hours
    day = f"{start}-{end}/{meal}" if meal else f"{start}-{end}"
    weekdays = {name: day for at, name in enumerate(("mon", "tue", "wed", "thu", "fri"), 1) if at in assignment.weekdays}
    # Blank for people paid by the hour: exempt status is stated, never assumed.
    status = {None: "nonexempt", "": ""}.get(position.exempt, "exempt")
    return {
        "employee_number": person.number, "assignment_id": assignment.assignment_id, "kind": assignment.kind,
        "position": position.title, "class": position.job_class, "unit_code": position.unit or "",
        "unit_name": UNITS.get(position.unit, ""), "site": assignment.site.sourced_id, "flsa_status": status,
        "flsa_reason": position.exempt or "", "fte": assignment.fte, "basis": position.basis, **weekdays,
        "base_rate": assignment.rate, "funding": position.funding,
        "reviewer": person.reviewer.number if person.reviewer else "", "starts_on": assignment.starts_on,
        "ends_on": assignment.ends_on,
    }
