"""The program says of every packet of the verifier's tests what those tests ask of the verifier in Python."""

import json

import pytest
from place import PROGRAM, run

from cases import CASES


@pytest.mark.parametrize("name", CASES)
def test_the_program_finds_the_same_faults(name, tmp_path):
    case = CASES[name]
    for file, data in case.written():
        (tmp_path / file).write_bytes(data)
    expected = case.expectation()
    command = [PROGRAM, "verify", tmp_path / expected["packet"], "--json"]
    for file in expected["kept"]:
        command += ["--kept", tmp_path / file]
    if expected["policy"]:
        command += ["--policy", tmp_path / expected["policy"]]

    said, status = run(command, statuses=(0, 1, 2))

    assert status == expected["exit"]
    assert json.loads(said)["faults"] == expected["faults"]
