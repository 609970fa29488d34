"""The page that checks evidence packets, opened from disk: no server, no network."""

import base64
import hashlib
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from steps import listen
from test_accessibility import COLOR_RULES, HEIGHT, RULES, WIDTHS, found_by_axe

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "Sources/Interchange/Packet/Files/verify.html"
MAKER = ROOT / "Tests/VerifierTests"
SPECIFICATION = ROOT / "docs/reference/packet.md"
MINUTE = 60 * 1000  # of what Playwright counts in
sys.path.insert(0, str(MAKER))

VERIFY = """async ([packet, kept, policy]) => {
    const file = ([name, text]) => ({name, bytes: Uint8Array.from(atob(text), letter => letter.charCodeAt(0))});
    return window.afterbell.verify(file(packet), kept.map(file), policy);
}"""


@pytest.fixture(scope="session")
def packets(tmp_path_factory):
    """A folder of good and bad packets, with what has to be found in each."""
    folder = tmp_path_factory.mktemp("packets")
    subprocess.run([sys.executable, str(MAKER / "packets.py"), str(folder)], check=True)
    return folder


@pytest.fixture
def visit(browser):
    """Opens the page in windows of their own. It may ask for nothing, and the browser may not complain."""
    contexts, complaints, requests = [], [], []

    def visit(width=1280, height=900, locale="en-US", **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, timezone_id="America/Los_Angeles", **options)
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints)
        page.on("request", lambda request: requests.append(request.url))
        page.goto(PAGE.as_uri())
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(requests) <= {PAGE.as_uri()}


def named(path):
    return [path.name, base64.b64encode(path.read_bytes()).decode()]


def check(page, folder, name, *kept):
    """Chooses a packet, and before it what somebody kept; waits for the verdict."""
    if kept:
        page.locator("#kept").set_input_files([folder / file for file in kept])
    page.locator("#packet").set_input_files(folder / f"{name}.zip")
    expect(page.locator("#verdict")).to_be_focused()


def written(path, log, **options):
    from packets import zipped
    path.write_bytes(zipped(log.packet(**options).files()))
    return path


def test_each_packet_has_the_faults_that_were_put_into_it_and_no_others(visit, packets):
    page = visit()
    differences = {}
    for name, case in json.loads((packets / "expected.json").read_text()).items():
        policy = case["policy"] and (packets / case["policy"]).read_text()
        kept = [named(packets / file) for file in case["kept"]]
        found = page.evaluate(VERIFY, [named(packets / case["packet"]), kept, policy])
        wanted = sorted(case["faults"], key=lambda fault: (fault["code"], *list(fault.values())[1:]))
        if found["faults"] != wanted or found["ok"] != (case["exit"] == 0):
            differences[name] = {"found": found["faults"], "wanted": wanted}
    assert differences == {}


def test_a_good_packet_gets_a_verdict_with_hours_date_and_checkers(visit, packets):
    page = visit()
    check(page, packets, "good-kept-whole", "good-kept-whole.kept.receipt.txt", "good-kept-whole.kept.part.zip")
    verdict = page.locator(".verdict")
    expect(verdict).not_to_have_class(re.compile("wrong"))
    expect(page.locator("#verdict")).to_have_text("Nothing is wrong with this packet")
    expect(verdict.locator(".fig")).to_have_text(re.compile(r"^91\sh\s40\smin$"))
    expect(verdict).to_contain_text("in 92 entries. 3 were taken out.")
    expect(verdict).to_contain_text(
        "Nobody has changed, added or removed an entry since Aug 15, 2014, 5:21 AM PDT; checked by hr and union.")
    expect(page.locator(".checked")).to_contain_text("What was received Aug 14, 2014, 4:26 PM PDT is here: entry 95.")
    expect(page.get_by_role("status")).to_contain_text("Nothing is wrong.")


def test_a_part_says_that_it_is_one(visit, packets):
    page = visit()
    check(page, packets, "good-part")
    expect(page.locator(".verdict")).to_contain_text("Nobody has changed these entries since")
    expect(page.locator(".verdict")).to_contain_text("That nothing was left out shows only in a whole packet.")


