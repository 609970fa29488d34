"""Where drills take place: databases that are made for one drill, and the program as it is built."""

import contextlib
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("AFTERBELL_PROGRAM", ROOT / ".build/debug/afterbell"))
SLUG = "alder"


class Failure(Exception):
    """A program refused; its words."""


def run(command, stdin="", env=None, statuses=(0,)):
    """Runs a program to its end; what it printed, and its status."""
    done = subprocess.run([str(word) for word in command], input=stdin, env=env, capture_output=True, text=True,
                          timeout=300, check=False)
    if done.returncode not in statuses:
        raise Failure(f"{done.stdout}{done.stderr}".strip())
    return done.stdout, done.returncode


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL that is there for tests: its connection string."""

    conninfo: str

    @classmethod
    @contextlib.contextmanager
    def given_or_private(cls):
        """The cluster of scripts/test; where there is none, one of our own that is stopped at the end."""
        given = os.environ.get("AFTERBELL_TEST_DATABASE")
        if given:
            yield cls(given)
            return
        with cls.private() as cluster:
            yield cluster

    @classmethod
    @contextlib.contextmanager
    def private(cls):
        """A cluster of our own; it stops whatever happens."""
        with tempfile.TemporaryDirectory(prefix="afterbell-drill.") as name:
            os.chmod(name, 0o711)  # the database's account passes through
            started, _ = run([ROOT / "scripts/cluster", "start", f"{name}/cluster"])
            try:
                yield cls(started.strip())
            finally:
                run([ROOT / "scripts/cluster", "stop", f"{name}/cluster"])

    def create(self, name, template=None):
        """A new database, empty or a copy of another one."""
        copied = f" template {template}" if template else ""
        Database(self.conninfo).sql(f"create database {name}{copied}")
        return Database(self.conninfo.replace("dbname=postgres", f"dbname={name}"))

    def drop(self, name):
        Database(self.conninfo).sql(f"drop database if exists {name} with (force)")


@dataclass(frozen=True)
class Database:
    """A database, as its superuser sees it."""

    conninfo: str

    @property
    def name(self):
        return self.conninfo.rpartition("dbname=")[2]

    def sql(self, script, **values):
        """Runs SQL in the district's schema; `:'name'` in it stands for a value. What it printed, as text."""
        words = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1"]
        head = "".join(f"\\set {name} {quoted(value)}\n" for name, value in values.items())
        env = os.environ | {"PGOPTIONS": f"-c search_path=district_{SLUG},drill -c timezone=UTC"}
        return run([*words, self.conninfo], head + script, env)[0].strip()

    def rows(self, query, **values):
        """The rows of a query, each as a dictionary; bytes as hexadecimal texts."""
        listed = f"select coalesce(json_agg(to_jsonb(found)), '[]') from ({query}) as found"
        return json.loads(self.sql(listed, **values))


def quoted(value):
    """A value as psql reads it behind `\\set`."""
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n") + "'"


@dataclass(frozen=True)
class Afterbell:
    """The program, run by the operator of one database, with one folder of keys, at a moment of the district."""

    database: Database
    keys: Path
    clock: datetime

    def __call__(self, *words, statuses=(0,)):
        """What it printed; raises with its words when it refuses."""
        env = os.environ | {"AFTERBELL_ADMIN_DATABASE": self.database.conninfo, "AFTERBELL_KEYS": str(self.keys),
                            "PGOPTIONS": f"-c drill.clock={self.clock:%Y-%m-%dT%H:%M:%S}Z"}
        return run([PROGRAM, *words], env=env, statuses=statuses)[0]

    def refusal(self, *words):
        """The words with which it refuses; empty when it does not."""
        try:
            self(*words)
        except Failure as failure:
            return str(failure)
        return ""

    def district_faults(self):
        """What `verify --district` finds."""
        return json.loads(self("verify", "--district", SLUG, "--json", statuses=(0, 1)))["faults"]
