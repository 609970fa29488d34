"""Drills on the rows of everything else: positions, roles, looks, incidents, the roster."""

import uuid

from kinds_rows import pick, tampered
from scene import kind


@kind
def rate_row(scene, name):
    """Somebody's hourly rate, status or usual hours are others than those that were imported."""
    row = pick(scene, "select assignment_id from assignment")
    script, field = scene.rng.choice([
        ("update assignment set base_rate = base_rate - 1.5 where {}", "base_rate"),
        ("update assignment set flsa_status = 'not_stated' where {}", "flsa_status"),
        ("update assignment set starts_on = '2013-01-01' where {}", "starts_on"),
        ("update usual_hours set minutes = 510 where {} and weekday = 3", "usual_hours"),
        ("delete from usual_hours where {}", "usual_hours")])
    where = f"assignment_id = '{row['assignment_id']}'"
    return tampered(scene, name, script.format(where), ("row_differs", "assignment", row["assignment_id"], (field,)))


@kind
def grant_row(scene, name):
    """A role that nobody granted, that was granted to somebody else, or that ended and did not."""
    row = pick(scene, "select role_grant_id from role_grant")
    where, made = f"role_grant_id = '{row['role_grant_id']}'", uuid.UUID(int=scene.rng.getrandbits(128))
    own = row["role_grant_id"]
    script, what, of = scene.rng.choice([
        (f"update role_grant set account_id = id('account of ana') where {where}", "row_differs", own),
        (f"update role_grant set ends_on = '2014-09-01' where {where}", "row_differs", own),
        (f"update role_grant set role = 'auditor' where {where}", "row_differs", own),
        (f"delete from role_grant where {where}", "row_missing", own),
        (f"""insert into role_grant (role_grant_id, account_id, role, starts_on, granted_by)
             values ('{made}', id('account of ben'), 'hr', '2014-08-01', 'operator')""", "row_without_event", made)])
    return tampered(scene, name, script, (what, "role_grant", str(of), ()))


@kind
def read_row(scene, name):
    """Who looked, at what, and whose names they were shown."""
    row = pick(scene, "select read_event_id from read_event where account_id is not null")
    where = f"where read_event_id = '{row['read_event_id']}'"
    script, what = scene.rng.choice([
        (f"update read_event set subject = 'unit teachers' {where}", "row_differs"),
        (f"update read_event set account_id = id('account of representative') {where}", "row_differs"),
        (f"update read_event set read_at = read_at - interval '1 day' {where}", "row_differs"),
        (f"delete from read_person {where}", "row_differs"),
        (f"""insert into read_person select read_event_id, id('nobody'), account_id from read_event {where}""",
         "row_differs"),
        (f"delete from read_event {where}; delete from read_person {where}", "row_missing")])
    return tampered(scene, name, script, (what, "read", row["read_event_id"], ()))


@kind
def incident_row(scene, name):
    """What was said of an incident, with what lists show of it."""
    row = pick(scene, "select incident_id, version, recorded_by from live_incident join incident_version using "
                      "(incident_id, version)")
    where = f"where (incident_id, version) = ('{row['incident_id']}', {row['version']})"
    what = scene.rng.choice(["severity = 4", "title = 'No problem'", "began_at = began_at - interval '1 day'",
                             "opened_by = id('account of ana')", "nothing is left"])
    script = f"update incident_version set {what} {where}; update live_incident set {what} {where}"
    if "opened_by" in what:
        script = f"update incident set {what} where incident_id = '{row['incident_id']}'"
    if what == "nothing is left":
        script = f"delete from incident_version {where}"
    found = "row_missing" if what == "nothing is left" else "row_differs"
    return tampered(scene, name, script, (found, "incident", f"{row['incident_id']}/{row['version']}", ()))


@kind
def roster_row(scene, name):
    """Who somebody is, where they work, whether they may sign in, what an import found, which keys there are."""
    kind_of_fact, column, key, value = scene.rng.choice([
        ("employee", "family_name", "employee_id", "'Nobody'"), ("site", "zone", "site_id", "'America/New_York'"),
        ("employee", "bargaining_unit_id", "employee_id", "id('other')"),
        ("account", "status", "account_id", "'disabled'"), ("account", "employee_id", "account_id", "id('nobody')"),
        ("bargaining_unit", "name", "bargaining_unit_id", "'Others'"),
        ("roster_import", "report", "roster_import_id", "'{}'"), ("log_key", "added_at", "key", "'2010-01-01Z'")])
    row = pick(scene, f"select {key} as key, subject from {kind_of_fact} join fact_{kind_of_fact} using (event_id)")
    script = f"update {kind_of_fact} set {column} = {value} where {key} = '{row['key']}'"
    return tampered(scene, name, script, ("row_differs", kind_of_fact, row["subject"], (column,)))
