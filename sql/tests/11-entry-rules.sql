-- Every rule of an entry: the function names it row by row, so that one bad row refuses no batch; and whatever the
-- function lets through, the table takes.
begin;
\ir given/district.sql
update assignment set starts_on = '1990-01-01' where employee_id = id('teacher');
create temp table broken (rule text, changes jsonb);
insert into broken values
    ('work_entry_has_id', '{"work_entry_id": null}'),
    ('work_entry_has_id', '{"body_digest": "\\x00"}'),
    ('work_entry_version_counts_from_one', '{"version": 0}'),
    ('work_entry_version_counts_from_one', '{"version": 2}'),
    ('work_entry_version_counts_from_one', '{"version": null}'),
    ('work_entry_version_first_is_no_change', '{"is_withdrawn": true}'),
    ('work_entry_version_first_is_no_change', '{"change_reason": "times"}'),
    ('work_entry_version_assignment_is_live', jsonb_build_object('assignment_id', id('job of colleague'))),
    ('work_entry_version_assignment_is_live', '{"assignment_id": null}'),
    ('work_entry_version_assignment_is_live', '{"work_date": null}'),
    ('work_entry_version_site_is_known', jsonb_build_object('site_id', id('nowhere'))),
    ('work_entry_version_site_is_known', jsonb_build_object('charged_site_id', id('nowhere'))),
    ('work_entry_version_category_is_known', '{"category": "idling"}'),
    ('work_entry_version_minutes_fit_a_day', '{"worked_minutes": 0}'),
    ('work_entry_version_minutes_fit_a_day', '{"worked_minutes": -205}'),
    ('work_entry_version_minutes_fit_a_day', '{"worked_minutes": 1441}'),
    ('work_entry_version_minutes_fit_a_day', '{"worked_minutes": 2147483647}'),
    ('work_entry_version_minutes_fit_a_day', '{"worked_minutes": null}'),
    ('work_entry_version_break_is_shorter', '{"break_minutes": -1}'),
    ('work_entry_version_break_is_shorter', '{"break_minutes": 481}'),
    ('work_entry_version_shape_fits_values', '{"shape": "blob"}'),
    ('work_entry_version_shape_fits_values', '{"shape": null}'),
    ('work_entry_version_shape_fits_values', '{"starts_at": null}'),
    ('work_entry_version_shape_fits_values', '{"high_minutes": 300}'),
    ('work_entry_version_shape_fits_values', '{"shape": "minutes"}'),
    ('work_entry_version_shape_fits_values', '{"shape": "minutes", "starts_at": null, "ends_at": null, "break_minutes": 5}'),
    ('work_entry_version_shape_fits_values', '{"shape": "range", "starts_at": null, "ends_at": null}'),
    ('work_entry_version_high_is_higher', '{"shape": "range", "starts_at": null, "ends_at": null, "high_minutes": 205}'),
    ('work_entry_version_high_is_higher', '{"shape": "range", "starts_at": null, "ends_at": null, "high_minutes": 1441}'),
    ('work_entry_version_ends_after_start', jsonb_build_object('ends_at', at('16:10'))),
    ('work_entry_version_ends_after_start', jsonb_build_object('ends_at', at('16:09'))),
    ('work_entry_version_ends_after_start', '{"starts_at": "infinity"}'),
    ('work_entry_version_ends_after_start', '{"ends_at": "-infinity"}'),
    ('work_entry_version_is_not_ahead', '{"ends_at": "infinity"}'),
    ('work_entry_version_is_not_ahead', '{"ends_at": "294276-12-31T23:59:59Z"}'),
    ('work_entry_version_is_not_ahead', jsonb_build_object('shape', 'minutes', 'starts_at', null, 'ends_at', null, 'work_date', day() + 2)),
    ('work_entry_version_is_not_ahead', '{"shape": "minutes", "starts_at": null, "ends_at": null, "work_date": "infinity"}'),
    ('work_entry_version_minutes_fit_span', '{"worked_minutes": 206}'),
    ('work_entry_version_minutes_fit_span', '{"break_minutes": 15}'),
    ('work_entry_version_minutes_fit_span', jsonb_build_object('starts_at', at('16:10:01'))),
    ('work_entry_version_date_is_local_start', jsonb_build_object('work_date', day() - 1)),
    ('work_entry_version_date_is_recent', '{"starts_at": "-infinity"}'),
    ('work_entry_version_date_is_recent', '{"starts_at": "4714-11-24 00:00:00+00 BC"}'),
    ('work_entry_version_assignment_is_live', '{"work_date": "-infinity"}'),
    ('work_entry_version_date_is_recent', '{"shape": "minutes", "starts_at": null, "ends_at": null, "work_date": "1999-12-31"}'),
    ('work_entry_version_place_is_known', '{"place": "moon"}'),
    ('work_entry_version_place_is_known', '{"place": null}'),
    ('work_entry_version_needed_anyway_is_known', '{"needed_anyway": "maybe"}'),
    ('work_entry_version_counts_are_plausible', '{"records_corrected": -1}'),
    ('work_entry_version_counts_are_plausible', '{"students_served": 100001}'),
    ('work_entry_version_counts_are_plausible', '{"pushed_aside": "preparation", "pushed_aside_count": 1001}'),
    ('work_entry_version_pushed_aside_is_known', '{"pushed_aside": "lunch"}'),
    ('work_entry_version_pushed_aside_count_has_what', '{"pushed_aside_count": 1}'),
    ('work_entry_version_asked_by_is_known', '{"asked_by": "a stranger"}'),
    ('work_entry_version_treated_as_is_known', '{"treated_as": null}'),
    ('work_entry_version_source_is_known', '{"source": "hearsay"}'),
    ('work_entry_version_cause_is_known', '{"cause": null}'),
    ('work_entry_version_cause_is_known', '{"cause": "bad luck"}'),
    ('work_entry_version_not_listed_module_is_known', '{"cause": "not_listed"}'),
    ('work_entry_version_not_listed_module_is_known', '{"cause": "not_listed", "not_listed_module": "weather"}'),
    ('work_entry_version_not_listed_says_what', '{"not_listed_seen": "slow"}'),
    ('work_entry_version_not_listed_is_short', '{"cause": "not_listed", "not_listed_module": "grades", "not_listed_seen": ""}'),
    ('attribution_has_incidents', '{"cause": "incidents"}'),
    ('attribution_has_incidents', '{"cause": "incidents", "incidents": []}'),
    ('attribution_has_incidents', '{"cause": "incidents", "incidents": 5}'),
    ('attribution_has_incidents', '{"cause": "incidents", "incidents": {"a": 1}}'),
    ('attribution_has_incidents', '{"cause": "incidents", "incidents": [5]}'),
    ('attribution_has_incidents', cause('grades lost', 1) || '{"cause": "not_sure"}'),
    ('attribution_incident_is_known', cause('no such incident', 10)),
    ('attribution_incident_is_known', '{"cause": "incidents", "incidents": [{"minutes": 5}]}'),
    ('attribution_fits_entry', cause('grades lost', 206)),
    ('attribution_fits_entry', cause('grades lost', 0)),
    ('attribution_fits_entry', cause('grades lost', -5)),
    ('attribution_fits_entry', cause('grades lost', null)),
    ('attribution_fits_entry', jsonb_build_object('cause', 'incidents', 'incidents',
        (cause('grades lost', 2147483647) -> 'incidents') || (cause('schedules wrong', 2147483647) -> 'incidents'))),
    ('attribution_names_incident_once', jsonb_build_object('cause', 'incidents', 'incidents',
        (cause('grades lost', 5) -> 'incidents') || (cause('grades lost', 5) -> 'incidents')));
