"""A durable private cluster with one district, and the server of this checkout in front of it."""

import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = ROOT / ".build/release/afterbell"


class Site:
    def __init__(self, folder: Path, conninfo: str, host: str):
        self.folder = folder
        self.conninfo = conninfo
        self.host = host

    @property
    def server_conninfo(self) -> str:
        """As the role that the server signs in as."""
        return self.conninfo.replace("user=postgres", "user=afterbell_server")

    @classmethod
    @contextlib.contextmanager
    def started(cls, seals: bool = True):
        """Builds, starts and fills everything; at the end all is stopped and deleted. Serves, and seals, unless told not to."""
        subprocess.run([ROOT / "scripts/setup", "bench"], check=True, stdout=sys.stderr)
        subprocess.run(["swift", "build", "--configuration", "release", "--product", "afterbell"],
                       cwd=ROOT, check=True, stdout=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="afterbell-log.", dir="/var/tmp") as name:
            folder = Path(name)
            folder.chmod(0o755)
            cluster = [ROOT / "scripts/cluster", "start", "--durable", folder / "cluster"]
            conninfo = subprocess.run(cluster, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
            try:
                site = cls(folder, conninfo, f"127.0.0.1:{random.randint(20000, 39999)}")
                site.fill()
                if seals:
                    with site.served():
                        yield site
                else:
                    yield site
            finally:
                subprocess.run([ROOT / "scripts/cluster", "stop", folder / "cluster"], check=True)

    def fill(self) -> None:
        # A checkpoint would slow down whichever of the two is at work.
        self.sql("alter system set checkpoint_timeout = '1h'")
        self.sql("alter system set max_wal_size = '32GB'")
        self.sql("select pg_reload_conf()")
        subprocess.run([PROGRAM, "district", "create", "bench", "--name=Bench", "--zone=America/Los_Angeles"],
                       check=True, stdout=sys.stderr, env=os.environ | {"AFTERBELL_ADMIN_DATABASE": self.conninfo})
        self.sql((HERE / "log.people.sql").read_text(encoding="utf-8"))
        subprocess.run([PROGRAM, "seal", "init", "--origin", "bench.example/log"], check=True, stdout=sys.stderr,
                       env=self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """Databases and keys: every entry has its event, and its receipt is signed."""
        return os.environ | {"AFTERBELL_DATABASE": self.server_conninfo, "AFTERBELL_ADMIN_DATABASE": self.conninfo,
                             "AFTERBELL_KEYS": str(self.folder / "keys")}

    @contextlib.contextmanager
    def served(self):
        """The server, and the sealer beside it, as a district runs them."""
        commands = [[PROGRAM, "serve", "--port", self.host.split(":")[1]], [PROGRAM, "seal", "run"]]
        with open(self.folder / "serve.log", "w", encoding="utf-8") as log:
            running = [subprocess.Popen(command, stdout=log, stderr=log, env=self.environment) for command in commands]
        try:
            self.wait_for(running[0])
            yield
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()

    def wait_for(self, server: subprocess.Popen) -> None:
        limit = time.monotonic() + 20
        while True:
            try:
                urllib.request.urlopen(f"http://{self.host}/health").close()
                return
            except urllib.error.URLError:
                if server.poll() is not None or time.monotonic() > limit:
                    sys.exit("the server did not start:\n" + (self.folder / "serve.log").read_text(encoding="utf-8"))
                time.sleep(0.1)

    def sql(self, script: str) -> str:
        """Runs SQL in the district's schema as the superuser; rows come as CSV."""
        command = ["psql", self.conninfo, "--no-psqlrc", "--quiet", "--csv", "--tuples-only", "--set=ON_ERROR_STOP=1"]
        return subprocess.run(command, input=script, check=True, stdout=subprocess.PIPE, text=True,
                              env=os.environ | {"PGOPTIONS": "-c search_path=district_bench"}).stdout.strip()
