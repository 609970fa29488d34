-- correct_entry: the next version of one's own entry, and what it frees.
begin;
\ir given/district.sql
create function given.correction(who text, named text, changes jsonb) returns text language sql as $$
    select concat_ws(' ', outcome, version, state, held_because, refusal)
    from correct_entry(jsonb_build_array(entry(who, named, '{"version": 2, "change_reason": "times"}' || changes)))
$$;
create function given.state_of(named text) returns text language sql stable as $$
    select concat_ws(' ', version, state, held_because) from live_entry where work_entry_id = id(named)
$$;

select no_plan();
select is(state_of('held'), '1 held overlap', 'given: an entry held by another');
select is(correction('owner', 'evening', '{"records_corrected": 9}'), 'recorded 2 counting', 'a correction is the next version');
select is(correction('owner', 'evening', '{"records_corrected": 9}'), 'replayed 2 counting', 'the same again changes nothing');
select is(correction('owner', 'evening', '{"records_corrected": 10}'), 'stale 2 counting', 'a version that stands is not written over');
select is(correction('owner', 'evening', '{"records_corrected": 10, "version": 4}'), 'stale 2 counting', 'nor one skipped');
select is(correction('owner', 'evening', '{"version": 1, "change_reason": null}'),
          'refused 2 counting work_entry_version_counts_from_one', 'nor the first replaced');
select is(correction('colleague', 'evening', '{"version": 3}'), 'not_found', 'a colleague finds no such entry');
select is(correction('hr_of_unit', 'evening', '{"version": 3}'), 'not_found', 'nor does HR of the unit');
select is(correction('owner', 'nothing', '{}'), 'not_found', 'an id that nobody has');
select is(correction('administrator', 'evening', '{"version": 3}'), 'refused account_has_employee', 'somebody not employed');
select is(correction('ghost', 'evening', '{"version": 3}'), 'refused no_session', 'nobody signed in');
select is(correction('owner', 'evening', '{"version": 3, "change_reason": "whim"}'),
          'refused 2 counting work_entry_version_change_reason_is_known', 'a correction says why');
select is(correction('owner', 'evening', '{"version": 3, "is_withdrawn": true}'),
          'refused 2 counting work_entry_version_withdrawal_has_reason', 'a withdrawal has a reason of its own');
select is(state_of('held'), '1 held overlap', 'none of this freed the held one');

-- Shortened to 16:10 until 16:15, the other (16:15 until 19:35) counts.
select is(correction('owner', 'evening', jsonb_build_object('version', 3, 'ends_at', at('16:15'), 'worked_minutes', 5)),
          'recorded 3 counting', 'shortened');
select is(state_of('held'), '1 counting', 'what was held by it counts');
select is((select during from live_span where work_entry_id = id('evening')), tstzrange(at('16:10'), at('16:15')), 'and takes up its new time only');
select is(correction('owner', 'evening', '{"version": 4}'), 'recorded 4 held overlap', 'lengthened again it is held itself');
select is((select held_by from live_entry where work_entry_id = id('evening')), id('held'), 'by the one that counts now');
select is((select count(*) from live_span where work_entry_id = id('evening')), 0::bigint, 'and takes up no time');
select is(correction('owner', 'held', '{"worked_minutes": 200, "is_withdrawn": true, "change_reason": "entered_twice"}'
                     || jsonb_build_object('starts_at', at('16:15'))), 'recorded 2 withdrawn', 'withdrawn');
select is(state_of('evening'), '4 counting', 'a withdrawal frees its time');
select is((select count(*) from live_span where work_entry_id = id('held')), 0::bigint, 'and takes up none');
select is(correction('owner', 'held', '{"version": 3, "worked_minutes": 1}' || jsonb_build_object('starts_at', at('19:35'), 'ends_at', at('19:36'))),
          'recorded 3 counting', 'a withdrawn entry can be brought back');
select is(correction('owner', 'minutes', '{"shape": "span", "cause": "not_sure"}'), 'recorded 2 held overlap', 'minutes become a span, and may clash');
select is(correction('owner', 'minutes', '{"version": 3, "shape": "minutes", "starts_at": null, "ends_at": null}'),
          'recorded 3 counting', 'and become minutes again');

select is((select array_agg(version order by version) from work_entry_version where work_entry_id = id('evening')),
          array[1, 2, 3, 4], 'all versions stay');
select is((select array_agg(version order by version) from attribution where work_entry_id = id('evening')), array[1],
          'and so does what each attributed');
select is(correction('owner', 'evening', '{"version": 5}' || cause('schedules wrong', 205)), 'recorded 5 counting', 'attributed anew');
select results_eq($$select incident_id from attribution where work_entry_id = id('evening') and version = 5$$,
                  $$select id('schedules wrong')$$, 'under the new version');
select throws_ok($$select correct_entry(jsonb_build_array(entry('owner', 'a'), entry('owner', 'b')))$$, 'P0001',
                 'correct_entry takes one entry', 'one at a time');
select throws_ok($$select correct_entry('[]')$$, 'P0001', 'correct_entry takes one entry', 'and not none');
select is(outcome('owner', $$insert into work_entry_version select kept.* from work_entry_version as kept$$), '42501',
          'there is no other way to write a version');

-- A job that HR ended later: what was recorded under it can still be taken out, but not be said anew.
update assignment set starts_on = day() - 30, ends_on = day() - 20 where employee_id = id('colleague');
select is(correction('colleague', 'of colleague', '{"records_corrected": 3}'),
          'refused 1 counting work_entry_version_assignment_is_live', 'a correction needs a job of that day');
select is(correction('colleague', 'of colleague', '{"is_withdrawn": true, "change_reason": "wrong_day"}'), 'recorded 2 withdrawn',
          'to take an entry out needs none');

select * from finish();
rollback;
