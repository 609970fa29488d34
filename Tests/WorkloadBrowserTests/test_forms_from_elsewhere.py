"""Forms that another site sends, or that have lost their token, change nothing."""

import re

from playwright.sync_api import expect

from steps import day, token


def test_a_form_on_another_site_is_refused(visit, teacher, district):
    page = visit(teacher)
    page.route(
        "http://elsewhere.example/", lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method="post" action="{district.address}/sign-out"><button>You won</button></form>'))
    page.goto("http://elsewhere.example/")
    with page.expect_response(re.compile("/sign-out$")) as answer:
        page.get_by_role("button", name="You won").click()
    assert answer.value.status == 403
    expect(page.get_by_text("This form was sent from another site.")).to_be_visible()
    page.goto("/week")
    expect(page.get_by_role("heading", name="My week")).to_be_visible()


def test_a_form_of_another_origin_is_refused_even_with_the_right_token(visit, teacher):
    page = visit(teacher)
    page.goto("/more")
    answer = page.request.post(
        "/sign-out", form={"antiForgery": token(page)}, headers={"Origin": "http://elsewhere.example"})
    assert answer.status == 403


def test_a_form_without_its_token_comes_back_to_be_checked_and_saved(visit, teacher):
    page = visit(teacher)
    page.goto(f"/record?day={day()}")
    page.evaluate("document.querySelectorAll('input[name=antiForgery]').forEach(field => { field.value = 'old' })")
    with page.expect_response(re.compile("/record$")) as answer:
        page.get_by_role("button", name="Save", exact=True).last.click()
    assert answer.value.status == 403
    expect(page.get_by_role("main")).to_contain_text("Nothing was lost: check and save.")
    assert token(page) != "old"
