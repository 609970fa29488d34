-- Each view read as every role, compared with the rows it should have: an owner's view over a forced table shows
-- nothing, and says nothing about it.
begin;
\ir given/district.sql
insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people) values
    ('incident', 'of ten', 'all', '', 600, 10, 10), ('incident', 'of ten', 'day', '2026-08-12', 600, 10, 10),
    ('incident', 'of nine', 'all', '', 540, 9, 9), ('module', 'grades', 'site', 'x', 600, 12, 12);

select no_plan();
select views_are('district_test', array['incident_hours'] || array(
    select 'fact_' || kind from unnest(array[
        'account', 'assignment', 'attribution', 'bargaining_unit', 'employee', 'entry_hold', 'incident',
        'log_key', 'log_restore', 'read', 'role_grant', 'roster_import', 'site', 'work_entry']) as kind));
select is(outcome('afterbell_sealer', 'select 1 from fact_' || kind), rows, 'the sealer sees all facts of ' || kind)
from (values ('account', (select count(*)::text from account)), ('assignment', (select count(*)::text from assignment)),
             ('attribution', '0'), ('bargaining_unit', (select count(*)::text from bargaining_unit)),
             ('employee', (select count(*)::text from employee)), ('entry_hold', (select count(*)::text from entry_hold)),
             ('incident', (select count(*)::text from incident_version)), ('log_key', '1'), ('log_restore', '1'),
             ('read', '1'), ('role_grant', (select count(*)::text from role_grant)), ('roster_import', '1'),
             ('site', (select count(*)::text from site)),
             ('work_entry', (select count(*)::text from work_entry_version))) as expected (kind, rows);
select is(outcome('afterbell_report', 'select 1 from incident_hours'), '1', 'reports see incidents of ten people and more, in all');
select is(outcome('afterbell_report', $$select 1 from incident_hours where people < 10 or incident_id = 'of nine'$$), '0',
          'and none of fewer');
select is(outcome('afterbell_report', 'select 1 from hours_total'), '1', 'the table below holds the same for reports');
select is(outcome(who, 'select 1 from district_test.incident_hours'), '42501', who || ' does not read the view')
from unnest(array['owner', 'hr_of_unit', 'administrator', 'auditor', 'representative', 'nobody', 'afterbell_server',
                  'afterbell_elsewhere', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer']) as who;
select is(outcome('afterbell_report', 'select 1 from roster_total'), '1', 'reports print coverage');
select columns_are('hours_total', array['hours_total_id', 'subject', 'subject_key', 'facet', 'facet_key', 'minutes', 'entries', 'people'],
                   'no person in totals');
select columns_are('roster_total', array['is_only', 'employees', 'accounts', 'sites'], 'nor in coverage');

select * from finish();
rollback;
