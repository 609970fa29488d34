"""Drills with more than one history: states brought back, two logs for two parties, entries that are never sealed."""

from datetime import timedelta

from judges import Reader, rewritten
from keepers import WITNESSES, receipts
from kinds_log import ALL
from scene import kind, limit, together


def grow(scene, district):
    """A fork goes on by itself, sealed and signed by the real sealer; no witness sees it."""
    for _ in range(scene.rng.randrange(1, 3)):
        district.act(scene.rng.randrange(3, 14))
        if scene.rng.random() < 0.3:
            district.afterbell("seal", "rotate")
        district.seal(witnesses=())
    return district


@kind
def rolled_back(scene, name):
    """The database is put back to a state of some days ago, with the keys of that day, and goes on from there."""
    fork = grow(scene, scene.fork("older"))
    packet = scene.export(*ALL, district=fork, true_policy=False)
    reader = scene.reader()
    presented = scene.log(fork).hashes
    must, may = scene.expected(packet, reader, presented), set()
    if reader.policy is not None:  # whose keys the older log does not have, as this reader has not those of its own
        is_known = all(facts["key"] in reader.policy for facts in scene.log(fork).keys("log"))
        must |= {("key", None)} if is_known else {("checkpoint", None)}
        may = set() if is_known else {"earlier", "key", "quorum"}
    found = scene.judged(name, packet, reader, must - {("quorum", None)} if may else must, may)
    if scene.is_control:
        return found
    fork.keys = scene.district.keys
    return together(name, [found, scene.refused(name, fork, ["seal", "once"], "Nothing is sealed or signed")])


@kind
def two_faces(scene, name):
    """Two logs with one past and one key, each shown to one party, who then compare."""
    one, other = (grow(scene, scene.fork(label)) for label in ("union", "hr"))
    kept = scene.export(*ALL, district=one, name="of-the-union.zip", true_policy=False)
    packet = scene.export(*ALL, district=other, name="of-hr.zip", true_policy=False)
    reader = Reader() if scene.is_control else Reader(packets=[kept.path])
    must = rewritten(packet, reader, scene.log(one).hashes, scene.log(other).hashes)
    return scene.judged(name, packet, reader, must)


def newly_recorded(district):
    """The receipt of an entry that somebody records now."""
    before = len(receipts(district.database, district.folder))
    while len(receipts(district.database, district.folder)) == before:
        district.act(1)
    return receipts(district.database, district.folder)[-1]


@kind
def left_out(scene, name):
    """What somebody recorded, and has a receipt for, is taken from the queue before the sealer sees it."""
    district = scene.district
    lost = newly_recorded(district)
    scene.tamper(f"delete from event_pending where event_id = '{lost.event_id}'")
    if scene.rng.random() < 0.5:
        scene.tamper("".join(f"delete from {table} where event_id = '{lost.event_id}';"
                             for table in ("event", "event_field", "work_entry_version")))
    district.act(scene.rng.randrange(2, 6))
    district.seal(WITNESSES)
    packet, reader = scene.export(*ALL), scene.reader()
    reader.receipts = [] if scene.is_control else [lost, *reader.receipts]
    reader.packets, reader.checkpoints, reader.proofs, reader.policy = [], {}, {}, None
    return scene.judged(name, packet, reader, set() if scene.is_control else {("missing", lost.received_ms)})


@limit
def witness_late(scene, name):
    """Nobody tampers. Witnesses sign a state three minutes after somebody recorded what is not in it yet, and a packet
    reaches just that state: the receipt seems to show that the entry was left out. The next packet has it."""
    district = scene.district
    district.export(scene.folder / "one-event-more.zip", *ALL)
    district.afterbell("seal", "once")
    lost = newly_recorded(district)
    district.clock += timedelta(minutes=3)
    district.keeper.see(district.database, district.folder, WITNESSES, int(district.clock.timestamp()))
    packet = scene.export(*ALL, true_policy=True)
    early = scene.judged(name, packet, Reader(receipts=[lost]), {("missing", lost.received_ms)})
    district.seal()
    packet = scene.export(*ALL, true_policy=True, name="next.zip")
    return together(name, [early, scene.overlooked(scene.judged(name, packet, Reader(receipts=[lost]), set()))])
