"""The story this exists for: a counselor logs an evening, an administrator reads what the failure cost."""

import csv
import io
import re

from playwright.sync_api import expect

from roster import ROSTER
from steps import choose, open_incident, reload_until, save, send_record


def test_a_counselor_logs_an_evening_and_corrects_it_and_the_administrator_reads_its_hours_once_ten_people_recorded(
        visit, open_window, counselor, administrator, hr, teacher, new_teacher):
    office = visit(administrator)
    incident = open_incident(office, "Schedules empty after the launch")

    page = visit(counselor)
    page.goto("/record")
    page.locator("label", has_text="Today").locator("xpath=following-sibling::label").first.click()
    page.get_by_label("From", exact=True).fill("16:10")
    page.get_by_label("To", exact=True).fill("19:35")
    expect(page.get_by_text("3 h 25 min")).to_be_visible()
    choose(page, ROSTER.jobs[0])
    choose(page, "Build schedules by hand")
    choose(page, "Schedules empty after the launch")
    save(page)
    expect(page.get_by_role("heading", name=re.compile("Received"))).to_be_visible()
    expect(page.locator(".fig")).to_have_text("3 h 25 min")

    page.get_by_role("link", name="Fix this").click()
    page.get_by_label("To", exact=True).fill("19:05")
    page.get_by_label("What you correct").select_option(index=1)
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".fig")).to_have_text("2 h 55 min")
    page.goto(page.url.removesuffix("/saved"))
    history = page.get_by_role("table", name="History, side by side")
    expect(history).to_contain_text("Version 1")
    expect(history).to_contain_text("Version 2")
    expect(history).to_contain_text("3 h 25 min")
    expect(history).to_contain_text("2 h 55 min")

    office.goto(incident)
    reload_until(office, "Fewer than 10 people have recorded time because of this")
    expect(office.get_by_text("2 h 55 min")).to_have_count(0)

    for person in [administrator, hr, teacher] + [new_teacher() for _ in range(6)]:
        colleague = open_window(person)
        send_record(colleague, ago=2, cause=incident.rsplit("/", 1)[1], minutes=30)
        colleague.context.close()
    office.goto(incident)
    reload_until(office, "7 h 25 min")
    expect(office.locator(".ab-say")).to_contain_text("7 h 25 min recorded by 10 of")


def test_hours_of_ten_people_and_more_are_shown_with_their_coverage_and_as_csv(visit, administrator, busy_incident):
    office = visit(administrator, viewport={"width": 1280, "height": 900})
    office.goto(busy_incident)
    reload_until(office, "25 h")
    say = office.locator(".ab-say")
    expect(say).to_contain_text(
        re.compile(rf"25 h recorded by 10 of \d+ people with accounts, of {ROSTER.people} on the roster"))
    expect(office.get_by_role("table", name="Hours by day")).to_contain_text("25 h")
    expect(office.locator(".ab-figure canvas")).to_be_visible()

    hours = office.request.get(f"{busy_incident}/hours.csv")
    assert hours.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(hours.text())))
    assert any("1500" in row and "10" in row for row in rows), hours.text()

