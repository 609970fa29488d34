"""One drill: a database of its own, somebody who tampers with it, a packet of it, and somebody who is handed that."""

import json
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from attacker import LogRows
from history import District, History
from judges import Packet, Reader, judge, rewritten, wrong
from keepers import policy
from place import Cluster, Failure

KINDS, LIMITS = {}, {}
# For whom a packet may be made, by what it is about; HR and auditors where nothing stands here.
READERS = {"--unit": ("union", "hr", "auditor"), "--person": ("person", "hr")}


def kind(act):
    """A kind of drill, named as its function is."""
    KINDS[act.__name__] = act
    return act


def limit(act):
    """A kind that packets don't show, as docs/explanation/evidence.md says."""
    LIMITS[act.__name__] = act
    return act


@dataclass
class Finding:
    """What came of one drill."""

    kind: str
    found: bool
    named: bool
    agreed: bool
    words: str
    is_broken: bool = False

    @property
    def is_right(self):
        return self.found and self.named and self.agreed

    @classmethod
    def broken(cls, kind, words):
        """A drill that could not be done as it was meant."""
        return cls(kind, False, False, False, words, True)


@dataclass
class Scene:
    """The place of one drill.

    In a control the attacker signs all anew, and the reader has kept nothing. In one that is untouched nothing is done,
    and so nothing may be found: that shows that the drill looks at what it says.
    """

    district: District
    before: District
    cluster: Cluster
    folder: Path
    rng: random.Random
    is_control: bool = False
    is_untouched: bool = False
    made: list = field(default_factory=list)

    @classmethod
    def of(cls, history: History, cluster, folder, seed, **mode):
        """A scene in a copy of the district; `close` takes it away."""
        folder.mkdir(parents=True)
        name = f"{history.now.database.name}_{folder.name}"
        district = history.now.copied(cluster, name, folder, seed)
        return cls(district, history.before, cluster, folder, random.Random(f"drill {seed}"), **mode, made=[name])

    def close(self):
        for name in self.made:
            self.cluster.drop(name)
        shutil.rmtree(self.folder)

    @property
    def true(self):
        """The hashes of the true log, as its witnesses have seen them."""
        return self.district.keeper.hashes

    # --- tampering

    def tamper(self, script, **values):
        """Writes into the database as its superuser, with all that guards it switched off."""
        if not self.is_untouched:
            self.district.database.sql(f"set session_replication_role = replica;\n{script}", **values)

    def log(self, district=None):
        """The log of a database, to be tampered with."""
        district = district or self.district
        return LogRows(district.database, district.folder, self.tamper)

    def fork(self, label):
        """A copy of the district as it was before, which goes on otherwise."""
        if self.is_untouched:
            return self.district
        name = f"{self.made[0]}_{label}"
        self.made.append(name)
        folder = self.folder / label
        folder.mkdir()
        return self.before.copied(self.cluster, name, folder, f"{self.rng.random()} {label}")

    def forge(self, packet, changes, name="forged.zip"):
        """A packet with other files, its manifest made anew."""
        return packet if self.is_untouched else packet.rewrite(changes, self.folder / name)

    # --- the packet

    def scope(self, facts):
        """Somewhere where an entry with these facts is in: what to export, and for whom."""
        scopes = [["--all"], ["--all"], ["--all", "--unit", facts["unit"]], ["--unit", facts["unit"]],
                  ["--person", facts["person"]]]
        scopes += [["--incident", facts["incident"]]] if facts["incident"] else []
        chosen = self.rng.choice(scopes)
        return [*chosen, "--for", self.rng.choice(READERS.get(chosen[-2:][0], ("hr", "auditor")))]

    def export(self, *words, district=None, name="packet.zip", true_policy=None):
        """A packet of what the database holds, with the true policy or one in which only the log's word counts."""
        district = district or self.district
        path = self.folder / name
        if true_policy is None:
            true_policy = not self.is_control and self.rng.random() < 0.5
        (self.folder / "policy.txt").write_text(policy(district.database, true_policy), encoding="utf-8")
        district.export(path, *words, "--policy", self.folder / "policy.txt")
        return Packet(path)

    # --- the reader

    def reader(self, whole=True, index=None):
        """A reader who kept some of what there was, at random; in a control, nothing."""
        keeper, reader = self.district.keeper, Reader()
        if self.is_control:
            return reader
        reader.packets = self.rng.sample(keeper.packets, self.rng.randrange(3))
        sizes = self.rng.sample(sorted(keeper.checkpoints), self.rng.randrange(3))
        reader.checkpoints = {size: keeper.checkpoints[size] for size in sizes}
        reader.receipts = self.rng.sample(keeper.receipts, self.rng.randrange(4)) if whole else []
        if self.rng.random() < 0.3:
            size = self.rng.choice(sorted(keeper.checkpoints))
            index = index if index is not None and index < size else self.rng.randrange(size)
            reader.proofs = {(size, index): keeper.proof(index, keeper.leaves[index], size)}
        if self.rng.random() < 0.3:
            reader.policy = keeper.policy
        return reader

    def witness(self, reader, packet):
        """Gives a reader the newest checkpoint that the packet can be compared with."""
        checkpoints = self.district.keeper.checkpoints
        size = max(filter(packet.reaches, checkpoints), default=max(checkpoints))
        reader.checkpoints[size] = checkpoints[size]

    # --- the judgement

    def judged(self, name, packet, reader, must, may=()):
        """Whether both verifiers found what they had to, and nothing else but codes that may come along."""
        verdict = judge(packet.path, reader, self.folder)
        surplus = {fault for fault in verdict.program | verdict.python if fault not in must and fault[0] not in may}
        named = must <= verdict.program and must <= verdict.python and not surplus
        words = "" if named and verdict.agreed else verdict.against(must, may)
        return Finding(name, verdict.found, named, verdict.agreed, words)

    def expected(self, packet, reader, presented):
        """The faults that a reader has to find in a packet of a log with these hashes of leaves."""
        must = rewritten(packet, reader, self.true, presented)
        must |= {("quorum", None)} if reader.policy is not None and not packet.cosigned else set()
        if not wrong(must) and not self.is_control:
            self.witness(reader, packet)
            must = rewritten(packet, reader, self.true, presented)
        return must

    def signed_anew(self, name, log, words, index=None, may=()):
        """After the log was written, built and signed anew: the packet, a reader, what they have to find."""
        log.write_and_sign()
        packet = self.export(*words, true_policy=False)
        reader = self.reader(packet.whole, index)
        return self.judged(name, packet, reader, self.expected(packet, reader, log.hashes), may)

    def said(self, name, failure, *phrases):
        """Whether the program refused in these words."""
        missing = [phrase for phrase in phrases if phrase not in str(failure)]
        return Finding(name, True, not missing, True, f"{missing} not in {failure}" if missing else "")

    @staticmethod
    def overlooked(finding):
        """What no verifier of packets claims to find: right when they found nothing, and both did."""
        return Finding(finding.kind, not finding.found, finding.named, finding.agreed, finding.words)

    def refused(self, name, district, command, *phrases):
        """Whether the program refuses to go on, in these words."""
        words = district.afterbell.refusal(*command)
        return self.said(name, words, *phrases) if words else Finding(name, False, False, True, "nothing was refused")

    def by_district(self, name, wanted):
        """Whether `verify --district` names these: what (None for anything), kind, subject, and some of the fields."""
        faults = self.district.afterbell.district_faults()
        missing = [one for one in wanted if not any(is_named(one, fault) for fault in faults)]
        words = f"missing {missing}, found {json.dumps(faults)[:600]}" if missing else ""
        return Finding(name, bool(faults), not missing, True, words)

    @staticmethod
    def said_of(name, faults, named, words):
        """Whether faults were found, and those among them that had to be."""
        return Finding(name, bool(faults), bool(named), True, "" if named else words)


def is_named(wanted, fault):
    """Whether a fault of `verify --district` is the one that is wanted."""
    what, kind_of_fact, subject, fields = wanted
    return (what in (None, fault["what"]) and (kind_of_fact, subject) == (fault["kind"], fault["subject"])
            and set(fields) <= set(fault["fields"]))


def together(name, findings):
    """One finding of several about the same drill."""
    return Finding(name, all(one.found for one in findings), all(one.named for one in findings),
                   all(one.agreed for one in findings), "; ".join(one.words for one in findings if one.words))


def drill(name, history, cluster, folder, seed, **mode):
    """Does one drill of a kind, in a folder of its own."""
    scene = Scene.of(history, cluster, folder, f"{name} {seed}", **mode)
    try:
        return (KINDS | LIMITS)[name](scene, name)
    except Failure as failure:
        return Finding.broken(name, f"refused: {failure}")
    finally:
        scene.close()
