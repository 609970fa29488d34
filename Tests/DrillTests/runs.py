"""Many drills, in two processes on one cluster: each in a database of its own, chosen by a seed."""

import contextlib
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "VerifierTests")]

import kinds_entries  # noqa: E402, F401
import kinds_fields  # noqa: E402, F401
import kinds_forks  # noqa: E402, F401
import kinds_log  # noqa: E402, F401
import kinds_notes  # noqa: E402, F401
import kinds_roster  # noqa: E402, F401
from clean import CleanRun  # noqa: E402
from history import tell  # noqa: E402
from place import Cluster  # noqa: E402
from scene import KINDS, LIMITS, Finding, drill  # noqa: E402

PROCESSES = 2
CLEAN = "clean"
SOME = ("minutes_changed", "one_deleted", "back_dated_inserted", "two_faces", "entry_row", "total_changed")


@dataclass(frozen=True)
class Task:
    """A drill of a kind, or a run of clean packets; what it is for, and how often before."""

    purpose: str
    kind: str
    number: int
    count: int = 1


@dataclass
class Done:
    """What came of a task."""

    task: Task
    findings: list
    seconds: float


def tasks(purpose, kinds, count):
    """So many drills, the kinds taking turns."""
    kinds = list(kinds)
    return [Task(purpose, kinds[n % len(kinds)], n // len(kinds)) for n in range(count)]


def clean_tasks(count, most=10):
    """So many clean packets, a run of some at a time."""
    return [Task(CLEAN, CLEAN, n, min(most, count - n)) for n in range(0, count, most)]


class Runner:
    """Does tasks on a cluster where the district's history was told once."""

    def __init__(self, cluster, history, folder, seed):
        self.cluster, self.history, self.folder, self.seed = cluster, history, folder, seed

    @classmethod
    @contextlib.contextmanager
    def on(cls, cluster: Cluster, seed):
        """Makes the district; at the end its databases are dropped."""
        prefix = f"afterbell_drill_{os.getpid()}"
        with tempfile.TemporaryDirectory(prefix="afterbell-drills.") as name:
            try:
                yield cls(cluster, tell(cluster, Path(name), seed, prefix), Path(name), seed)
            finally:
                for state in ("now", "before"):
                    cluster.drop(f"{prefix}_{state}")

    def do(self, numbered):
        """One task. Whatever goes wrong in it is a finding, too."""
        place, task = numbered
        folder, seed, began = self.folder / f"d{place}", f"{self.seed} {task.number}", time.monotonic()
        try:
            if task.purpose == CLEAN:
                findings = CleanRun(self.history, self.cluster, folder, seed).findings(task.count)
            else:
                mode = {} if task.purpose in ("drill", "limit") else {f"is_{task.purpose}": True}
                findings = [drill(task.kind, self.history, self.cluster, folder, seed, **mode)]
        except Exception:  # noqa: BLE001
            findings = [Finding.broken(task.kind, traceback.format_exc())]
        return Done(task, findings, time.monotonic() - began)

    def all(self, given):
        """What came of tasks, as each is done."""
        with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
            yield from pool.imap_unordered(self.do, enumerate(given))


__all__ = ["KINDS", "LIMITS", "SOME", "Cluster", "Done", "Runner", "Task", "clean_tasks", "tasks"]
