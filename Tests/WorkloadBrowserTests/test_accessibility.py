"""Every page and state: axe finds nothing, nothing scrolls sideways, the browser has no complaint."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from states import STATES
from steps import day, listen, open_incident, send_record

WIDTHS = [320, 390, 1280]
HEIGHT = 4000  # the whole page, so that the bar that stays at the thumb covers nothing
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Dark pages differ in nothing but colors.
COLOR_RULES = ["color-contrast", "link-in-text-block"]


@pytest.fixture(scope="session")
def places(open_window, district, teacher, administrator, hr, busy_incident):
    """Addresses of what the pages show."""
    office = open_window(administrator)
    quiet = open_incident(office, "Signing in takes minutes")
    office.context.close()
    page = open_window(teacher)
    plain = send_record(page, ago=20, cause="not_system")
    held = send_record(page, ago=20, cause="not_sure", start="19:00", end="20:00")
    long = send_record(page, ago=22, cause="not_system", start="05:00", end="23:30")
    corrected = send_record(page, ago=23, cause="not_system")
    taken_out = send_record(page, ago=24, cause="not_sure")
    page.goto(corrected + "/correct")
    page.locator("#to").fill("20:05")
    page.locator(".ab-action button").click()
    page.wait_for_url("**/saved")
    page.goto(taken_out + "/take-out")
    page.locator("label:has([name=reason])").first.click()
    page.locator(".ab-action button").click()
    page.wait_for_url("**" + taken_out)
    district.seal()
    for name in ["union.example.org/checker", "human-resources.example.org/a-checker-with-a-long-name"]:
        district.note_checker(name)
    waiting = send_record(page, ago=25, cause="not_sure")
    page.context.close()
    office = open_window(hr)
    office.goto(f"/people?text={teacher.number}")
    office.context.close()
    return {
        "name": teacher.number, "waiting": waiting, "incident": busy_incident, "quiet": quiet, "day": day(ago=20), "plain": plain, "held": held, "long": long,
        "corrected": corrected, "taken_out": taken_out}


@pytest.fixture(scope="module", params=["en", "es"])
def windows(request, open_window, places, teacher, newcomer, counselor, administrator, hr, keyless_teacher):
    """A window for each person in one language, and what the browser complained of."""
    people = {
        None: None, "teacher": teacher, "newcomer": newcomer, "counselor": counselor, "administrator": administrator,
        "hr": hr, "keyless_teacher": keyless_teacher}
    complaints = []
    pages = {name: open_window(person, locale=f"{request.param}-US") for name, person in people.items()}
    for name, page in pages.items():
        listen(page, complaints)
        speak(page, request.param)
    yield pages, complaints
    for page in pages.values():
        speak(page, "en")
        page.context.close()


@pytest.mark.parametrize("name", STATES)
def test_a_page_has_no_accessibility_problem(windows, places, name):
    pages, complaints = windows
    person, reach = STATES[name]
    page = pages[person]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    reach(page, places)
    page.evaluate(Axe().axe_script)
    problems = []
    for scheme, rules in [("light", RULES), ("dark", COLOR_RULES)]:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            problems += [f"{width} {scheme}: {problem}" for problem in found_by_axe(page, rules)]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                problems.append(f"{width}: scrolls sideways")
    assert problems == []
    assert complaints == []


def found_by_axe(page, rules):
    """What axe finds, one line each: the rule and the first places."""
    violations = page.evaluate("options => axe.run(options).then(results => results.violations)", {
        "runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{found['id']}: {[node['target'] for node in found['nodes']][:5]} {found['nodes'][0]['failureSummary']}"
        for found in violations]


def speak(page, language):
    """Switches the site to a language, where it speaks another."""
    page.goto("/help")
    button = page.locator(f"footer button[name=language][value={language}]")
    if button.count():
        button.click()
        page.wait_for_url("**/help")
        assert page.locator("html").get_attribute("lang") == language
