"""A colleague's entry and one that never was look the same."""

import re
import uuid

import pytest

from roster import ROSTER
from steps import choose, fill_record, save

PAGES = ["", "/saved", "/correct", "/take-out", "/versions/1/receipt.txt", "/versions/1/proof.tlog-proof"]


@pytest.fixture(scope="module")
def entry_of_a_colleague(open_window, district, counselor):
    page = open_window(counselor)
    fill_record(page, ago=5)
    choose(page, ROSTER.jobs[0])
    save(page)
    page.wait_for_url("**/saved")
    address = page.url.removesuffix("/saved")
    page.context.close()
    district.seal()
    return address


@pytest.mark.parametrize("part", PAGES)
def test_an_entry_of_a_colleague_looks_like_one_that_never_was(visit, teacher, entry_of_a_colleague, part):
    page = visit(teacher)
    seen = []
    for entry in [entry_of_a_colleague, f"/entries/{uuid.uuid4()}"]:
        answer = page.goto(entry + part)
        seen.append((answer.status, re.sub(r"\b[0-9a-f]{32}\b", "", page.get_by_role("main").inner_text())))
    assert seen[0][0] == 404
    assert seen[0] == seen[1]
