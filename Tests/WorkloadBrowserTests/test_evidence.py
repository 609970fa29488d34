"""Receipts and proofs are taken away, who looked can be read, and the log's page says how to check it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from steps import record, send_record
from test_keyboard import tab_to


def taken(page, link):
    """What a link downloads: the name of the file and its text."""
    with page.expect_download() as download:
        link.click()
    return download.value.suggested_filename, Path(download.value.path()).read_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_person_takes_the_receipt_at_once_and_the_proof_once_the_entry_is_sealed(
        visit, district, new_teacher, scripts):
    page = visit(new_teacher(), java_script_enabled=scripts)
    entry = record(page, ago=3)
    expect(page.get_by_text("Will be sealed within a minute.")).to_be_visible()
    expect(page.get_by_role("link", name="Proof")).to_have_count(0)
    reference = page.locator(".ab-receipt .code").inner_text()
    name, receipt = taken(page, page.get_by_role("link", name="Receipt version 1"))
    assert name == f"receipt-{reference}-1.txt"
    assert receipt.startswith("afterbell receipt v1\nhours.example.org/")

    district.seal()
    page.goto(entry)
    assert taken(page, page.get_by_role("link", name="Receipt version 1")) == (name, receipt)
    name, proof = taken(page, page.get_by_role("link", name="Proof version 1"))
    assert name == f"proof-{reference}-1.tlog-proof"
    assert proof.startswith("c2sp.org/tlog-proof@v1\n")
    page.goto("/receipts")
    row = page.get_by_role("listitem").filter(has_text="3 h 25 min")
    expect(row).to_contain_text("Sealed")
    assert taken(page, row.get_by_role("link", name="Receipt")) == (f"receipt-{reference}-1.txt", receipt)


def test_a_receipt_is_taken_with_the_keyboard_only(visit, new_teacher):
    page = visit(new_teacher())
    send_record(page, ago=3, cause="not_sure")
    page.goto("/more")
    tab_to(page, "a[href='/receipts']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="My receipts")).to_be_visible()
    tab_to(page, "a[href$='/versions/1/receipt.txt']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("receipt-")


def test_a_district_without_a_key_says_so_on_the_page_of_receipts_and_nowhere_else(visit, keyless_teacher):
    page = visit(keyless_teacher)
    record(page, ago=2)
    expect(page.get_by_role("link", name=re.compile("^Receipt"))).to_have_count(0)
    page.goto("/receipts")
    expect(page.get_by_role("heading", name="This server gives no receipts")).to_be_visible()


def test_a_person_reads_who_has_looked_at_their_name(visit, hr, new_teacher):
    person = new_teacher()
    page = visit(person)
    office = visit(hr)
    office.goto(f"/people?text={person.number}")
    name = office.locator(".ab-me").inner_text().removeprefix("Signed in:").strip()
    page.goto("/looks")
    row = page.get_by_role("row").nth(1)
    for words in [name, "HR", "List of people"]:
        expect(row).to_contain_text(words)


def test_the_page_of_the_log_hands_out_its_newest_seal_and_what_checks_packets(visit, teacher, hr):
    page = visit(teacher)
    page.goto("/evidence")
    expect(page.locator(".ab-say")).to_contain_text(re.compile(r"\d events"))
    name, seal = taken(page, page.get_by_role("link", name="Download the newest seal"))
    assert name.startswith("checkpoint-") and seal.startswith("hours.example.org/")
    page.get_by_text("The key of this log").click()
    assert seal.split("\n")[0] in page.locator(".ab-hash").first.inner_text()
    for name in ["verify.html", "verify_packet.py"]:
        file, text = taken(page, page.get_by_role("link", name=re.compile(name)))
        assert file == name and len(text) > 1000
    expect(page.get_by_role("heading", name="How often names were looked at")).to_have_count(0)
    office = visit(hr)
    office.goto("/people")
    office.goto("/evidence")
    expect(office.get_by_role("table", name="How often names were looked at")).to_contain_text("HR")
