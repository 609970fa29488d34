"""What people do on the pages, said once. Labels are the English words of the site."""

import re
import uuid
from datetime import datetime, timedelta

from playwright.sync_api import expect

from roster import ROSTER


def day(ago=0):
    """A day of the district, so many days ago, as `2026-08-20`."""
    return str((datetime.now(ROSTER.clock) - timedelta(days=ago)).date())


def sign_in(page, person):
    page.goto("/sign-in")
    fill_sign_in(page, person.number, person.password)
    expect(page).not_to_have_url(re.compile("/sign-in"))


def fill_sign_in(page, number, password):
    page.locator("#name").fill(number)
    page.locator("#password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def choose(page, words):
    """Presses the label that reads so: chips and lists of choices hide their own buttons."""
    page.locator("label", has_text=words).first.click()


def fill_record(page, ago=1, start="16:10", end="19:35", work="Repair records", cause="Not sure"):
    """Opens the record form and fills it, up to Save."""
    page.goto(f"/record?day={day(ago)}")
    page.get_by_label("From", exact=True).fill(start)
    page.get_by_label("To", exact=True).fill(end)
    choose(page, work)
    choose(page, cause)


def save(page):
    page.get_by_role("button", name="Save", exact=True).last.click()


def record(page, **words):
    """Records time; the address of the entry."""
    fill_record(page, **words)
    save(page)
    expect(page).to_have_url(re.compile("/saved$"))
    return page.url.removesuffix("/saved")


def open_incident(page, title):
    """Opens an incident at all sites that began three days ago; its address."""
    page.goto("/incidents/new")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Part of the system").select_option("Scheduling")
    page.get_by_label("Day").fill(day(ago=3))
    page.get_by_label("Time").fill("07:40")
    page.get_by_label("All sites").check()
    page.get_by_label("Severity").select_option(index=1)
    page.get_by_role("button", name="Open the incident").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    return page.url


def token(page):
    """The anti-forgery token of the page's forms."""
    return page.locator("input[name=antiForgery]").first.get_attribute("value")


def send_record(page, ago, cause, minutes=None, start="16:10", end="19:35"):
    """Sends the record form without filling it in the window, for the first job; the address of the entry."""
    page.goto("/record")
    jobs = page.locator("input[name=assignment]")
    job = {"assignment": jobs.first.get_attribute("value")} if jobs.count() else {}
    times = {"from": start, "to": end} if minutes is None else {"lengthMinutes": str(minutes)}
    answer = page.request.post("/record", max_redirects=0, headers={"Sec-Fetch-Site": "same-origin"}, form={
        "antiForgery": token(page), "entryId": str(uuid.uuid4()), "day": day(ago), "workKind": "repair_records",
        "cause": cause, "endsNextDay": "1", "save": "1"} | times | job)
    assert answer.status == 303, answer.text()
    return answer.headers["location"].removesuffix("/saved")


def reload_until(page, words):
    """Totals follow within seconds: looks again until the page says it."""
    for _ in range(40):
        if page.get_by_text(words).count():
            return
        page.wait_for_timeout(250)
        page.reload()
    expect(page.get_by_text(words).first).to_be_visible()


def listen(page, complaints):
    """Adds what the browser says against the page: a broken content policy, a script that failed."""

    def hear(message):
        # A page that comes with a status like 404 or 422 is noted as an error; that is no complaint.
        if message.type in ("error", "warning") and "responded with a status of 4" not in message.text:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
