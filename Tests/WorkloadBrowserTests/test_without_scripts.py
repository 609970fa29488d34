"""Everything that records time works where scripts don't run."""

import re

import pytest
from playwright.sync_api import expect

from steps import choose, fill_record, open_incident, save


@pytest.fixture
def page(visit, teacher):
    return visit(teacher, java_script_enabled=False)


def test_time_is_recorded_without_scripts(page):
    fill_record(page, ago=9)
    save(page)
    expect(page.locator(".fig")).to_have_text("3 h 25 min")


def test_the_button_now_fills_the_end_and_keeps_what_was_typed_without_scripts(page):
    fill_record(page, ago=0, start="00:00", end="")
    page.get_by_role("button", name=re.compile("^Now")).click()
    expect(page.get_by_label("From", exact=True)).to_have_value("00:00")
    expect(page.get_by_label("To", exact=True)).to_have_value(re.compile(r"^\d\d:\d\d$"))
    expect(page.get_by_role("radio", name="Repair records")).to_be_checked()


def test_a_form_with_an_error_keeps_what_was_typed_and_links_to_the_field_without_scripts(page):
    fill_record(page, start="16:10", end="")
    save(page)
    expect(page).to_have_title(re.compile("^Error:"))
    problem = page.get_by_role("alert").get_by_role("link", name="Say when it ended.")
    expect(page.locator(problem.get_attribute("href"))).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("From", exact=True)).to_have_value("16:10")
    expect(page.get_by_role("radio", name="Repair records")).to_be_checked()
    expect(page.get_by_role("radio", name="Not sure")).to_be_checked()


def test_several_incidents_take_their_minutes_without_scripts(page, visit, administrator):
    office = visit(administrator)
    titles = ["Reports are blank", "Transcripts show no grades"]
    for title in titles:
        open_incident(office, title)
    fill_record(page, ago=1, cause="Several of these")
    page.get_by_label(titles[0]).last.fill("100")
    page.get_by_label(titles[1]).last.fill("40")
    save(page)
    facts = page.locator(".ab-facts")
    expect(facts).to_contain_text(re.compile(f"{titles[0]}.*1 h 40 min"))
    expect(facts).to_contain_text(re.compile(f"{titles[1]}.*40 min"))


def test_a_problem_that_is_not_listed_is_recorded_with_its_part_and_what_was_seen_without_scripts(page):
    fill_record(page, ago=8, cause="System problem, not listed")
    page.get_by_label("Which part of the system").select_option("Meals")
    page.get_by_role("textbox", name="What you saw").fill("Counts of lunches are lost")
    save(page)
    expect(page.locator(".ab-facts")).to_contain_text("Counts of lunches are lost")


def test_minutes_without_times_are_recorded_without_scripts(page):
    page.goto("/record")
    choose(page, "Repair records")
    choose(page, "Not the system")
    page.get_by_text("More, if you can").click()
    page.get_by_text("No exact times?").click()
    page.locator("#lengthHours").fill("1")
    page.locator("#lengthMinutes").fill("20")
    save(page)
    expect(page.locator(".fig")).to_have_text("1 h 20 min")
