"""The incidents of the demo: a launch that fails as one did in 2014, told for other schools and dates.

Days count from the launch, a Monday, which is day 0. `modelled_on` names the published event that an incident follows.
"""

from dataclasses import dataclass

from .chance import made_id
from .district import Site


@dataclass(frozen=True)
class Incident:
    """A dated failure of the record system."""

    key: str
    title: str
    module: str
    severity: int
    begins: tuple[int, str]
    statuses: tuple[tuple[str, str], ...]
    modelled_on: str
    where: str = "everywhere"
    resolved: tuple[int, str] | None = None

    def sites(self, all_sites: list[Site]) -> list[str]:
        """Keys of the sites affected; none means every site."""
        schools = all_sites[1:]
        district = all_sites[:1]
        secondary = [site for site in schools if site.level in ("high", "middle", "alternative")]
        chosen = {
            "everywhere": [],
            "schedules": secondary + [site for site in schools if site.level == "elementary"][:15],
            "transcripts": district + [site for site in schools if site.level in ("high", "alternative")],
            "millbrook": [site for site in schools if site.name == "Millbrook High"],
            "larkspur": [site for site in schools if site.name == "Larkspur High"],
        }
        return [site.sourced_id for site in chosen[self.where]]

    def touches(self, site: Site, all_sites: list[Site]) -> bool:
        sites = self.sites(all_sites)
        return not sites or site.sourced_id in sites

    def is_open(self, day: int, minute: int) -> bool:
        """Whether it had begun then, and ended less than four days before: repair goes on after the end."""
        at = day * 1440 + minute
        return at >= _minute(self.begins) and (self.resolved is None or at < _minute(self.resolved) + 4 * 1440)

    def as_json(self, all_sites: list[Site]) -> dict:
        row = {
            "id": made_id(f"incident/{self.key}"), "key": self.key, "title": self.title, "module": self.module,
            "severity": self.severity, "begins": {"day": self.begins[0], "at": self.begins[1]},
            "sites": self.sites(all_sites),
            "versions": [{"status": status, "note": note} for status, note in self.statuses],
            "modelled_on": self.modelled_on,
        }
        if self.resolved:
            row["resolved"] = {"day": self.resolved[0], "at": self.resolved[1]}
        return row


def _minute(moment: tuple[int, str]) -> int:
    hour, minute = moment[1].split(":")
    return moment[0] * 1440 + int(hour) * 60 + int(minute)


INCIDENTS = [
    Incident("pilot", "Summer pilot: class lists disrupted", "scheduling", 3, (-31, "09:00"), (
        ("investigating", "Summer session and Larkspur High report disrupted class lists. The launch goes ahead."),
        ("monitoring", "Lists of the summer session were rebuilt by hand."),
    ), "11 July 2014: summer school and one high school, the pilots; stopping was judged too late", "larkspur"),
    Incident("schedules", "Schedules empty or wrong", "scheduling", 1, (0, "07:40"), (
        ("investigating", "First day: students arrive without classes, or with the wrong ones."),
        ("identified", "Assigned periods are not kept. Sites schedule by hand until the repair is out."),
    ), "12 August 2014: first-day schedules missing or wrong", "schedules"),
    Incident("reports", "No class lists or reports", "reports", 3, (0, "08:15"), (
        ("identified", "Basic reports are missing. Sites export to a spreadsheet and merge letters from it."),
    ), "21 August 2014: no basic reports, lists by spreadsheet and mail merge"),
    Incident("help_desk", "Help desk can't open the record system", "help_desk", 3, (0, "10:00"), (
        ("investigating", "Agents have no access, so tickets come back unanswered."),
    ), "4 September 2014: the help desk had no access; tickets came back weeks later"),
    Incident("missing", "Students missing from the roster", "enrollment", 1, (1, "09:20"), (
        ("investigating", "Counts differ from the forecast at many sites; one school shows 0."),
        ("identified", "Transfers of the summer were not carried over. Sites enroll them again, one by one."),
    ), "25 August 2014: students absent from the roster against the forecast; one site 11,000, one 0"),
    Incident("locked_out", "Teachers locked out, roll on paper", "access", 2, (2, "07:55"), (
        ("identified", "Teacher access is withdrawn to relieve the system. Take roll on paper."),
        ("resolved", "A scaled-back version is open to teachers."),
    ), "14 to 18 August 2014: teacher access withdrawn, paper roll", resolved=(6, "18:00")),
    Incident("special_education", "Link to special education plans not responding", "special_education", 3,
             (2, "09:15"), (
        ("investigating", "Plans can't be opened from the record system."),
        ("resolved", "The database server of the link was started again."),
    ), "26 August 2015: 45 minutes, unresponsive database server", resolved=(2, "10:00")),
    Incident("meals", "Meal application counts unreliable", "meals", 3, (2, "13:30"), (
        ("identified", "Counts by site can't be relied on. The deadline for forms moves."),
    ), "21 October 2014: deadline of free and reduced-price meal forms extended"),
    Incident("attendance", "Attendance does not save", "attendance", 2, (3, "08:10"), (
        ("investigating", "Marks vanish after saving, in first period most of all."),
        ("monitoring", "A repair is in; sites compare with their paper sheets."),
    ), "23 August 2014: 41 of the known issues were in attendance"),
    Incident("millbrook", "Master schedule collides at Millbrook High", "scheduling", 1, (3, "11:05"), (
        ("identified", "Advanced classes all fall in one period. The master schedule is built again by hand."),
    ), "25 August 2014: Jefferson High's master schedule", "millbrook"),
    Incident("transcripts", "Transcripts wrong or don't print", "transcripts", 2, (4, "10:30"), (
        ("investigating", "Credits are missing, and some transcripts list courses nobody took."),
    ), "9 September 2014: college transcripts can't be produced or are wrong", "transcripts"),
    Incident("crash", "System down two hours, unsaved work lost", "performance", 1, (4, "13:05"), (
        ("investigating", "Nothing responds. Write down what you do."),
        ("resolved", "Back at 15:05. What was not saved before 13:05 is lost."),
    ), "4 November 2014: two-hour crash, unsaved grades lost", resolved=(4, "15:05")),
]
