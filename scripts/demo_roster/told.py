"""The entries of the people whom the demo tells about, each showing something that happens to records of time."""

from .chance import made_id
from .district import Person


def work(day: int, span: str | None, category: str, **said) -> dict:
    """One version of an entry. `because` names incidents with their minutes."""
    row: dict = {"day": day}
    if span:
        row["from"], row["to"] = span.split("-")
    if "break_minutes" in said:
        row["break"] = said.pop("break_minutes")
    row["category"] = category
    because = said.pop("because", None)
    if because:
        row["cause"] = "incidents"
        row["incidents"] = [{"incident": incident, "minutes": count} for incident, count in because.items()]
    return {**row, **said, "treated_as": said.get("treated_as", "nothing_yet")}


def story(name: str, shows: str, *versions: dict) -> tuple[str, str, tuple[dict, ...]]:
    """An entry of a person: what it shows, and its versions in order."""
    return name, shows, versions


STORIES = [
    story(
        "Maya Lindqvist", "cause not sure",
        work(0, "15:30-18:05", "build_schedules", cause="not_sure", students=22, asked_by="district"),
    ),
    story(
        "Maya Lindqvist", "",
        work(1, "15:45-17:50", "answer_families", because={"schedules": 125}, students=14),
    ),
    story(
        "Maya Lindqvist", "corrected: the last call was left out",
        work(1, "20:30-21:15", "repair_records", place="home", because={"schedules": 45}, records=9,
             asked_by="nobody"),
        work(1, "20:30-21:30", "repair_records", place="home", because={"schedules": 60}, records=11,
             asked_by="nobody", reason="times"),
    ),
    story(
        "Maya Lindqvist", "",
        work(2, "15:40-17:30", "answer_families", because={"schedules": 110}, students=12),
    ),
    story(
        "Maya Lindqvist", "held: overlaps the entry from 15:40 by half an hour",
        work(2, "17:00-18:15", "help_desk_hold", because={"help_desk": 75}),
    ),
    story(
        "Maya Lindqvist", "several incidents",
        work(3, "16:05-19:20", "build_schedules", because={"schedules": 150, "missing": 45}, students=37,
             asked_by="site_administrator", authorized_before=True),
    ),
    story(
        "Maya Lindqvist", "work that was pushed aside, inside assigned hours",
        work(4, "10:10-11:35", "supervise_unscheduled", because={"schedules": 85}, students=46,
             pushed_aside="student_sessions", pushed_aside_count=3),
    ),
    story(
        "Maya Lindqvist", "",
        work(5, "09:05-12:40", "build_schedules", because={"schedules": 215}, students=44, asked_by="district",
             authorized_before=True),
    ),
    story(
        "Maya Lindqvist", "",
        work(7, "06:50-07:55", "repair_records", because={"missing": 65}, records=13),
    ),
    story(
        "Maya Lindqvist", "",
        work(8, "20:25-21:20", "transcripts", place="home", because={"transcripts": 55}, records=4,
             asked_by="nobody"),
    ),
    story(
        "Maya Lindqvist", "",
        work(9, "06:45-07:50", "build_schedules", because={"schedules": 65}, students=11),
    ),
    story(
        "Maya Lindqvist", "",
        work(10, "20:10-21:00", "repair_records", place="home", because={"schedules": 50}, records=8),
    ),
    story(
        "Ines Carvalho", "problem not listed",
        work(1, "15:45-16:30", "repair_records", cause="not_listed", module="enrollment",
             seen="Immunization dates missing after transfer", records=17, asked_by="nobody"),
    ),
    story(
        "Ines Carvalho", "",
        work(3, "15:20-17:05", "enter_twice", because={"missing": 105}, records=38),
    ),
    story(
        "Ines Carvalho", "minutes on a day, no times given",
        work(4, None, "answer_families", minutes=50, because={"missing": 50}, source="memory"),
    ),
    story(
        "Ines Carvalho", "",
        work(7, "11:20-12:25", "repair_records", because={"missing": 65}, records=21, pushed_aside="screening",
             pushed_aside_count=6),
    ),
    story(
        "Tomas Reyes", "",
        work(2, "16:10-19:35", "repair_records", because={"missing": 205}, records=58,
             asked_by="site_administrator", authorized_before=True),
    ),
    story(
        "Tomas Reyes", "taken out: entered twice",
        work(2, "20:30-21:10", "enter_twice", place="home", because={"locked_out": 40}),
        work(2, "20:30-21:10", "enter_twice", place="home", because={"locked_out": 40}, reason="entered_twice",
             withdrawn=True),
    ),
    story(
        "Tomas Reyes", "",
        work(3, "15:45-18:20", "attendance_by_hand", because={"locked_out": 100, "attendance": 55}, records=96,
             treated_as="on_time_card"),
    ),
    story(
        "Tomas Reyes", "",
        work(4, "13:10-15:05", "system_down", because={"crash": 115}),
    ),
    story(
        "Tomas Reyes", "",
        work(4, "15:50-18:40", "enter_twice", because={"crash": 170}, records=61, asked_by="site_administrator"),
    ),
    story(
        "Tomas Reyes", "recorded from notes, between a low and a high figure",
        work(5, None, "repair_records", low=90, high=150, place="home", because={"attendance": 90}, source="notes",
             source_made_day=5),
    ),
    story(
        "Tomas Reyes", "",
        work(8, "18:00-19:00", "answer_families", because={"attendance": 60}, students=9),
    ),
    story(
        "Wen Adeyemi", "",
        work(1, "06:20-07:25", "enter_twice", because={"reports": 65}, records=24, asked_by="site_administrator"),
    ),
    story(
        "Wen Adeyemi", "over midnight",
        work(3, "20:40-00:35", "build_schedules", place="home", because={"schedules": 235}, students=49,
             asked_by="site_administrator"),
    ),
    story(
        "Wen Adeyemi", "time off given",
        work(9, "16:05-17:20", "help_desk_hold", because={"help_desk": 75}, treated_as="time_off"),
    ),
    story(
        "Jonas Whitfield", "",
        work(2, "15:15-16:40", "attendance_by_hand", because={"locked_out": 85}, records=132),
    ),
    story(
        "Jonas Whitfield", "corrected: put down to the crash",
        work(4, "19:40-21:50", "grades", place="home", cause="not_sure", records=34),
        work(4, "19:40-21:50", "grades", place="home", because={"crash": 130}, records=34, reason="cause"),
    ),
    story(
        "Jonas Whitfield", "",
        work(8, "12:10-12:45", "supervise_unscheduled", because={"schedules": 35}, students=31,
             pushed_aside="own_lunch", pushed_aside_count=1),
    ),
    story(
        "Hal Brennan", "a reviewer's own time",
        work(0, "16:00-20:45", "build_schedules", because={"schedules": 285}, students=64, asked_by="district"),
    ),
    story(
        "Hal Brennan", "a break in a long day",
        work(5, "08:30-15:00", "build_schedules", break_minutes=30, because={"schedules": 360}, students=88,
             asked_by="district", authorized_before=True),
    ),
    story(
        "Marisela Ochoa", "",
        work(0, "15:50-17:35", "answer_families", because={"schedules": 105}, students=16),
    ),
    story(
        "Marisela Ochoa", "",
        work(2, "15:45-18:10", "attendance_by_hand", because={"locked_out": 145}, records=118,
             asked_by="site_administrator"),
    ),
    story(
        "Marisela Ochoa", "not the system",
        work(7, "15:50-16:35", "answer_families", cause="not_system"),
    ),
    story(
        "Bernard Achebe", "over 16 hours, to check: Sunday morning to Monday morning",
        work(6, "08:00-04:30", "build_schedules", break_minutes=60, because={"millbrook": 1080, "schedules": 90},
             students=203, asked_by="nobody"),
    ),
    story(
        "Bernard Achebe", "",
        work(3, "15:35-18:55", "build_schedules", because={"millbrook": 200}, students=33),
    ),
    story(
        "Bernard Achebe", "",
        work(9, "15:40-17:25", "answer_families", because={"millbrook": 60, "schedules": 45}, students=11),
    ),
]


def entries(people: list[Person]) -> list[dict]:
    """The told entries, in the form of the file."""
    by_name = {f"{person.given} {person.family}": person for person in people}
    rows = []
    for nth, (name, shows, versions) in enumerate(STORIES):
        person = by_name[name]
        place = {"assignment": person.assignments[0].assignment_id, "site": person.site.sourced_id}
        row = {"id": made_id(f"told/{nth}"), "employee": person.number}
        if shows:
            row["shows"] = shows
        row["versions"] = [{**place, **version} for version in versions]
        rows.append(row)
    return rows
