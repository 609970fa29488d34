-- A million entries of five thousand people over two hundred days (and a hundred thousand intervals, whose index is slow
-- to make), for tests of plans. The rows are written past the
-- functions and without checking references: they are right by construction, and only their number matters.
insert into employee (employee_id, employee_number, given_name, family_name, site_id, bargaining_unit_id)
select id('person ' || n), 'p' || n, 'Given' || n, 'Family' || n % 500, id('north'),
       case when n % 2 = 0 then id('clerks') else id('teachers') end
from generate_series(1, 5000) as n;
insert into assignment (assignment_id, external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                        flsa_status, source, starts_on)
select id('job ' || employee_number), 'job ' || employee_number, employee_id, site_id, bargaining_unit_id, 'regular',
       'Counselor', 'nonexempt', 'hr', '2020-01-01'
from employee where employee_number like 'p%';
insert into usual_hours (assignment_id, weekday, employee_id, minutes)
select assignment_id, weekday, employee_id, 480 from assignment cross join generate_series(2, 5) as weekday;
insert into incident (incident_id, opened_by)
select id('incident ' || n), id('account of administrator') from generate_series(1, 2000) as n;
insert into incident_version (incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids,
                              recorded_by)
select id('incident ' || n), 1, 'Incident ' || n, 'grades', 2, 'identified', at('08:00') - n * interval '1 hour', true, '{}',
       id('account of administrator') from generate_series(1, 2000) as n;
insert into live_incident
select incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids
from incident_version where title like 'Incident %';

-- Keys and indexes are taken off and made anew at the end, which is much faster. A table that had changes in this
-- transaction gets its rows anew, else it could not use an index made later.
create temp table few as table live_entry;
truncate live_entry;
insert into live_entry table few;
create temp table few_totals as table hours_total;
truncate hours_total;
insert into hours_total overriding system value table few_totals;
set local session_replication_role = replica;
set local maintenance_work_mem = '512MB';
create temp table put_back as
select conrelid, format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as how,
       format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as away
from pg_constraint where contype in ('p', 'u')
union all
select indrelid, pg_get_indexdef(indexrelid), format('drop index %s', indexrelid::regclass) from pg_index
where not exists (select from pg_constraint where conindid = indexrelid);
delete from put_back where conrelid <> all (array['work_entry', 'work_entry_version', 'live_entry', 'live_span', 'attribution_set',
                                                  'attribution', 'hours_total']::regclass[]);
alter table attribution drop constraint attribution_minutes_once;
do $$
declare
    statement text;
begin
    for statement in select away from put_back loop execute statement; end loop;
end
$$;
create temp table many as
select md5('entry ' || n)::uuid as work_entry_id, person.*, day.*, n
from generate_series(0, 199) as back
cross join lateral (select day() - 1 - back as work_date, at('16:00', day() - 1 - back) as starts_at) as day
cross join (select employee_id, bargaining_unit_id, assignment_id, substring(external_id from '\d+$')::integer - 1 as place
            from assignment where external_id like 'job p%') as person
cross join lateral (select back * 5000 + place as n) as numbered;
insert into work_entry (work_entry_id, employee_id, body_digest) select work_entry_id, employee_id, digest('x') from many;
insert into work_entry_version (work_entry_id, version, employee_id, assignment_id, bargaining_unit_id, flsa_status, site_id,
    charged_site_id, place, shape, starts_at, ends_at, zone, work_date, break_minutes, worked_minutes, work_category_id,
    cause, treated_as, source, is_withdrawn, entered_by)
select work_entry_id, 1, employee_id, assignment_id, bargaining_unit_id, 'nonexempt', id('north'), id('north'), 'site', 'span',
       starts_at, starts_at + interval '1 hour', 'America/Los_Angeles', work_date, 0, 60, 1, 'incidents', 'nothing_yet',
       'as_it_happened', false, id('account of owner')
from many;
insert into live_entry (work_entry_id, version, employee_id, bargaining_unit_id, work_date, worked_minutes, state)
select work_entry_id, 1, employee_id, bargaining_unit_id, work_date, 60, 'counting' from many;
insert into live_span
select work_entry_id, employee_id, bargaining_unit_id, tstzrange(starts_at, starts_at + interval '1 hour') from many
where n < 100000;
insert into attribution_set (work_entry_id, version, set_number, side, employee_id, bargaining_unit_id, worked_minutes, attributed_by)
select work_entry_id, 1, 1, 'staff', employee_id, bargaining_unit_id, 60, id('account of owner') from many;
insert into attribution (work_entry_id, version, set_number, incident_id, employee_id, bargaining_unit_id, worked_minutes, minutes)
select work_entry_id, 1, 1, id('incident ' || 1 + n % 2000), employee_id, bargaining_unit_id, 60, int4range(0, 60) from many;
insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people)
select 'incident', id('incident ' || n)::text, 'day', (day() - d)::text, 600, 20, 20
from generate_series(1, 2000) as n, generate_series(1, 50) as d;
set local session_replication_role = origin;
do $$
declare
    statement text;
begin
    for statement in select how from put_back order by how loop execute statement; end loop;
end
$$;
analyze employee, assignment, usual_hours, incident_version, live_incident, work_entry, work_entry_version, live_entry,
    live_span, attribution_set, attribution, hours_total;
