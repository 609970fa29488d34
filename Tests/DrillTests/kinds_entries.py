"""Drills on the rows of entries behind their events, and on what is derived from them."""

import json
import uuid

from kinds_fields import id_of
from kinds_rows import pick, tampered
from scene import kind

NEWEST = """
select kept.* from work_entry_version as kept join live_entry using (work_entry_id, version)"""
DERIVED = ("work_entry", "live_entry", "live_span", "attribution_set", "attribution", "entry_hold")
ONE = "where (work_entry_id, version) = ('{work_entry_id}', {version})"


def subject(row):
    return f"{row['work_entry_id']}/{row['version']}"


@kind
def entry_row(scene, name):
    """One or several columns of a version of an entry, and with them what is derived, so that pages agree."""
    row = pick(scene, f"{NEWEST} where not is_withdrawn and state = 'counting'")
    column, value = scene.rng.choice([
        ("worked_minutes", f"{row['worked_minutes'] + scene.rng.randrange(1, 90)}"), ("work_date", "'2014-08-10'"),
        ("cause", "'not_system'"), ("treated_as", "'paid'"), ("received_at", "'2014-08-13T01:00Z'"),
        ("classification", "'certificated'"), ("students_served", "4711"), ("entered_by", "id('account of hr')"),
        ("place", "'elsewhere'"), ("zone", "'America/New_York'"), ("flsa_status", "'exempt'"),
        ("charged_site_id", "id('nowhere')"), ("change_reason", "'asked_to'"), ("source", "'memory'")])
    script = f"update work_entry_version set {column} = {value} {ONE.format(**row)};"
    if column in ("worked_minutes", "work_date"):
        script += f"update live_entry set {column} = {value} {ONE.format(**row)};"
    fields = () if column in ("received_at", "entered_by") else (column,)
    return tampered(scene, name, script, (None, "work_entry", subject(row), fields))


@kind
def entry_row_of_another_person(scene, name):
    """An entry is given to somebody else, in every table that names its person."""
    row = pick(scene, f"{NEWEST} where version = 1 and state = 'counting'")
    tables = ("work_entry_version", *DERIVED)
    script = "".join(f"update {table} set employee_id = id('fay') where work_entry_id = '{row['work_entry_id']}';"
                     for table in tables)
    person = scene.district.database.rows("select id('fay') as fay")[0]["fay"]
    if row["employee_id"] == person:
        script = script.replace("'fay'", "'ana'")
    return tampered(scene, name, script, ("row_differs", "work_entry", subject(row), ("employee_id",)))


@kind
def entry_row_deleted(scene, name):
    row = pick(scene, NEWEST)
    script = f"delete from work_entry_version {ONE.format(**row)};"
    if row["version"] == 1 and scene.rng.random() < 0.5:
        script += "".join(f"delete from {table} where work_entry_id = '{row['work_entry_id']}';" for table in DERIVED)
    return tampered(scene, name, script, ("row_missing", "work_entry", subject(row), ()))


@kind
def entry_row_inserted(scene, name):
    """An entry that nobody recorded: copied from another one, without an event or with that one's."""
    row = pick(scene, f"{NEWEST} where version = 1 and state = 'counting'")
    made = uuid.UUID(int=scene.rng.getrandbits(128))
    event = scene.rng.choice(["gen_random_uuid()", "event_id"]) if not scene.is_control else "gen_random_uuid()"
    script = "".join(f"""
        create temp table one as select * from {table} where work_entry_id = '{row["work_entry_id"]}';
        update one set work_entry_id = '{made}'{more};
        insert into {table} select * from one; drop table one;"""
                     for table, more in (("work_entry", ""), ("live_entry", ""),
                                         ("work_entry_version", f", event_id = {event}")))
    return tampered(scene, name, script, (None, "work_entry", f"{made}/1", ()))


