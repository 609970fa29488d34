"""How the district of the drills came to be: entries, a log sealed in steps, a key rotated, and what was kept of it."""

import random
import shutil
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hours import Hours
from keepers import WITNESSES, Keeper, policy
from place import SLUG, Afterbell, Cluster, Database

ORIGIN = "hours.example.org/alder"
BEGIN = datetime(2014, 9, 22, 15, 0, tzinfo=timezone.utc)
HERE = Path(__file__).parent


@dataclass
class District:
    """A district with its log, growing: its database, its keys, its clock, and who keeps what of it."""

    database: Database
    keys: Path
    hours: Hours
    clock: datetime = BEGIN
    keeper: Keeper = field(default_factory=Keeper)

    @property
    def rng(self):
        return self.hours.rng

    @property
    def afterbell(self):
        return Afterbell(self.database, self.keys, self.clock)

    @property
    def folder(self):
        """Where the keys of this district are."""
        return self.keys / SLUG

    def pass_time(self):
        self.clock += timedelta(seconds=self.rng.randrange(60, 7200))

    def act(self, count):
        """So many acts of people, some time between them."""
        script = ""
        for statement in self.hours.some(count):
            self.pass_time()
            script += f"set drill.clock = '{self.clock.isoformat()}';\n{statement};\n"
        answers = self.database.sql(script)
        if "refused" in answers or "stale" in answers:
            raise AssertionError(answers)

    def seal(self, witnesses=WITNESSES):
        """What waits is sealed and signed; witnesses see it, and people keep it."""
        self.afterbell("seal", "once")
        self.signed(witnesses)

    def rotate(self):
        """The log gets a new key."""
        self.afterbell("seal", "rotate")
        self.signed(WITNESSES)

    def signed(self, witnesses):
        """What witnesses and keepers do when there is a new checkpoint."""
        self.clock += timedelta(minutes=1)
        self.keeper.see(self.database, self.folder, witnesses, int(self.clock.timestamp()))
        self.clock += timedelta(hours=8)

    def export(self, path, *words):
        """Writes a packet and returns its path."""
        self.afterbell("export", "evidence", path, *words)
        return path

    def copied(self, cluster, name, folder, seed):
        """The same district in a database and a folder of its own, whose people go on as the seed has them."""
        database = cluster.create(name, self.database.name)
        keys = Path(folder) / "keys"
        shutil.copytree(self.keys, keys)
        hours = Hours(random.Random(f"copy {seed}"), f"copy-{seed}")
        hours.taken = dict(self.hours.taken)
        return replace(self, database=database, keys=keys, hours=hours, keeper=self.keeper.copied())


@dataclass
class History:
    """The district as it is, and as it was some time before: each in a database that others are copied from."""

    now: District
    before: District


def tell(cluster: Cluster, folder: Path, seed, prefix="afterbell_drill") -> History:
    """Makes the district, its log and what was kept; the same for the same seed, but for salts and keys."""
    database = cluster.create(f"{prefix}_now")
    district = District(database, folder / "keys", Hours(random.Random(f"history {seed}")))
    afterbell = district.afterbell
    afterbell("migrate")
    afterbell("district", "create", SLUG, "--name", "Alder Unified", "--zone", "America/Los_Angeles")
    database.sql(f"set drill.clock = '{BEGIN.isoformat()}';\n{(HERE / 'district.sql').read_text(encoding='utf-8')}")
    afterbell("seal", "init", "--origin", ORIGIN)
    (district.folder / "policy.txt").write_text(policy(database), encoding="utf-8")
    district.signed(WITNESSES)
    for _ in range(2):
        district.act(12)
        district.seal()
    district.keeper.keep_packet(district.export(folder / "kept-early.zip", "--all", "--for", "hr"))
    district.act(10)
    district.seal()
    before = district.copied(cluster, f"{prefix}_before", folder / "before", seed)
    district.act(8)
    district.rotate()
    for _ in range(2):
        district.act(12)
        district.seal()
    district.keeper.keep_packet(district.export(folder / "kept-late.zip", "--all", "--for", "hr"))
    district.act(10)
    district.seal()
    return History(district, before)
