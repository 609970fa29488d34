"""What can't be right as it is, is held or asked, never guessed and never lost."""

import re

import pytest
from playwright.sync_api import expect

from steps import choose, fill_record, record, save


@pytest.fixture
def page(visit, teacher):
    return visit(teacher)


def test_an_overlap_is_held_names_the_other_entry_and_is_settled_by_a_correction(page):
    record(page, ago=10, start="16:10", end="17:00")
    record(page, ago=10, start="16:45", end="18:00")
    expect(page.get_by_role("status", name="State")).to_contain_text("Held: fix this")
    expect(page.get_by_text(re.compile("It overlaps your entry of .*4:10–5:00 PM, by 15 min"))).to_be_visible()

    page.get_by_role("main").get_by_role("link", name="My week").click()
    page.get_by_role("link", name="Fix this: 4:45–6:00 PM").click()
    page.get_by_label("From", exact=True).fill("17:00")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".fig")).to_have_text("1 h")
    expect(page.get_by_role("status", name="State")).not_to_contain_text("Held")


def test_work_past_midnight_is_asked_about_before_it_is_saved(page):
    fill_record(page, ago=12, start="22:30", end="01:15")
    expect(page.get_by_label("It ended after midnight, the next day")).to_be_visible()
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Past midnight?")
    page.get_by_label("It ended after midnight, the next day").check()
    save(page)
    expect(page.locator(".fig")).to_have_text("2 h 45 min")


def test_a_time_that_came_twice_is_asked_about(page):
    fill_on(page, "2025-11-02", "01:30", "03:00")
    save(page)
    question = page.get_by_role("group", name="Which 1:30 AM?")
    expect(question).to_contain_text("the clocks went back")
    question.get_by_label(re.compile("^The first one")).check()
    save(page)
    expect(page.locator(".fig")).to_have_text("2 h 30 min")


def test_a_time_that_never_was_is_asked_about(page):
    fill_on(page, "2026-03-08", "02:30", "04:00")
    save(page)
    question = page.get_by_role("group", name="There was no 2:30 AM that night")
    question.get_by_label("I meant 3:00 AM").check()
    save(page)
    expect(page.locator(".fig")).to_have_text("1 h")


def test_breaks_are_asked_about_over_five_hours_and_taken_off_only_as_typed(page):
    fill_record(page, ago=14, start="08:00", end="14:00")
    page.get_by_label("Breaks taken, in minutes").fill("30")
    save(page)
    expect(page.locator(".fig")).to_have_text("5 h 30 min")


def fill_on(page, date, start, end):
    page.goto("/record")
    choose(page, "Other")
    page.get_by_label("Which day").fill(date)
    page.get_by_label("From", exact=True).fill(start)
    page.get_by_label("To", exact=True).fill(end)
    choose(page, "Repair records")
    choose(page, "Not sure")
