"""Every page of the site, and every state a page can be in, reached without words, so in any language."""

import uuid

STATES = {}


def state(person=None):
    """Notes how a state is reached; `person` names the fixture of whoever sees it, nobody when left out."""

    def note(reach):
        STATES[reach.__name__] = (person, reach)
        return reach

    return note


def page_at(name, person, path):
    """A state that is just a page."""
    STATES[name] = (person, lambda page, places: page.goto(path(places) if callable(path) else path))


def press(page, selector):
    """Presses a button and waits for the page that answers."""
    with page.expect_navigation():
        page.locator(selector).last.click()


for name in ["sign-in", "signed-out", "charter", "seen", "help"]:
    page_at(name.replace("-", "_"), None, f"/{name}")
for name in ["record", "week", "incidents", "more", "sessions", "people"]:
    page_at(name, "teacher", f"/{name}")  # people: a page that says it is not open to a teacher
page_at("nothing_here", "teacher", f"/entries/{uuid.UUID(int=0)}")
page_at("week_of_much", "teacher", lambda places: f"/week/{places['day']}")
page_at("week_before_the_first", "teacher", "/week/2024-01-01")
for name in ["plain", "corrected", "held", "long", "taken_out"]:
    page_at(f"entry_{name}", "teacher", lambda places, name=name: places[name])
    page_at(f"saved_{name}", "teacher", lambda places, name=name: places[name] + "/saved")
page_at("entry_waiting", "teacher", lambda places: places["waiting"])
page_at("saved_waiting", "teacher", lambda places: places["waiting"] + "/saved")
page_at("receipts", "teacher", "/receipts")
page_at("receipts_none", "newcomer", "/receipts")
page_at("receipts_without_a_key", "keyless_teacher", "/receipts")
page_at("looks", "teacher", "/looks")
page_at("looks_none", "keyless_teacher", "/looks")
page_at("evidence_none", "keyless_teacher", "/evidence")
page_at("help_signed_in", "teacher", "/help")
page_at("correction", "teacher", lambda places: places["corrected"] + "/correct")
page_at("taking_out", "teacher", lambda places: places["plain"] + "/take-out")
page_at("incident_for_staff", "teacher", lambda places: places["incident"])
page_at("incidents_none_fits", "teacher", "/incidents?text=nothing%20like%20this")
page_at("incident_with_figures", "administrator", lambda places: places["incident"])
page_at("incident_of_nobody", "administrator", lambda places: places["quiet"])
page_at("incident_edit", "administrator", lambda places: places["incident"] + "/edit")
page_at("incident_new", "administrator", "/incidents/new")
page_at("incidents_managed", "administrator", "/incidents")
page_at("people_listed", "hr", "/people")
page_at("people_none_fits", "hr", "/people?text=nobody%20like%20this")


@state("teacher")
def evidence_with_the_key_open(page, places):
    page.goto("/evidence")
    page.locator("details summary").click()


@state("hr")
def evidence_with_reads_by_month(page, places):
    page.goto(f"/people?text={places['name']}")
    page.goto("/evidence")


@state()
def sign_in_refused(page, places):
    page.goto("/sign-in")
    page.locator("#name").fill(str(uuid.uuid4()))
    page.locator("#password").fill("a wrong password")
    press(page, "main form .btn-primary")


@state()
def sign_in_with_a_form_to_keep(page, places):
    page.goto("/help")
    with page.expect_navigation():
        page.evaluate("""() => {
            const form = document.createElement('form');
            form.method = 'post';
            form.action = '/record';
            form.innerHTML = '<input name="from" value="16:10">';
            document.body.append(form);
            form.submit();
        }""")


@state("teacher")
def record_with_everything_open(page, places):
    page.goto("/record")
    page.locator("details").evaluate_all("parts => parts.forEach(part => { part.open = true; })")
    page.locator("label[for=day-3]").click()
    page.locator("label:has([value=several])").click()


@state("teacher")
def record_of_a_problem_not_listed(page, places):
    page.goto("/record")
    page.locator("label:has([value=not_listed])").click()


@state("teacher")
def record_with_every_field_to_fix(page, places):
    page.goto("/record")
    page.locator("label[for=day-3]").click()
    page.locator("details").evaluate_all("parts => parts.forEach(part => { part.open = true; })")
    page.locator("#studentsServed").fill("many")
    press(page, ".ab-action button")


@state("teacher")
def record_past_midnight_and_long(page, places):
    page.goto("/record")
    page.locator("#from").fill("20:00")
    page.locator("#to").fill("02:30")
    page.locator("#endsNextDay").check()


@state("teacher")
def record_of_an_hour_that_came_twice(page, places):
    page.goto("/record?day=2025-11-02")
    page.locator("#from").fill("01:30")
    page.locator("#to").fill("03:00")
    press(page, ".ab-action button")


@state("teacher")
def taking_out_without_a_reason(page, places):
    page.goto(places["plain"] + "/take-out")
    press(page, ".ab-action button")


@state("administrator")
def incident_with_everything_to_fix(page, places):
    page.goto("/incidents/new")
    press(page, ".ab-action button")


@state("counselor")
def record_for_one_of_two_jobs(page, places):
    page.goto("/record")
    press(page, ".ab-action button")
