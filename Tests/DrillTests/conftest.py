"""What the tests of the drills start from: their modules, and what came of a small set of drills."""

import collections
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from place import PROGRAM  # noqa: E402
from runs import KINDS, LIMITS, SOME, Cluster, Runner, clean_tasks, tasks  # noqa: E402

SEED = 2014
CLEAN = 10


@pytest.fixture(scope="session")
def findings():
    """What came of each kind of drill, once; of clean packets; of a control: by purpose and kind."""
    if not PROGRAM.exists():
        pytest.fail(f"{PROGRAM} is missing. Run swift build first.")
    given = tasks("drill", KINDS, len(KINDS)) + tasks("limit", LIMITS, len(LIMITS))
    given += tasks("control", SOME, len(SOME)) + clean_tasks(CLEAN, most=CLEAN // 2)
    found = collections.defaultdict(list)
    with Cluster.given_or_private() as cluster, Runner.on(cluster, SEED) as runner:
        for done in runner.all(given):
            found[done.task.purpose, done.task.kind] += done.findings
    return found