create temp table fine (changes jsonb);
insert into fine values
    ('{"cause": "not_system"}'), ('{"cause": "not_listed", "not_listed_module": "grades", "not_listed_seen": "blank page"}'),
    ('{"place": "home", "needed_anyway": "partly", "records_corrected": 100000, "students_served": 0}'),
    ('{"pushed_aside": "own_lunch", "pushed_aside_count": 1000, "asked_by": "nobody", "authorized_before": false}'),
    ('{"pushed_aside": "screening", "source": "notes", "source_made_on": "2026-01-01", "treated_as": "dont_know"}'),
    (jsonb_build_object('break_minutes', 5, 'worked_minutes', 200)),
    (cause('grades lost', 205)),
    (jsonb_build_object('cause', 'incidents', 'incidents',
        (cause('grades lost', 5) -> 'incidents') || (cause('schedules wrong', 200) -> 'incidents')));

select no_plan();
select is((select refusal from record_entries(jsonb_build_array(entry('teacher', 'x', changes)))), rule, rule || ': ' || changes::text)
from broken;
select is((select string_agg(outcome, '') from record_entries(jsonb_build_array(
              entry('teacher', changes::text, jsonb_build_object('work_entry_id', id(changes::text)) || changes)))),
          'recorded', 'kept: ' || changes::text)
from fine;
select is_empty(
    $$select rule from broken where rule not like 'attribution%' and rule not in ('work_entry_has_id',
          'work_entry_version_assignment_is_live', 'work_entry_version_site_is_known',
          'work_entry_version_category_is_known', 'work_entry_version_is_not_ahead')
      except select conname from pg_constraint$$, 'rules are named as the constraints that also stand on the table');
select is_empty(
    $$select conname from pg_constraint where conrelid = 'work_entry_version'::regclass and contype = 'c'
        and conname not in ('work_entry_version_change_has_digest', 'work_entry_version_withdrawal_has_reason',
                            'work_entry_version_change_reason_is_known')
      except select rule from broken$$, 'every constraint on the content of a first version is answered by name');

select * from finish();
rollback;
