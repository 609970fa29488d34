"""The district as a OneRoster 1.2 bulk delivery: one zip of CSV files."""

import csv
import io
import zipfile

from .district import DISTRICT, Person, Site
from .positions import POSITIONS

YEAR = "AVU-2026-27"
# Sent on the Monday before the school year, for every run of the generator.
MADE = (2026, 8, 3, 6, 0, 0)
BLANK = ["", ""]  # status and dateLastModified are blank in bulk

SUBJECTS = {
    "English": "English Language and Literature", "Algebra": "Mathematics", "Geometry": "Mathematics",
    "Biology": "Life and Physical Sciences", "Chemistry": "Life and Physical Sciences",
    "World history": "Social Sciences and History", "Art": "Fine and Performing Arts",
    "Physical education": "Physical, Health, and Safety Education",
}


def write(path: str, sites: list[Site], people: list[Person]) -> None:
    """Writes the zip; the same bytes at every run with the same zlib."""
    files = {
        "academicSessions.csv": sessions(), "classes.csv": [], "courses.csv": [], "enrollments.csv": [],
        "orgs.csv": orgs(sites), "roles.csv": roles(people), "users.csv": users(people),
    }
    files["courses.csv"], files["classes.csv"], files["enrollments.csv"] = teaching(sites)
    files["manifest.csv"] = manifest(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, MADE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text(files[name]), compresslevel=9)


def text(rows: list) -> str:
    """Rows as CSV with CRLF, as RFC 4180 has it."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def manifest(files: dict) -> list:
    all_names = """academicSessions categories classes classResources courses courseResources demographics enrollments
        lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources resultLearningObjectiveIds results
        resultScoreScales roles scoreScales userProfiles userResources users""".split()
    rows = [["propertyName", "value"], ["manifest.version", "1.0"], ["oneroster.version", "1.2"]]
    rows += [[f"file.{name}", "bulk" if f"{name}.csv" in files else "absent"] for name in all_names]
    return rows + [["source.systemName", "Alder Valley student records (demo)"], ["source.systemCode", "alder-valley"]]


def sessions() -> list:
    """The school year 2026-27; end dates are exclusive, as OneRoster has them."""
    header = "sourcedId status dateLastModified title type startDate endDate parentSourcedId schoolYear".split()
    return [
        header,
        [YEAR, *BLANK, "School year 2026-27", "schoolYear", "2026-08-10", "2027-06-11", "", "2027"],
        [f"{YEAR}-S1", *BLANK, "Fall semester", "semester", "2026-08-10", "2026-12-19", YEAR, "2027"],
        [f"{YEAR}-S2", *BLANK, "Spring semester", "semester", "2027-01-11", "2027-06-11", YEAR, "2027"],
        [f"{YEAR}-G1", *BLANK, "First grading period", "gradingPeriod", "2026-08-10", "2026-10-17", f"{YEAR}-S1",
         "2027"],
    ]


def orgs(sites: list[Site]) -> list:
    header = "sourcedId status dateLastModified name type identifier parentSourcedId".split()
    rows = [header]
    for site in sites:
        is_district = site.sourced_id == DISTRICT
        kind, parent = ("district", "") if is_district else ("school", DISTRICT)
        rows.append([site.sourced_id, *BLANK, site.name, kind, site.sourced_id.replace(f"{DISTRICT}-", "99"), parent])
    return rows


def users(people: list[Person]) -> list:
    header = """sourcedId status dateLastModified enabledUser username userIds givenName familyName middleName
        identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds
        preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns""".split()
    rows = [header]
    for person in people:
        row = dict.fromkeys(header, "")
        row.update(sourcedId=f"STA-{person.number}", enabledUser="true", username=person.email.split("@")[0],
                   userIds=f"{{EmployeeNumber:{person.number}}}", givenName=person.given, familyName=person.family,
                   identifier=person.number, email=person.email, primaryOrgSourcedId=person.site.sourced_id)
        rows.append([row[column] for column in header])
    return rows


def roles(people: list[Person]) -> list:
    """One primary role per person and site. A summer assignment is HR's matter and not here."""
    header = """sourcedId status dateLastModified userSourcedId roleType role beginDate endDate orgSourcedId
        userProfileSourcedId"""
    rows = [header.split()]
    for person in people:
        for assignment in person.assignments:
            if assignment.kind == "summer":
                continue
            rows.append([f"ROL-{assignment.assignment_id}", *BLANK, f"STA-{person.number}", "primary",
                         assignment.position.role, assignment.starts_on, "", assignment.site.sourced_id, ""])
    return rows


def teaching(sites: list[Site]) -> tuple[list, list, list]:
    """Courses, classes and the teachers who give them: five classes in secondary schools, else a homeroom."""
    courses = ["""sourcedId status dateLastModified schoolYearSourcedId title courseCode grades orgSourcedId subjects
        subjectCodes""".split()]
    classes = ["""sourcedId status dateLastModified title grades courseSourcedId classCode classType location
        schoolSourcedId termSourcedIds subjects subjectCodes periods""".split()]
    enrollments = ["""sourcedId status dateLastModified classSourcedId schoolSourcedId userSourcedId role primary
        beginDate endDate""".split()]
    titles = list(SUBJECTS) + ["Homeroom"]
    for title in titles:
        code, subject = title[:4].upper(), SUBJECTS.get(title, "")
        courses.append([course_id(title), *BLANK, YEAR, title, code, "", DISTRICT, subject, ""])
    for site in sites[1:]:
        teachers = [person for person in site.people if POSITIONS[person.position].title == "Teacher"]
        for nth, teacher in enumerate(teachers):
            homeroom = site.level == "elementary"
            title = "Homeroom" if homeroom else titles[nth % len(SUBJECTS)]
            for period in range(1, 2 if homeroom else 6):
                key = f"CLS-{teacher.number}-{period}"
                kind, when = ("homeroom", "") if homeroom else ("scheduled", str(period))
                classes.append([key, *BLANK, title, "", course_id(title), key[4:], kind, str(101 + nth),
                                site.sourced_id, f"{YEAR}-S1", SUBJECTS.get(title, ""), "", when])
                enrollments.append([f"ENR-{teacher.number}-{period}", *BLANK, key, site.sourced_id,
                                    f"STA-{teacher.number}", "teacher", "true", "", ""])
    return courses, classes, enrollments


def course_id(title: str) -> str:
    return "CRS-" + title.replace(" ", "-")