@kind
def attribution_row(scene, name):
    """An entry's minutes are put on another incident, or are more or fewer."""
    row = pick(scene, """
        select part.*, kept.event_id = made.event_id as is_of_entry
        from attribution as part join attribution_set as made using (work_entry_id, version, set_number)
        join work_entry_version as kept using (work_entry_id, version)""")
    change = scene.rng.choice(["incident_id = id('nowhere')", f"minutes = int4range(0, {scene.rng.randrange(1, 5)})",
                               "employee_id = id('nobody')"])
    script = (f"update attribution set {change} {ONE.format(**row)} and set_number = {row['set_number']} "
              f"and incident_id = '{row['incident_id']}'")
    of_entry = (None, "work_entry", subject(row), ("incidents",))
    of_set = (None, "attribution", f"{subject(row)}/{row['set_number']}", ("incidents",))
    return tampered(scene, name, script, of_entry if row["is_of_entry"] else of_set)


@kind
def live_entry_row(scene, name):
    """What pages count from: minutes, day, state, or the row or its interval is not there."""
    row = pick(scene, f"{NEWEST} where state = 'counting' and shape = 'span'")
    where = f"where work_entry_id = '{row['work_entry_id']}'"
    script, of = scene.rng.choice([
        (f"update live_entry set worked_minutes = worked_minutes - 5 {where}", "live_entry"),
        (f"update live_entry set state = 'withdrawn' {where}", "live_entry"),
        (f"update live_entry set work_date = '2014-08-01' {where}", "live_entry"),
        (f"delete from live_entry {where}", "live_entry"),
        (f"delete from live_span {where}", "live_span"),
        (f"insert into live_span select id('nothing'), employee_id, bargaining_unit_id, during from live_span {where}",
         "live_span"),
        (f"update live_span set during = tstzrange(lower(during), upper(during) - interval '5 minutes') {where}",
         "live_span")])
    named = row["work_entry_id"] if "nothing" not in script else id_of("nothing")
    return tampered(scene, name, script, ("derived_differs", of, named, ()))


@kind
def hold_row(scene, name):
    """A held entry counts, or one that counts is held, or that it ever was is gone."""
    row = pick(scene, "select work_entry_id, version, step from entry_hold where state = 'held'")
    where = f"{ONE.format(**row)} and step = {row['step']}"
    script, what = scene.rng.choice([
        (f"update entry_hold set state = 'counting', held_because = null {where}", "row_differs"),
        (f"update entry_hold set held_by = id('nothing') {where}", "row_differs"),
        (f"update entry_hold set decided_at = decided_at - interval '3 days' {where}", "row_differs"),
        (f"delete from entry_hold {where}", "row_missing")])
    return tampered(scene, name, script, (what, "entry_hold", f"{subject(row)}/{row['step']}", ()))


@kind
def event_without_place(scene, name):
    """An event is taken from the queue before it is sealed; its row and the event itself stay."""
    scene.district.act(8)
    row = pick(scene, """
        select event_id, work_entry_id, version from event_pending join work_entry_version using (event_id)""")
    script = f"delete from event_pending where event_id = '{row['event_id']}'"
    if scene.is_control:
        return tampered(scene, name, script)
    scene.tamper(script)
    scene.district.seal()
    return scene.by_district(name, [(None, "work_entry", subject(row), ())])


@kind
def total_row(scene, name):
    """The hours that readers without names see: a total is another than its entries come to."""
    scene.district.database.sql("select fold_totals()")
    row = pick(scene, "select hours_total_id, subject, subject_key from hours_total where facet = 'all'")
    script = f"update hours_total set minutes = minutes * 2 where hours_total_id = {row['hours_total_id']}"
    if scene.is_control:
        return tampered(scene, name, script)
    scene.tamper(script)
    faults = scene.district.afterbell.district_faults()
    found = [fault for fault in faults if "total" in fault["kind"]]
    return scene.said_of(name, faults, found, f"nothing of hours_total, but {json.dumps(faults)[:300]}")
