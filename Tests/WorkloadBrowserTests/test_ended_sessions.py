"""What was typed outlives the session it was typed in, and is saved by nobody but the person."""

import pytest
from playwright.sync_api import expect

from steps import choose, fill_record, fill_sign_in, record, save, sign_in


@pytest.fixture(scope="module")
def leaver(new_teacher):
    """A teacher whose sessions end."""
    return new_teacher()


def end_session(visit, person):
    """Ends all sessions of the person, from another window."""
    office = visit()
    sign_in(office, person)
    office.goto("/sessions")
    office.get_by_role("button", name="End all others").click()
    expect(office.get_by_role("status", name="State")).to_contain_text("Ended.")


@pytest.mark.parametrize(("scripts", "ago"), [(True, 6), (False, 7)])
def test_a_new_entry_sent_after_the_session_ended_is_kept_through_signing_in(visit, leaver, scripts, ago):
    page = visit(java_script_enabled=scripts)
    sign_in(page, leaver)
    fill_record(page, ago=ago, cause="System problem, not listed")
    page.get_by_label("Which part of the system").select_option("Meals")
    page.get_by_role("textbox", name="What you saw").fill("“Lunch” & <b>milk</b> + fruit")
    end_session(visit, leaver)
    save(page)

    expect(page.get_by_text("What you typed is kept: sign in, then check it and save.")).to_be_visible()
    expect(page.get_by_role("button", name="Español")).to_have_count(0)
    fill_sign_in(page, leaver.number, "a wrong password")
    expect(page.get_by_role("alert")).to_contain_text("Not signed in")
    fill_sign_in(page, leaver.number, leaver.password)

    expect(page.get_by_text("You were signed out. Nothing was lost: check and save.")).to_be_visible()
    expect(page.get_by_label("From", exact=True)).to_have_value("16:10")
    expect(page.get_by_label("To", exact=True)).to_have_value("19:35")
    expect(page.get_by_role("radio", name="Repair records")).to_be_checked()
    expect(page.get_by_role("textbox", name="What you saw")).to_have_value("“Lunch” & <b>milk</b> + fruit")
    save(page)
    expect(page.locator(".fig")).to_have_text("3 h 25 min")
    expect(page.locator(".ab-facts")).to_contain_text("“Lunch” & <b>milk</b> + fruit")


def test_a_correction_sent_after_the_session_ended_is_kept_through_signing_in_and_not_saved_by_it(visit, leaver):
    page = visit()
    sign_in(page, leaver)
    entry = record(page, ago=8)
    page.goto(entry + "/correct")
    page.get_by_label("To", exact=True).fill("18:10")
    choose(page, "Not the system")
    end_session(visit, leaver)
    page.get_by_role("button", name="Save the correction").click()
    fill_sign_in(page, leaver.number, leaver.password)

    expect(page.get_by_text("You were signed out. Nothing was lost: check and save.")).to_be_visible()
    expect(page.get_by_label("To", exact=True)).to_have_value("18:10")
    other = visit()
    sign_in(other, leaver)
    other.goto(entry)
    expect(other.get_by_role("heading", level=1)).to_have_text("3 h 25 min")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".fig")).to_have_text("2 h")


def test_what_one_person_typed_is_not_shown_to_the_next_who_signs_in_there(visit, leaver, new_teacher):
    page = visit()
    sign_in(page, leaver)
    fill_record(page, ago=9)
    end_session(visit, leaver)
    save(page)
    expect(page.get_by_text("What you typed is kept: sign in, then check it and save.")).to_be_visible()
    other = new_teacher()
    fill_sign_in(page, other.number, other.password)

    expect(page.get_by_text("You were signed out. Nothing was lost: check and save.")).to_have_count(0)
    expect(page.get_by_label("From", exact=True)).not_to_have_value("16:10")
