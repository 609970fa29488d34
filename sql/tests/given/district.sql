-- What the tests start from: a small district, and the ways to act in it. Included inside each test's transaction.
-- Two sites, two units. Entries: of owner one that counts, one held by it, one of minutes; of colleague (same unit and
-- site) one, of teacher (other unit) one.
create schema given;
grant usage on schema given to public;
set local search_path = district_test, public, given;
set local timezone = 'America/Los_Angeles';

create function given.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create function given.digest(name text) returns bytea language sql immutable as $$ select sha256(convert_to(name, 'UTF8')) $$;
-- Yesterday in the district, and an instant of it.
create function given.day() returns date language sql stable
    as $$ select (now() at time zone 'America/Los_Angeles')::date - 1 $$;
create function given.at(clock time, day date default given.day()) returns timestamptz language sql stable
    as $$ select (day + clock) at time zone 'America/Los_Angeles' $$;

insert into site (site_id, sourced_id, name, kind, zone, available_on) values
    (id('north'), 's1', 'North High', 'school', 'America/Los_Angeles', '2020-01-01'),
    (id('south'), 's2', 'South High', 'school', 'America/Los_Angeles', '2020-01-01');
insert into bargaining_unit (bargaining_unit_id, code, name) values
    (id('clerks'), 'clerks', 'Clerks'), (id('teachers'), 'teachers', 'Teachers');
insert into employee (employee_id, employee_number, given_name, family_name, email, site_id, bargaining_unit_id)
select id(name), 'n-' || name, initcap(name), 'Person', name || '@example.org', id(site), id(unit)
from (values ('owner', 'north', 'clerks'), ('colleague', 'north', 'clerks'), ('teacher', 'south', 'teachers'),
             ('hr_of_unit', 'north', 'teachers'), ('reviewer', 'north', 'teachers')) as person (name, site, unit);
insert into employee_alias (sourced_id, employee_id) select 'u-' || given_name, employee_id from employee;
insert into assignment (assignment_id, external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                        flsa_status, source, starts_on)
select id('job of ' || lower(given_name)), 'a-' || given_name, employee_id, site_id, bargaining_unit_id, 'regular',
       'Counselor', 'nonexempt', 'hr', '2020-01-01'
from employee;
insert into usual_hours (assignment_id, weekday, employee_id, minutes)
select assignment_id, 1, employee_id, 480 from assignment;
insert into academic_session values ('t1', 'Autumn', 'term', '2020-08-01', '2020-12-18', 2021);

-- Accounts: the people above, and three who are not employed. The secret of each session is the account's name.
insert into account (account_id, employee_id, sign_in_name, display_name, password_hash)
select id('account of ' || name), employee_id, name, initcap(name), '$scrypt$'
from unnest(array['owner', 'colleague', 'teacher', 'hr_of_unit', 'reviewer', 'hr_of_other', 'administrator', 'auditor',
                  'representative']) as name
left join employee on employee_id = id(name);
insert into session (session_digest, session_id, account_id, ends_at, network, device)
select digest(sign_in_name), id('session of ' || sign_in_name), account_id, now() + interval '12 hours', '10.0.0.1', 'Test'
from account;
insert into role_grant (account_id, role, site_id, bargaining_unit_id, starts_on, granted_by)
select id('account of ' || name), role, id(site), id(unit), '2020-01-01', 'test'
from (values ('hr_of_unit', 'hr', null, 'clerks'), ('hr_of_other', 'hr', null, 'teachers'),
             ('administrator', 'incident_administrator', null, null), ('auditor', 'auditor', null, null),
             ('representative', 'union_representative', null, 'clerks'), ('reviewer', 'site_reviewer', 'north', null)
     ) as held (name, role, site, unit);
insert into sign_in_refusal (name_digest, network) values (digest('stranger'), '10.9.9.9');
insert into read_event (read_event_id, account_id, page, subject)
values (id('look'), id('account of hr_of_unit'), 'people', '');
insert into read_person (read_event_id, employee_id, account_id)
values (id('look'), id('owner'), id('account of hr_of_unit'));
insert into log_leaf (leaf_index, event_id, leaf_hash) values (0, id('an event'), digest('a leaf'));
insert into log_node (level, node_index, hash) values (1, 0, digest('a node'));
insert into log_check (events, checked_rows, signed_size, faults, took_seconds) values (1, 1, 1, 0, 1);
insert into log_checkpoint (size, note) values (1, 'a note');
insert into log_handed_out (size) values (1);
insert into log_cosignature (size, key, line, cosigned_at) values (1, 'a key', 'a line', now());
insert into log_key (key, purpose) values ('a key', 'log');
insert into log_restore (reason, restored_by, found_size) values ('The disk was lost', 'test', 1);
insert into roster_import (roster_import_id, file_name, file_digest, imported_by, report)
values (id('import'), 'roster.zip', digest('roster'), 'test', '{}');

