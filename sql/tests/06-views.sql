-- Each view read as every role, compared with the rows it should have: an owner's view over a forced table shows
-- nothing, and says nothing about it.
begin;
\ir given/district.sql
insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people) values
    ('incident', 'of ten', 'all', '', 600, 10, 10), ('incident', 'of ten', 'day', '2026-08-12', 600, 10, 10),
    ('incident', 'of nine', 'all', '', 540, 9, 9), ('module', 'grades', 'site', 'x', 600, 12, 12);

select no_plan();
select views_are('district_test', array['incident_hours']);
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
