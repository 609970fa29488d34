"""Packets of a district in which nobody did anything wrong, at random: no verifier may find anything in them."""

import json
import random
import shutil

from hours import PEOPLE, INCIDENTS
from judges import Packet, Reader, judge
from keepers import WITNESSES, policy, read_packet
from scene import READERS, Finding
from signing import key

STRANGER = key("stranger.example.org/log")
UNTOUCHED = {"kind", "purpose", "key", "work_entry_id", "version", "worked_minutes", "is_withdrawn", "step", "state"}


class CleanRun:
    """A copy of the district that goes on in good order, and of which packets are taken away."""

    def __init__(self, history, cluster, folder, seed):
        folder.mkdir(parents=True)
        self.rng, self.folder, self.cluster = random.Random(f"clean {seed}"), folder, cluster
        self.name = f"{history.now.database.name}_{folder.name}"
        chosen = self.rng.choice([history.now, history.now, history.before])
        self.district = chosen.copied(cluster, self.name, folder, seed)
        self.made = []

    def findings(self, count):
        """What came of so many packets and, at the end, of the database."""
        try:
            found = [self.one(number) for number in range(count)]
            faults = self.district.afterbell.district_faults()
            words = json.dumps(faults)[:600] if faults else ""
            return [*found, Finding("clean_database", not faults, True, True, words)]
        finally:
            self.cluster.drop(self.name)
            shutil.rmtree(self.folder)

    def one(self, number):
        """Some work, perhaps sealed and cosigned, then a packet for somebody, and what both verifiers say of it."""
        self.go_on()
        asked = self.rng.random() < 0.5
        (self.folder / "policy.txt").write_text(policy(self.district.database, asked), encoding="utf-8")
        path = self.district.export(self.folder / f"packet-{number}.zip", *self.scope(), "--policy",
                                    self.folder / "policy.txt")
        packet = self.varied(Packet(path))
        reader = self.reader(packet, asked)
        verdict = judge(packet.path, reader, self.folder)
        if packet.whole and packet.head["scope"] == "all":
            self.made.append(packet)
        words = "" if verdict.agreed and not verdict.program else verdict.against(set(), ())
        return Finding("clean", not verdict.program and not verdict.python, True, verdict.agreed, words)

    def go_on(self):
        """Work goes on; the log is sealed now and then, and now and then a key is replaced or a witness is away."""
        district = self.district
        if self.rng.random() < 0.6:
            district.act(self.rng.randrange(1, 7))
        if self.rng.random() < 0.6:
            district.seal(self.rng.choice([WITNESSES, WITNESSES, WITNESSES, WITNESSES[:1], ()]))
        if self.rng.random() < 0.05:
            district.rotate()

    def scope(self):
        """What a packet is about, and for whom."""
        chosen = self.rng.choice([
            ["--all"], ["--all"], ["--unit", self.rng.choice(["clerks", "teachers"])],
            ["--all", "--unit", self.rng.choice(["clerks", "teachers"])],
            ["--person", f"n-{self.rng.choice(sorted(PEOPLE))}"], ["--incident", self.rng.choice(INCIDENTS)]])
        return [*chosen, "--for", self.rng.choice(READERS.get(chosen[-2:][0], ("hr", "auditor")))]

    def varied(self, packet):
        """Now and then values are erased, or as many others as there may be have signed the checkpoint."""
        if self.rng.random() < 0.1:
            return packet.rewrite({"fields.jsonl": self.erased(packet)})
        if self.rng.random() < 0.1:
            note = read_packet(packet.path)["checkpoint.txt"].decode()
            text, _, lines = note.partition("\n\n")
            more = STRANGER.line(text + "\n") * (100 - lines.count("\n"))
            return packet.rewrite({"checkpoint.txt": (note + more).encode()})
        return packet

    def erased(self, packet):
        """The lines of a packet with some disclosures less: none of a key, and none that the totals follow from."""
        lines = []
        for line in packet.lines.values():
            kept = [text for text in line["fields"] if json.loads(text)[1] in UNTOUCHED or self.rng.random() < 0.7]
            lines.append(json.dumps(line | {"fields": kept}, ensure_ascii=False) + "\n")
        return "".join(lines).encode()

    def reader(self, packet, asked):
        """Somebody who kept some of what was before this packet, and knows whose word counts."""
        keeper, reader = self.district.keeper, Reader()
        earlier = [size for size in keeper.checkpoints if size <= packet.size]
        sizes = self.rng.sample(earlier, min(len(earlier), self.rng.randrange(4)))
        reader.checkpoints = {size: keeper.checkpoints[size] for size in sizes}
        packets = [*keeper.packets, *[one.path for one in self.made if one.size <= packet.size]]
        reader.packets = [path for path in self.rng.sample(packets, min(len(packets), self.rng.randrange(3)))
                          if Packet(path).size <= packet.size]
        reader.receipts = self.rng.sample(keeper.receipts, min(len(keeper.receipts), self.rng.randrange(4)))
        if self.rng.random() < 0.3:
            size = self.rng.choice(earlier)
            index = self.rng.randrange(size)
            reader.proofs = {(size, index): keeper.proof(index, keeper.leaves[index], size)}
        if asked and self.rng.random() < 0.3:
            reader.policy = (self.folder / "policy.txt").read_text(encoding="utf-8")
        return reader
