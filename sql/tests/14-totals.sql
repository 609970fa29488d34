-- Totals: fold_totals counts what waits, totals_that_differ recounts everything, rebuild_totals repairs.
begin;
\ir given/district.sql
create function given.total(of_subject text, of_key text, of_facet text default 'all', of_facet_key text default '') returns text
language sql stable as $$
    select format('%s min, %s entries, %s people', minutes, entries, people) from hours_total
    where (subject, subject_key, facet, facet_key) = (of_subject, of_key, of_facet, of_facet_key)
$$;

select no_plan();
select is(total('district', ''), '645 min, 4 entries, 3 people', 'all hours that count; held ones don''t');
select is(total('incident', id('grades lost')::text), '265 min, 2 entries, 2 people', 'an incident has the minutes attributed to it');
select is(total('module', 'grades'), '265 min, 2 entries, 2 people', 'and so has its module');
select is(total('module', 'attendance'), '30 min, 1 entries, 1 people', 'a problem not listed counts for the module it names');
select is(total('district', '', 'day', day()::text), '645 min, 4 entries, 3 people', 'by day');
select is(total('district', '', 'site', id('north')::text), '645 min, 4 entries, 3 people', 'by site');
select is(total('district', '', 'category', 'build_schedules'), '645 min, 4 entries, 3 people', 'by category');
select is(fold_totals(), 1, 'an entry that waits is counted');
select is(total('district', ''), '645 min, 4 entries, 3 people', 'counted again it adds nothing');
select is(fold_totals(), 0, 'nothing waits');
select is_empty('select * from totals_that_differ()', 'all totals are right');

-- A correction takes back and adds; a withdrawal takes back.
select is((select outcome from correct_entry(jsonb_build_array(entry('colleague', 'of colleague',
    '{"version": 2, "change_reason": "cause", "category": "grades"}' || cause('schedules wrong', 5))))), 'recorded', 'given: a correction');
select is(fold_totals(), 1, 'it waits to be counted');
select is(total('incident', id('grades lost')::text), '60 min, 1 entries, 1 people', 'what it had added is taken back');
select is(total('incident', id('schedules wrong')::text), '105 min, 2 entries, 2 people', 'what it adds now is added');
select is(total('district', '', 'category', 'grades'), '205 min, 1 entries, 1 people', 'in its new category');
select is((select outcome from correct_entry(jsonb_build_array(entry('colleague', 'of colleague',
    '{"version": 3, "change_reason": "wrong_day", "is_withdrawn": true}')))), 'recorded', 'given: a withdrawal');
select fold_totals() \g /dev/null
select is(total('district', ''), '440 min, 3 entries, 2 people', 'it counts no more');
select is(total('district', '', 'category', 'grades'), null, 'a cell that nobody stands behind goes');
select is_empty('select * from totals_that_differ()', 'all totals are right');
select is_empty('select * from hours_person where entries <= 0 or minutes <= 0', 'nobody stands behind a cell with nothing');
select is((select count(distinct employee_id) from hours_person join hours_total using (hours_total_id)
           where subject = 'district' and facet = 'all'), 2::bigint,
          'people are counted once');

-- Totals that are wrong are named, and made right.
create temp table right_totals as select subject, subject_key, facet, facet_key, minutes, entries, people from hours_total;
update hours_total set minutes = minutes + 1 where subject = 'district' and facet = 'all';
select is((select string_agg(format('%s %s: %s not %s', subject, facet, kept_minutes, counted_minutes), '') from totals_that_differ()),
          'district all: 441 not 440', 'wrong minutes');
update hours_total set minutes = minutes - 1, entries = entries + 1 where subject = 'district' and facet = 'all';
select is((select count(*) from totals_that_differ()), 1::bigint, 'wrong entries');
delete from hours_total where subject = 'district' and facet = 'all';
select is((select string_agg(format('%s %s: %s not %s', kept_minutes is null, kept_people is null, counted_minutes, counted_people), '')
           from totals_that_differ()), 't t: 440 not 2', 'a total that is missing');
insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people) values ('incident', 'none', 'all', '', 60, 1, 1);
select is((select count(*) from totals_that_differ()), 2::bigint, 'a total too many');
update hours_person set minutes = minutes + 7;
select rebuild_totals() \g /dev/null
select set_eq('select subject, subject_key, facet, facet_key, minutes, entries, people from hours_total', 'table right_totals',
              'rebuilt, they are as they were');
select is_empty('select * from hours_person where not exists (select from hours_total as total where total.hours_total_id = hours_person.hours_total_id)',
                'each person stands behind a total');
select is_empty('select * from totals_that_differ()', 'and right');
select is(fold_totals(), 0, 'nothing waits after a rebuild');

-- An incident that is moved to another module takes its hours along.
update live_incident set module = 'access' where incident_id = id('grades lost');
select isnt_empty('select * from totals_that_differ()', 'an incident''s new module is found by the recount');
select is(outcome(who, format('select recount_incident(%L)', id('grades lost'))), '1', who || ' asks for a recount')
from unnest(array['owner', 'hr_of_unit', 'auditor', 'nobody']) as who;
select is(fold_totals(), 0, 'which is for incident administrators');
select act_as('administrator') \g /dev/null
select recount_incident(id('grades lost')) \g /dev/null
select act_as(null) \g /dev/null
select cmp_ok(fold_totals(), '>', 0, 'its entries are counted again');
select is_empty('select * from totals_that_differ()', 'all totals are right');
select is(total('module', 'access'), '60 min, 1 entries, 1 people', 'its hours are in the new module');
select is(total('module', 'grades'), null, 'and no longer in the old');

select is(outcome(who, 'select totals_that_differ()'), '42501', who || ' recounts nothing')
from unnest(array['owner', 'hr_of_unit', 'administrator', 'auditor', 'nobody', 'afterbell_signin', 'afterbell_report']) as who;
select is(outcome(who, 'select rebuild_totals()'), '42501', who || ' rebuilds nothing')
from unnest(array['owner', 'hr_of_unit', 'administrator', 'auditor', 'nobody', 'afterbell_signin', 'afterbell_report']) as who;
select is(outcome('nobody', 'select fold_totals()'), '1', 'the server counts what waits in a district''s name');

select * from finish();
rollback;