insert into incident (incident_id, opened_by)
select id(name), id('account of administrator') from unnest(array['grades lost', 'schedules wrong']) as name;
insert into incident_version (incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids,
                              recorded_by)
values (id('grades lost'), 1, 'Grades lost', 'grades', 1, 'identified', at('08:00'), true, '{}', id('account of administrator')),
       (id('schedules wrong'), 1, 'Schedules wrong', 'scheduling', 2, 'identified', at('08:00'), false,
        array[id('north')], id('account of administrator'));
insert into live_incident
select incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids
from incident_version;

-- An entry as the server sends it: yesterday 16:10 to 19:35 at the person's job, changed as said. Its digest follows
-- from the rest.
create function given.entry(who text, named text, changes jsonb default '{}') returns jsonb language sql stable as $$
    select body || jsonb_build_object(
        'session_digest', digest(who), 'body_digest', coalesce(body ->> 'body_digest', digest(body::text)::text))
    from (select jsonb_build_object(
        'work_entry_id', id(named), 'version', 1, 'assignment_id', id('job of ' || who), 'site_id', id('north'),
        'charged_site_id', id('north'), 'place', 'site', 'shape', 'span', 'starts_at', at('16:10'), 'ends_at', at('19:35'),
        'work_date', day(), 'break_minutes', 0, 'worked_minutes', 205, 'category', 'build_schedules',
        'cause', 'not_sure', 'treated_as', 'nothing_yet', 'source', 'as_it_happened') || changes as body) as made
$$;
create function given.cause(name text, minutes integer) returns jsonb language sql immutable as $$
    select jsonb_build_object('cause', 'incidents', 'incidents',
        jsonb_build_array(jsonb_build_object('incident_id', id(name), 'minutes', minutes)))
$$;
select count(*) from record_entries(jsonb_build_array(
    entry('owner', 'evening', cause('grades lost', 60)),
    entry('owner', 'held', '{"worked_minutes": 200}' || jsonb_build_object('starts_at', at('16:15'))),
    entry('owner', 'minutes', '{"shape": "minutes", "starts_at": null, "ends_at": null, "worked_minutes": 30,
                                "cause": "not_listed", "not_listed_module": "attendance"}'),
    entry('colleague', 'of colleague', cause('grades lost', 205)),
    entry('teacher', 'of teacher', cause('schedules wrong', 100)))) \g /dev/null
select fold_totals() \g /dev/null
insert into hours_pending (work_entry_id) values (id('evening'));

-- Becomes a person (by their session), a database role, nobody, or a role of another district, exactly as the server
-- does: SET LOCAL ROLE, then one setting per role with its scope. Null becomes the test again.
create role afterbell_elsewhere nologin in role afterbell_app;
create function given.act_as(who text) returns void language plpgsql as $$
declare
    caller record;
begin
    execute 'reset role';
    select * into caller from caller_for_session(digest(case when who = 'afterbell_elsewhere' then 'owner' else who end));
    execute format('set local "afterbell.account_id" = %L', coalesce(caller.account_id::text, ''));
    execute format('set local "afterbell.employee_id" = %L', coalesce(caller.employee_id::text, ''));
    execute format('set local "afterbell.reviewer_sites" = %L', coalesce(caller.reviewer_sites::text, ''));
    execute format('set local "afterbell.union_units" = %L', coalesce(caller.union_units::text, ''));
    execute format('set local "afterbell.hr_units" = %L', coalesce(caller.hr_units::text, ''));
    execute format('set local "afterbell.incident_admin" = %L',
                   case when caller.is_incident_administrator then 'on' else '' end);
    execute format('set local "afterbell.auditor" = %L', case when caller.is_auditor then 'on' else '' end);
    if who is not null then
        execute format('set local role %I', case when who like 'afterbell%' then who else 'afterbell_test' end);
    end if;
end
$$;

-- What a statement comes to for somebody: rows touched or returned, or the SQLSTATE and the constraint. Nothing stays.
create function given.outcome(who text, statement text) returns text language plpgsql as $$
declare
    touched bigint;
    broken text;
begin
    perform act_as(who);
    execute statement;
    get diagnostics touched = row_count;
    raise exception using errcode = 'AB000', message = touched::text;
exception
    when sqlstate 'AB000' then return sqlerrm;
    when others then
        get stacked diagnostics broken = constraint_name;
        return btrim(sqlstate || ' ' || broken);
end
$$;
