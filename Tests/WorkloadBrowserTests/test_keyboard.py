"""Everything can be done with the keys alone, and the focus can be seen."""

import re

from playwright.sync_api import expect

FOCUS_IS_VISIBLE = """() => {
    const focused = document.activeElement;
    const label = focused.id && document.querySelector(`label.ab-chip[for="${CSS.escape(focused.id)}"]`);
    const row = focused.closest('.list-group-item');
    const style = element => getComputedStyle(element);
    const parts = [focused, label, row].filter(Boolean);
    return parts.some(part => (style(part).outlineStyle !== 'none' && parseFloat(style(part).outlineWidth) >= 2)
        || style(part).boxShadow !== 'none');
}"""


def test_somebody_signs_in_and_records_time_with_the_keyboard_only(visit, visitor):
    page = visit()
    page.goto("/sign-in")
    tab_to(page, "#name")
    page.keyboard.type(visitor.number)
    tab_to(page, "#password")
    page.keyboard.type(visitor.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Record time")).to_be_visible()

    tab_to(page, "#from")
    page.keyboard.type("1210AM")
    tab_to(page, "#to")
    page.keyboard.type("1211AM")
    tab_to(page, "[name=workKind]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    tab_to(page, "[name=cause]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowUp")
    tab_to(page, ".ab-action button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/saved$"))
    expect(page.locator(".fig")).to_have_text("1 min")
    expect(page.locator(".ab-facts")).to_contain_text("Not the system")


def test_the_first_tab_leads_past_the_navigation(visit, teacher):
    page = visit(teacher)
    page.goto("/week")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def tab_to(page, selector):
    """Presses Tab until the field has the focus; every stop on the way must show where it is."""
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_VISIBLE), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")
