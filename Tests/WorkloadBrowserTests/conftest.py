"""What every browser test starts from: the served district, a browser, and people who may sign in."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from district import PROGRAM, District
from roster import ROSTER
from steps import listen, open_incident, send_record, sign_in

PHONE = {"width": 390, "height": 844}
SECONDS = 1000  # of what Playwright counts in
expect.set_options(timeout=20 * SECONDS)


@pytest.fixture(scope="session")
def district():
    if not PROGRAM.exists():
        pytest.fail(f"{PROGRAM} is missing. Run swift build first.")
    district = District()
    try:
        district.start()
        yield district
    finally:
        district.stop()


@pytest.fixture(scope="session")
def keyless():
    """A district whose evidence log has not begun, so that it gives no receipts."""
    district = District("keyless", has_log=False)
    try:
        district.start()
        yield district
    finally:
        district.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        # Chromium's sandbox refuses root.
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def counselor(district):
    """Somebody with one job at each of two schools: a counselor, or a nurse in the demo's roster."""
    return district.open_account(ROSTER.at_two_sites)


@pytest.fixture(scope="session")
def administrator(district):
    """Opens incidents and reads their hours."""
    return district.open_account(ROSTER.incident_administrator, "incident_administrator")


@pytest.fixture(scope="session")
def hr(district):
    return district.open_account(ROSTER.hr, "hr")


@pytest.fixture(scope="session")
def teacher(new_teacher):
    return new_teacher()


@pytest.fixture(scope="session")
def new_teacher(district):
    """Makes accounts for teachers who have recorded nothing yet."""
    numbers = iter(ROSTER.teachers)
    return lambda: district.open_account(next(numbers))


@pytest.fixture(scope="session")
def newcomer(new_teacher):
    """A teacher who records nothing."""
    return new_teacher()


@pytest.fixture(scope="session")
def keyless_teacher(keyless):
    """A teacher of the district that gives no receipts."""
    return keyless.open_account(ROSTER.teachers[0])


@pytest.fixture(scope="session")
def visitor(new_teacher):
    """A teacher who signs in and out; nobody else's tests stay signed in as this person."""
    return new_teacher()


@pytest.fixture(scope="session")
def open_window(district, browser):
    """Opens browser windows of their own, signed in where a person is given.

    A person signs in once; later windows start with the cookies of the first, as checking a password takes long.
    """
    cookies = {}

    def open_window(person=None, **options):
        context = browser.new_context(
            base_url=person.address if person else district.address, storage_state=cookies.get(person),
            **({"viewport": PHONE} | options))
        context.set_default_timeout(20 * SECONDS)
        page = context.new_page()
        if person and person not in cookies:
            sign_in(page, person)
            cookies[person] = context.storage_state()
        return page

    return open_window


@pytest.fixture
def visit(open_window):
    """Opens windows that are closed after the test; it fails when a page broke the content policy or its script."""
    pages, complaints = [], []

    def visit(person=None, **options):
        page = open_window(person, **options)
        listen(page, complaints)
        pages.append(page)
        return page

    yield visit
    for page in pages:
        page.context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def busy_incident(open_window, administrator, hr, counselor, teacher, new_teacher):
    """The address of an incident because of which 10 people recorded 2 h 30 min each: "Attendance not saved"."""
    office = open_window(administrator)
    incident = open_incident(office, "Attendance not saved")
    office.context.close()
    for person in [administrator, hr, counselor, teacher] + [new_teacher() for _ in range(6)]:
        page = open_window(person)
        send_record(page, ago=2, cause=incident.rsplit("/", 1)[1], minutes=150)
        page.context.close()
    return incident
