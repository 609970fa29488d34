"""English and Spanish, by a button on every page."""

import re

import pytest
from playwright.sync_api import expect

from steps import fill_sign_in


@pytest.fixture
def page(visit, teacher):
    """A teacher's window, back in English at the end whatever happened."""
    page = visit(teacher)
    yield page
    page.goto("/more")
    if page.get_by_role("button", name="English").count():
        page.get_by_role("button", name="English").click()


def test_the_language_is_switched_to_spanish_and_back_without_leaving_the_page(page):
    page.goto("/incidents?status=resolved")
    page.get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Incidentes")
    expect(page).to_have_url(re.compile(r"/incidents\?status=resolved$"))

    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Incidents")
    expect(page).to_have_url(re.compile(r"/incidents\?status=resolved$"))


def test_the_language_stays_with_the_person_in_another_window(page, visit, teacher):
    page.goto("/more")
    page.get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    other = visit(teacher)
    other.goto("/record")
    expect(other.get_by_role("button", name="Guardar", exact=True).last).to_be_visible()


def test_the_sign_in_page_is_spanish_for_a_browser_that_asks_for_it(visit):
    page = visit(locale="es-US")
    page.goto("/sign-in")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()


def test_a_language_chosen_before_signing_in_stays_with_the_person(visit, new_teacher):
    person = new_teacher()
    page = visit()
    page.goto("/sign-in")
    page.get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.locator("#name").fill(person.number)
    page.locator("#password").fill(person.password)
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Registrar tiempo")
    other = visit()
    other.goto("/sign-in")
    fill_sign_in(other, person.number, person.password)
    expect(other.get_by_role("heading", level=1)).to_have_text("Registrar tiempo")
