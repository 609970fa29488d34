-- The district of the drills: two sites, two units, six people, an administrator of incidents, HR, a union
-- representative. Run once, as superuser, with the district's schema in the search path. Ids follow from names. Its
-- clock is drill.now(), which stands where a session is told, so that the history of a drill is the same on every day.
create schema drill;
grant usage on schema drill to public;
create function drill.now() returns timestamptz language sql stable
    as $$ select coalesce(nullif(current_setting('drill.clock', true), '')::timestamptz, pg_catalog.now()) $$;
do $$
declare
    found record;
begin
    for found in
        select pg_get_functiondef(oid) as made from pg_proc
        where pronamespace = current_schema()::regnamespace and prosrc ~ '\mnow\(\)'
    loop
        execute regexp_replace(found.made, '\mnow\(\)', 'drill.now()', 'g');
    end loop;
    for found in
        select attrelid::regclass as changed, attname, pg_get_expr(adbin, adrelid) as made
        from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
        join pg_class on pg_class.oid = adrelid
        where relnamespace = current_schema()::regnamespace and pg_get_expr(adbin, adrelid) ~ '\mnow\(\)'
    loop
        execute format('alter table %s alter column %I set default %s', found.changed, found.attname,
                       regexp_replace(found.made, '\mnow\(\)', 'drill.now()', 'g'));
    end loop;
end
$$;
create function drill.id(name text) returns uuid language sql immutable as $$ select md5(name)::uuid $$;
create function drill.digest(name text) returns bytea language sql immutable
    as $$ select sha256(convert_to(name, 'UTF8')) $$;

insert into site (site_id, sourced_id, identifier, name, kind, zone, available_on) values
    (id('north'), 's1', '1', 'North High', 'school', 'America/Los_Angeles', '2010-01-01'),
    (id('south'), 's2', '2', 'South High', 'school', 'America/Los_Angeles', '2010-01-01');
insert into bargaining_unit (bargaining_unit_id, code, name) values
    (id('clerks'), 'clerks', 'Clerks'), (id('teachers'), 'teachers', 'Teachers');
insert into employee (employee_id, employee_number, given_name, family_name, email, site_id, bargaining_unit_id)
select id(name), 'n-' || name, initcap(name), family, name || '@example.org', id(site), id(unit)
from (values ('ana', 'Ruiz', 'north', 'clerks'), ('ben', 'Okafor', 'north', 'clerks'),
             ('cruz', 'Ibáñez', 'south', 'clerks'), ('dora', 'Lindqvist', 'south', 'teachers'),
             ('emil', 'Tran', 'north', 'teachers'), ('fay', 'Öztürk', 'south', 'teachers')
     ) as person (name, family, site, unit);
insert into assignment (assignment_id, external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                        classification, flsa_status, fte, base_rate, source, starts_on)
select id('job of ' || lower(given_name)), 'a-' || given_name, employee_id, site_id, bargaining_unit_id, 'regular',
       'Counselor', 'classified', 'nonexempt', 1.0, 20 + length(family_name) + 0.125, 'hr', '2012-08-01'
from employee;
insert into usual_hours (assignment_id, weekday, employee_id, starts_at, ends_at, unpaid_minutes, minutes)
select assignment_id, weekday, employee_id, '07:30', '16:00', 30, 480 from assignment, generate_series(1, 5) as weekday;
insert into account (account_id, employee_id, sign_in_name, display_name, password_hash)
select id('account of ' || name), employee_id, name, initcap(name), '$scrypt$'
from unnest(array['ana', 'ben', 'cruz', 'dora', 'emil', 'fay', 'administrator', 'hr', 'representative']) as name
left join employee on employee_id = id(name);
insert into role_grant (role_grant_id, account_id, role, site_id, bargaining_unit_id, starts_on, granted_by)
select id('grant of ' || name), id('account of ' || name), role, id(site), id(unit), '2014-08-01', 'operator'
from (values ('hr', 'hr', null, null), ('administrator', 'incident_administrator', null, null),
             ('representative', 'union_representative', null, 'clerks'), ('emil', 'site_reviewer', 'north', null)
     ) as held (name, role, site, unit);
insert into roster_import (roster_import_id, file_name, file_digest, imported_by, report)
values (id('import'), 'roster.zip', digest('roster'), 'operator', '{"people": 6, "findings": []}');

insert into incident (incident_id, opened_by)
select id(name), id('account of administrator') from unnest(array['grades lost', 'schedules wrong', 'slow']) as name;
insert into incident_version (incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids,
                              recorded_by)
values (id('grades lost'), 1, 'Grades lost', 'grades', 1, 'identified', '2014-08-12T15:00Z', true, '{}',
        id('account of administrator')),
       (id('schedules wrong'), 1, 'Schedules wrong', 'scheduling', 2, 'identified', '2014-08-13T15:00Z', false,
        array[id('north')], id('account of administrator')),
       (id('slow'), 1, 'Everything slow', 'performance', 3, 'investigating', '2014-08-12T15:00Z', true, '{}',
        id('account of administrator'));
insert into live_incident
select incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids
from incident_version;
insert into read_event (read_event_id, account_id, page, subject)
values (id('look'), id('account of hr'), 'people', 'unit clerks');
insert into read_person (read_event_id, employee_id, account_id)
select id('look'), employee_id, id('account of hr') from employee where bargaining_unit_id = id('clerks');

-- Sessions that last; they are in no event.
insert into session (session_digest, session_id, account_id, ends_at, network, device)
select digest(sign_in_name), id('session of ' || sign_in_name), account_id, '2099-01-01', '10.0.0.1', 'Test'
from account;
create or replace function session_is_live(seen_at timestamptz, ends_at timestamptz, ended_at timestamptz)
returns boolean language sql stable as $$ select ended_at is null $$;
-- What was there before had its events by another clock.
delete from event_pending;
delete from event_field;
delete from event;
select keep_missing_facts();
select refuse_sign_in(null, 'Somebody', '10.0.0.9');
