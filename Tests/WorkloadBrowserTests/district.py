"""A district, loaded from its roster and served on a port of its own, for as long as the tests run."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from roster import ROOT, ROSTER

PROGRAM = ROOT / ".build/debug/afterbell"


@dataclass(frozen=True)
class Person:
    """Somebody who may sign in."""

    number: str
    password: str
    address: str


class District:
    """The district, its database and its server. Whoever starts it stops it.

    `has_log`: its evidence log has keys, so that entries get receipts; it is sealed when a test says so.
    """

    def __init__(self, name="served", has_log=True):
        self.name = name
        self.has_log = has_log
        self.cluster = None
        self.server = None
        self.address = None
        self.folder = Path(tempfile.mkdtemp(prefix="afterbell-browser."))
        self.folder.chmod(0o711)  # the database's account passes through

    def start(self):
        """Makes the database, imports the roster and serves; raises with the program's words when a step fails."""
        self.database = database = self._make_database()
        self.environment = os.environ | {"AFTERBELL_ADMIN_DATABASE": database}
        if self.has_log:
            self.environment["AFTERBELL_KEYS"] = str(self.folder / "keys")
        self.run("migrate")
        self.run("district", "create", ROSTER.slug, "--name", ROSTER.name, "--zone", ROSTER.zone)
        self.run("import", "roster", str(ROSTER.file))
        if self.has_log:
            self.run("seal", "init", "--origin", f"hours.example.org/{ROSTER.slug}")
        self._serve(database.replace("user=postgres", "user=afterbell_server"))

    def stop(self):
        """Stops the server and the database, as far as they were started."""
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=30)
        if self.cluster:
            subprocess.run([ROOT / "scripts/cluster", "stop", self.cluster], check=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def open_account(self, number, *roles):
        """An account for the person of the roster with this employee number."""
        person = Person(number, secrets.token_urlsafe(12), self.address)
        self.run(
            "account", "create", "--employee", number, "--sign-in", number, "--password-stdin",
            stdin=person.password + "\n")
        for role in roles:
            self.run("account", "grant", number, role)
        return person

    def seal(self):
        """Seals what waits and signs it."""
        self.run("seal", "once")

    def note_checker(self, name):
        """Notes that somebody else signed all there is, as it would be kept; the signature itself is none."""
        subprocess.run(
            ["psql", "--quiet", "--no-psqlrc", self.database, "--command",
             f"""insert into district_{ROSTER.slug}.log_cosignature (size, key, line, cosigned_at)
                 select size, '{name}+00000000+BAAA', '— {name} AAAA', signed_at + interval '1 second'
                 from district_{ROSTER.slug}.log_checkpoint"""], check=True)

    def run(self, *words, stdin=""):
        """Runs the program as its operator."""
        done = subprocess.run(
            [PROGRAM, *words], input=stdin, env=self.environment, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"afterbell {' '.join(words)}: {done.stdout}{done.stderr}")

    def _make_database(self):
        """A database in the cluster of scripts/test, else in one of our own; its connection string."""
        server = os.environ.get("AFTERBELL_TEST_DATABASE")
        if not server:
            self.cluster = self.folder / "cluster"
            started = subprocess.run(
                [ROOT / "scripts/cluster", "start", self.cluster], stdout=subprocess.PIPE, text=True, check=True)
            server = started.stdout.strip()
        name = f"afterbell_browser_{self.name}_{os.getpid()}"
        subprocess.run(["psql", "--quiet", "--no-psqlrc", server, "--command", f"create database {name}"], check=True)
        return server.replace("dbname=postgres", f"dbname={name}")

    def _serve(self, database):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.log = self.folder / "serve.log"
        with self.log.open("w") as log:
            self.server = subprocess.Popen(
                [PROGRAM, "serve", "--port", str(port)],
                env=self.environment | {"AFTERBELL_DATABASE": database}, stdout=log, stderr=log)
        for _ in range(300):
            if self.server.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.address}/sign-in", timeout=5).close()
                return
            except urllib.error.URLError:
                time.sleep(0.1)
        raise RuntimeError(f"afterbell serve did not start: {self.log.read_text()}")
