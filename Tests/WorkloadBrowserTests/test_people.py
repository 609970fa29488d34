"""The roster page: for HR, and for nobody else."""

import re

from playwright.sync_api import expect

from roster import ROSTER


def test_hr_pages_through_the_people_of_the_roster(visit, hr):
    page = visit(hr)
    page.goto("/people")
    expect(page.get_by_text(f"({ROSTER.people} people)")).to_be_visible()
    first = page.get_by_role("rowheader").first.inner_text()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text(re.compile("^Page 2 of"))).to_be_visible()
    expect(page.get_by_role("rowheader").first).not_to_have_text(first)
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_role("rowheader").first).to_have_text(first)


def test_hr_finds_a_person_by_number_and_sees_both_jobs(visit, hr):
    page = visit(hr)
    page.goto("/people")
    page.get_by_label("Name, employee number or e-mail").fill(ROSTER.at_two_sites)
    page.get_by_role("button", name="Show", exact=True).click()
    row = page.get_by_role("row").filter(has_text=ROSTER.at_two_sites)
    for job in ROSTER.jobs:
        expect(row).to_contain_text(job)
    expect(page.get_by_text("(1 person)")).to_be_visible()


def test_hr_is_told_when_nobody_fits(visit, hr):
    page = visit(hr)
    page.goto("/people?text=nobody%20like%20this")
    expect(page.get_by_role("heading", name="Nobody fits these words")).to_be_visible()


def test_a_teacher_has_no_way_to_the_people_page(visit, teacher):
    page = visit(teacher)
    page.goto("/record")
    expect(page.get_by_role("link", name="People")).to_have_count(0)
    answer = page.goto("/people")
    assert answer.status == 403
    expect(page.get_by_role("heading", name="This is not open to you")).to_be_visible()
