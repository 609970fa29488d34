"""The command as people run it: its words, its exit status, its JSON."""

import json
import subprocess
import sys

import pytest

import verify_packet as verifier
from cases import CASES
from districts import build, district
from packets import zipped


def run(*arguments, letters="utf-8", **options):
    command = [sys.executable, verifier.__file__, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding=letters, env={"PYTHONIOENCODING": letters}, **options)


@pytest.fixture
def case(tmp_path):
    """Runs the command on a case of that name."""

    def run_on(name, *arguments):
        for file, data in CASES[name].written():
            (tmp_path / file).write_bytes(data)
        kept = [part for file in CASES[name].expectation()["kept"] for part in ("--kept", tmp_path / file)]
        return run(tmp_path / f"{name}.zip", *kept, *arguments)

    return run_on


def test_a_good_packet_is_praised_in_words(case):
    done = case("good-whole")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Nothing is wrong. All of 120 events of hours.example.org/alder are here.\n"
        "None of them was changed or removed since the checkpoint at 120 events, "
        "cosigned by hr on 2014-08-15 12:21 UTC and union on 2014-08-15 12:21 UTC.\n"
        "Work: 92 entries, 91 h 40 min. Besides 0 held and 3 taken out.\n")


def test_a_part_promises_nothing_about_removal(case):
    words = case("good-part").stdout
    assert "26 of 120 events" in words and "removed" not in words


def test_a_whole_packet_says_how_many_events_show_nothing(case, tmp_path):
    assert case("good-whole-of-a-person").stdout.endswith("\n94 events show nothing of themselves to you.\n")
    assert "show nothing" not in case("good-part").stdout
    packet = district(until=20).packet()
    packet.lines[12]["fields"] = []
    packet.count()
    (tmp_path / "packet.zip").write_bytes(build(packet))
    assert run(tmp_path / "packet.zip").stdout.endswith("\n1 event shows nothing of itself to you.\n")


def test_what_can_not_be_compared_says_what_to_ask_for(case):
    assert case("bad-unshown-packet").stdout == (
        "What you kept ends at 77 events, and this packet does not show how the log went on from there. Ask for one "
        "that does: afterbell export evidence … --kept FILE. If nobody can write it, events were changed.\n")


def test_a_packet_that_ends_before_what_was_kept_says_so(case):
    assert case("bad-kept-and-larger").stdout == (
        "This packet ends at 80 events, before what you kept (90 events): it was made before, or events are gone. "
        "Ask for a newer one.\n")


def test_a_time_past_all_dates_is_shown_as_its_number(case):
    assert "union on 4611686018427387904." in case("good-cosigned-far").stdout


def test_a_fault_names_the_entry_by_index_kind_and_subject(case):
    done = case("bad-minutes-part")
    assert done.returncode == 1
    assert "Event 12 (work_entry, work_entry w-012/1): what is shown is not what was recorded." in done.stdout


def test_a_changed_entry_is_named_from_what_was_kept(case):
    assert "Event 50 (work_entry, work_entry w-050/1) is not the one that was kept." in case(
        "bad-rewritten-kept-whole-zip").stdout


def test_a_missing_entry_is_named_by_when_it_was_received(case):
    assert "The log gave a receipt for an entry on 2014-08-" in case("bad-missing").stdout


@pytest.mark.parametrize("name, status", [("good-part", 0), ("bad-deleted", 1), ("bad-not-a-zip", 2),
                                          ("bad-cut-off", 2), ("bad-unshown-checkpoint", 2),
                                          ("bad-unshown-and-a-field", 1), ("bad-unshown-and-a-policy", 1)])
def test_the_exit_status_says_how_it_went(case, name, status):
    assert case(name).returncode == case(name, "--json").returncode == status


def test_a_packet_that_is_not_there_is_unreadable(tmp_path):
    done = run(tmp_path / "none.zip", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["faults"] == [{"code": "unreadable", "file": "none.zip"}]


@pytest.mark.parametrize("arguments", [[], ["--what"], ["a.zip", "b.zip"], ["a.zip", "--kept"],
                                       ["a.zip", "--policy", "none"], ["a.zip", "--kept", "none"]])
def test_wrong_use_has_its_own_status(arguments, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 64 and "Traceback" not in done.stderr


def test_help_says_how_to_use_it():
    done = run("--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("PACKET", "--kept", "--policy", "--json", "64"))


def test_json_is_one_object_with_what_was_found(case):
    assert json.loads(case("bad-minutes-whole", "--json").stdout) == {
        "ok": False, "size": 120, "origin": "hours.example.org/alder", "cosigned": ["hr", "union"], "entries": 19,
        "minutes": 1172, "faults": [{"code": "field", "index": 12}, {"code": "total"}]}


def test_what_a_packet_says_can_not_steer_the_terminal(tmp_path):
    log = district(until=20)
    log.add("re\x1b[2Jview", "\x1b]0;title\x07" + "x" * 500 + "\u202e")
    packet = log.packet()
    packet.lines[-1]["fields"].append("x")
    (tmp_path / "packet.zip").write_bytes(build(packet))
    done = run(tmp_path / "packet.zip")
    assert "re?[2Jview" in done.stdout
    assert done.stdout.replace("\n", "").isprintable() and max(map(len, done.stdout.split("\n"))) < 300


def test_a_name_that_the_terminal_has_no_letters_for(tmp_path):
    (tmp_path / "packet.zip").write_bytes(zipped({"Anhänge 😀.txt": b""}))
    done = run(tmp_path / "packet.zip", letters="ascii")
    assert done.returncode == 1 and "Traceback" not in done.stderr
