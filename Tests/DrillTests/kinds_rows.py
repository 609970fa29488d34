"""What drills on rows share: what pages and reports read is changed, and the log is not."""

import packets
from kinds_log import ALL

FACTS = """
select event_id, '{0}' as kind, subject, fields || jsonb_strip_nulls(jsonb_build_object(
    'kind', '{0}', 'subject', subject, 'role', role, 'account', account)) as said from fact_{0}"""


def pick(scene, query):
    """A row at random."""
    return scene.rng.choice(scene.district.database.rows(query))


def tampered(scene, name, script, *wanted):
    """After rows were changed: the check of the database names them. In a control the attacker makes the events fit the
    rows, signs all anew, and shows a packet."""
    scene.tamper(without_constraints(scene.district.database) + script)
    if not scene.is_control:
        return scene.by_district(name, wanted)
    log = scene.log()
    fit(scene, log, {one[1] for one in wanted})
    return scene.signed_anew(name, log, ALL)


def without_constraints(database):
    """The statements that drop every rule about values and overlaps of entries."""
    rows = database.rows("""
        select conrelid::regclass::text as changed, conname from pg_constraint
        where connamespace = 'district_alder'::regnamespace and contype in ('c', 'x') and conrelid <> 0""")
    return "".join(f"alter table {row['changed']} drop constraint {row['conname']};\n" for row in rows)


def fit(scene, log, kinds):
    """Makes the events of these kinds say what the rows say now."""
    facts = [row for one in kinds if not one.startswith("live_")
             for row in scene.district.database.rows(FACTS.format(one))]
    said = {row["event_id"]: row["said"] for row in facts}
    subjects = {row["subject"] for row in facts}
    log.leaves = [leaf for leaf in log.leaves
                  if leaf.facts.get("kind") not in kinds or leaf.facts["subject"] in subjects]
    for leaf in log.leaves:
        if said.get(leaf.event_id, leaf.facts) != leaf.facts:
            leaf.fields = salted(scene, said[leaf.event_id])
            leaf.make_anew()
    known = {leaf.event_id for leaf in log.leaves}
    for row in facts:
        if row["event_id"] not in known:
            added = log.insert(len(log) - 1, log[len(log) - 2], scene.rng)
            added.event_id, added.fields = row["event_id"], salted(scene, row["said"])
            added.make_anew()


def salted(scene, facts):
    """Disclosures of facts, each with a salt of its own."""
    return [packets.compact([packets.b64url(scene.rng.randbytes(16)), *fact]) for fact in facts.items()]