def test_a_bad_packet_names_each_fault_with_the_entry_and_what_it_is(visit, packets):
    page = visit()
    kept = "bad-rewritten-kept-part-zip.kept.part.zip"
    check(page, packets, "bad-rewritten-kept-part-zip", kept)
    expect(page.locator(".verdict.wrong")).to_contain_text("Something is wrong with this packet")
    expect(page.locator(".faults li")).to_have_count(2)
    faults = page.locator(".faults")
    expect(faults).to_contain_text("Entry 50 (work entry, work_entry w-050/1) is not the one you kept.")
    expect(faults).to_contain_text(f"The state at 90 entries that you kept ({kept}) is not the one here")
    expect(page.get_by_role("status")).to_contain_text("2 things are wrong.")


def test_what_is_no_packet_gets_a_verdict_too(visit, packets):
    page = visit()
    check(page, packets, "bad-not-a-zip")
    expect(page.locator("#verdict")).to_have_text("This file can’t be read as a packet")


def test_a_policy_that_was_pasted_is_used_in_place_of_the_one_in_the_packet(visit, packets):
    page = visit()
    check(page, packets, "bad-policy-given")
    page.get_by_text("Keys you trust (optional)").click()
    page.get_by_label("Policy").fill((packets / "bad-policy-given.policy.txt").read_text())
    page.get_by_role("button", name="Check with this policy").click()
    expect(page.locator("#verdict")).to_have_text("Something is wrong with this packet")
    check(page, packets, "good-policy-given")
    page.get_by_label("Policy").fill((packets / "good-policy-given.policy.txt").read_text())
    page.get_by_role("button", name="Check with this policy").click()
    expect(page.locator(".verdict")).to_contain_text("Checked with the policy you gave.")


def test_files_can_be_dropped(visit, packets):
    page = visit()
    for place, file in [("#kept-drop", "good-kept-whole.kept.same.txt"), ("#packet-drop", "good-kept-whole.zip")]:
        dropped = page.evaluate_handle("""([name, text]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], name));
            return transfer;
        }""", named(packets / file))
        page.dispatch_event(place, "drop", {"dataTransfer": dropped})
    expect(page.locator("#verdict")).to_have_text("Nothing is wrong with this packet")
    expect(page.locator(".checked")).to_contain_text("It is the checkpoint of this packet.")


