"""Whatever is done to a packet is found, with its code and its place; an honest packet has no fault."""

import json

import pytest

import verify_packet as verifier
from cases import CASES
from drills import DRILLS, drill, honest

SEEDS = range(8)


def checked(folder, case):
    """The verifier's report on a case."""
    for name, data in case.written():
        (folder / name).write_bytes(data)
    expectation = case.expectation()
    kept = [str(folder / name) for name in expectation["kept"]]
    policy = None if case.policy is None else case.policy.encode()
    return verifier.Check(str(folder / expectation["packet"]), kept, policy)


@pytest.mark.parametrize("name", CASES)
def test_a_packet_has_the_faults_that_were_made_in_it(name, tmp_path):
    check = checked(tmp_path, CASES[name])
    report = check.report()
    assert report["faults"] == CASES[name].expectation()["faults"]
    assert report["ok"] == name.startswith("good-")
    assert [*check.words()]


@pytest.mark.parametrize("seed", range(40))
def test_an_honest_packet_has_no_fault(seed, tmp_path):
    check = checked(tmp_path, honest(seed))
    assert check.report()["faults"] == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", DRILLS)
def test_a_random_drill_is_found(name, seed, tmp_path):
    case = drill(name, seed)
    check = checked(tmp_path, case)
    assert check.report()["faults"] == case.expectation()["faults"], json.dumps(case.expectation())
