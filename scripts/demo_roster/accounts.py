"""Who may sign in to the demo, and as what."""

from .district import Person, Site

# Shown on the demo's sign-in page, by role: (heading, given, family, roles with their scope, language).
SHOWN = [
    ("counselor", "Maya", "Lindqvist", [], "en"),
    ("nurse", "Ines", "Carvalho", [], "en"),
    ("clerk", "Tomas", "Reyes", [], "en"),
    ("clerk", "Wen", "Adeyemi", [], "en"),
    ("clerk", "Marisela", "Ochoa", [], "es"),
    ("teacher", "Jonas", "Whitfield", [], "en"),
    ("site_reviewer", "Hal", "Brennan", [{"role": "site_reviewer", "site": "Cedar Ridge High"}], "en"),
    ("site_reviewer", "Luz", "Marchetti", [{"role": "site_reviewer", "site": "Cedar Ridge High"}], "en"),
    ("hr", "Ruth", "Vance", [{"role": "hr"}], "en"),
    ("incident_administrator", "Priya", "Nadar", [{"role": "incident_administrator"}], "en"),
    ("auditor", "Noor", "Haddad", [{"role": "auditor"}], "en"),
]

# Represent a unit and are not employed by the district.
REPRESENTATIVES = [
    ("Dana", "Whitcomb", "CERT", "Alder Valley Educators", "en"),
    ("Rafael", "Montero", "OFFICE", "Alder Valley Office and Clerical Staff", "es"),
]


def as_json(sites: list[Site], people: list[Person]) -> dict:
    """The accounts shown, those of the representatives, and the numbers of all others who can sign in."""
    by_name = {(person.given, person.family): person for person in people}
    site_ids = {site.name: site.sourced_id for site in sites}
    shown = []
    for heading, given, family, roles, language in SHOWN:
        person = by_name[given, family]
        grants = [{**role, "site": site_ids[role["site"]]} if "site" in role else role for role in roles]
        position = f"{person.assignments[0].position.title}, {person.site.name}"
        shown.append({"as": heading, "employee": person.number, "sign_in_name": person.email,
                      "name": f"{given} {family}", "position": position, "language": language, "roles": grants})
    for given, family, unit, union, language in REPRESENTATIVES:
        shown.append({"as": "union_representative", "employee": None,
                      "sign_in_name": f"{given}.{family}@educators.example".lower(), "name": f"{given} {family}",
                      "position": f"Union representative, {union}", "language": language,
                      "roles": [{"role": "union_representative", "unit": unit}]})
    named = {row["employee"] for row in shown}
    return {"shown": shown, "others": [person.number for person in _able(sites) if person.number not in named]}


def _able(sites: list[Site]) -> list[Person]:
    """Everybody but seven of the eight people at the 13 elementary schools where nobody has recorded time."""
    quiet = [site for site in sites if site.level == "elementary"][15:]
    return [person for site in sites for person in (site.people[:1] if site in quiet else site.people)]