def test_everything_can_be_done_with_the_keyboard(visit, packets):
    page = visit(width=390)
    page.on("filechooser", lambda _: None)  # from here on the browser opens no window of its own
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#packet")).to_be_focused()
    expect(page.locator("label[for=packet]")).to_have_css("outline-style", "solid")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(packets / "good-whole.zip")
    expect(page.locator("#verdict")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#more-rows")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".entries tbody tr")).to_have_count(120)
    expect(page.locator("#row-10")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Keys of the log, from the policy")).to_be_visible()


STATES = {
    "empty": None,
    "good": ("good-kept-whole", "good-kept-whole.kept.receipt.txt", "good-kept-whole.kept.part.zip"),
    "bad": ("bad-rewritten-kept-part-zip", "bad-rewritten-kept-part-zip.kept.part.zip"),
    "part": ("bad-minutes-part",),
    "unreadable": ("bad-empty",),
}


@pytest.mark.parametrize("locale", ["en-US", "es-US"])
@pytest.mark.parametrize("state", STATES)
def test_no_state_has_an_accessibility_problem(visit, packets, state, locale):
    page = visit(height=HEIGHT, locale=locale)
    if STATES[state]:
        check(page, packets, *STATES[state])
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
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


def test_the_language_is_switched_without_losing_the_verdict(visit, packets):
    page = visit()
    check(page, packets, "good-whole")
    page.get_by_role("button", name="Español").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#verdict")).to_have_text("No hay nada mal en este paquete")


def test_both_languages_have_the_same_words_and_each_fault_of_the_specification_has_a_sentence(visit):
    page = visit()
    names = """words => {
        const walk = (value, path) => value !== null && typeof value === 'object' && !['kinds', 'fields'].includes(path)
            ? Object.entries(value).flatMap(([name, inner]) => walk(inner, `${path}.${name}`)) : [path];
        return walk(WORDS[words], '');
    }"""
    english, spanish = (page.evaluate(names, language) for language in ("en", "es"))
    only_one = {name for name in set(english) ^ set(spanish) if not name.startswith((".kinds", ".fields"))}
    assert only_one == set()
    codes = set(re.findall(r"^\| `([a-z]+)` \|", SPECIFICATION.read_text().split("## Verifying")[1], re.MULTILINE))
    assert codes == set(page.evaluate("Object.keys(WORDS.en.faults)"))


def test_the_content_policy_names_the_one_script_and_the_one_style_by_hash():
    text = PAGE.read_text()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    for tag, rule in [("script", "script-src"), ("style", "style-src")]:
        (block,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_markup_in_a_packet_stays_text(visit, tmp_path):
    from packets import Log
    markup = "<img src=x onerror=alert(1)><b>\u202eb</b>"
    log = Log(5)
    log.add(markup, markup, **{"note": markup, "reasons": [markup, [markup]]})
    page = visit()
    written(tmp_path / "markup.zip", log)
    check(page, tmp_path, "markup")
    assert page.locator("main img, main bdi *").count() == 0
    expect(page.locator(".entries")).to_contain_text("<img src=x onerror=alert(1)><b>\ufffdb</b>")


def test_twenty_thousand_entries_are_checked_with_progress_and_can_be_stopped(visit, tmp_path):
    from packets import Log
    log = Log(20_000)
    while len(log.events) < 20_000:
        number = len(log.events)
        log.add("work_entry", f"work_entry {number}/1", work_entry_id=f"w-{number}", version=1, worked_minutes=60,
                is_withdrawn=False, note="same as yesterday")
    packet = written(tmp_path / "large.zip", log, earlier=(1, 10_000))
    page = visit()
    page.locator("#packet").set_input_files(packet)
    expect(page.locator("#progress-words")).to_have_text(re.compile("% of the entries checked"))
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("status")).to_contain_text("Stopped.")
    page.locator("#packet").set_input_files(packet)
    expect(page.locator("#verdict")).to_have_text("Nothing is wrong with this packet", timeout=MINUTE)
    expect(page.locator("caption")).to_contain_text("20,000 in the packet; 20,000 show something. The first 500")
    page.locator("#more-rows").click()
    expect(page.locator(".entries tbody tr")).to_have_count(500)


def test_a_browser_that_cannot_check_says_so(visit, packets):
    page = visit()
    page.evaluate("() => { crypto.subtle.verify = () => Promise.reject(new Error('not here')); }")
    check(page, packets, "good-whole")
    expect(page.locator("#verdict")).to_have_text("This browser can’t check packets")


def test_damaged_packets_never_pass_and_never_break_the_page(visit, packets):
    chance = random.Random(2014)
    page = visit()
    for name in ["good-kept-whole", "good-part"]:
        whole = (packets / f"{name}.zip").read_bytes()
        sound = page.evaluate(VERIFY, [["sound", base64.b64encode(whole).decode()], [], None])
        for _ in range(60):
            data, at = bytearray(whole), chance.randrange(len(whole))
            change = chance.choice(["turn", "cut", "put", "end"])
            if change == "turn":
                data[at] ^= 1 << chance.randrange(8)
            elif change == "cut":
                del data[at:at + chance.randrange(1, 40)]
            elif change == "put":
                data[at:at] = chance.randbytes(chance.randrange(1, 40))
            else:
                del data[at:]
            found = page.evaluate(VERIFY, [["damaged", base64.b64encode(data).decode()], [], None])
            # Times and attributes in the zip's directory are no part of the packet.
            assert not found["ok"] or found == sound
