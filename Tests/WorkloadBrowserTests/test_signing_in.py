"""Signing in, staying signed in, and being signed out from elsewhere."""

import re

from playwright.sync_api import expect

from steps import fill_sign_in, sign_in


def test_somebody_who_is_not_signed_in_is_asked_to_and_then_taken_to_the_page_they_wanted(visit, visitor):
    page = visit()
    page.goto("/more")
    expect(page).to_have_url(re.compile("/sign-in"))
    fill_sign_in(page, visitor.number, visitor.password)
    expect(page).to_have_url(re.compile("/more$"))


def test_a_session_ended_from_another_window_is_signed_out(visit, visitor):
    mine, lost = visit(), visit()
    sign_in(lost, visitor)
    sign_in(mine, visitor)
    mine.goto("/sessions")
    mine.get_by_role("button", name="End all others").click()
    expect(mine.get_by_role("status", name="State")).to_contain_text("Ended.")
    lost.goto("/week")
    expect(lost).to_have_url(re.compile("/sign-in"))
    expect(lost.get_by_text("Your session has ended.")).to_be_visible()
    mine.goto("/week")
    expect(mine.get_by_role("heading", name="My week")).to_be_visible()


def test_signing_out_ends_the_session_even_for_somebody_who_kept_its_cookie(visit, visitor):
    page = visit()
    sign_in(page, visitor)
    kept = page.context.cookies()
    page.goto("/more")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    page.context.add_cookies(kept)
    page.goto("/week")
    expect(page).to_have_url(re.compile("/sign-in"))


def test_after_five_wrong_passwords_the_page_says_how_long_to_wait(visit):
    page = visit()
    page.goto("/sign-in")
    waits = re.compile(r"Try again in [1-9]\d* seconds")
    # Checking a password takes a while, and the first wait of two seconds may be over by then; the waits double.
    for attempt in range(10):
        fill_sign_in(page, "nobody.at.all", "a wrong password")
        expect(page.get_by_label(re.compile("^Work e-mail"))).to_have_value("nobody.at.all")
        said = page.get_by_role("alert").inner_text()
        if waits.search(said):
            break
        assert "The name and password don’t go together." in said
    assert attempt >= 5 and waits.search(said)


def test_a_wrong_password_reads_the_same_as_an_account_that_does_not_exist(visit, visitor):
    page = visit()
    page.goto("/sign-in")
    fill_sign_in(page, visitor.number, "a wrong password")
    expect(page.get_by_role("alert")).to_contain_text("The name and password don’t go together.")
