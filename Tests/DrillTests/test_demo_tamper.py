"""What scripts/demo-tamper says to somebody who has started no demo, or types something else than it asks for."""

import subprocess

from place import ROOT


def tampered(*words):
    """Its status and what it says."""
    done = subprocess.run([ROOT / "scripts/demo-tamper", *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_it_says_that_the_demo_is_not_running(tmp_path):
    status, words = tampered("--folder", str(tmp_path))
    assert status == 1
    assert words.startswith("The demo is not running.")


def test_it_says_how_it_is_used():
    status, words = tampered("--what")
    assert status == 64
    assert words.startswith("usage: scripts/demo-tamper")
