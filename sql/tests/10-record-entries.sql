-- record_entries: each row is answered by itself, under the session it came with.
begin;
\ir given/district.sql
-- What a batch is answered, as one text: outcome, state, why it is held, the rule.
create function given.answers(variadic entries jsonb[]) returns text language sql as $$
    select string_agg(concat_ws(' ', outcome, state, held_because, refusal), ', ' order by ordinal)
    from record_entries(to_jsonb(entries))
$$;
create function given.minutes(named text, changes jsonb default '{}') returns jsonb language sql stable as $$
    select entry('owner', named, '{"shape": "minutes", "starts_at": null, "ends_at": null, "worked_minutes": 30}' || changes)
$$;
create function given.span(who text, named text, since time, until time) returns jsonb language sql stable as $$
    select entry(who, named, jsonb_build_object('starts_at', at(since), 'ends_at', at(until),
        'worked_minutes', extract(epoch from until - since)::integer / 60))
$$;

select no_plan();
select act_as('nobody') \g /dev/null
-- Nobody's settings are set: the session in the row says who acts.
select is(answers(span('owner', 'a', '20:00', '21:00')), 'recorded counting', 'a new entry is kept and counts');
select is(answers(span('owner', 'a', '20:00', '21:00')), 'replayed counting', 'the same id and body again changes nothing');
select is(answers(span('owner', 'a', '20:00', '21:30')), 'differs counting', 'the same id with another body changes nothing');
select is(answers(span('colleague', 'a', '20:00', '21:00')), 'differs', 'the id of somebody else''s entry is taken; nothing more is said');
select is((select received_at from record_entries(jsonb_build_array(span('colleague', 'a', '20:00', '21:00')))), null,
          'not even when it came');
select is(answers(span('owner', 'b', '20:30', '22:00')), 'recorded held overlap', 'an overlap is held');
select is(answers(span('owner', 'c', '21:00', '21:30')), 'recorded counting', 'touching ends are no overlap: at the end');
select is(answers(span('owner', 'd', '19:35', '20:00')), 'recorded counting', 'nor at the start');
select is(answers(span('colleague', 'e', '20:00', '21:00')), 'recorded counting', 'two people work at the same time');
select is((select held_by from record_entries(jsonb_build_array(span('owner', 'b', '20:30', '22:00')))), id('a'),
          'a held entry names the one in its way');
select is(answers(minutes('m')), 'recorded counting', 'minutes on a date count, and overlap nothing');
select is(answers(minutes('r', '{"shape": "range", "high_minutes": 60}')), 'recorded counting', 'so does a range');

select is(answers(span('owner', 'f', '22:00', '22:30'), span('owner', 'f', '22:00', '22:30'), span('owner', 'f', '22:00', '22:45')),
          'recorded counting, recorded counting, differs counting', 'the same id twice in a batch is kept once');
select is(answers(span('owner', 'g', '12:00', '13:00'), span('owner', 'h', '12:30', '13:30')),
          'recorded counting, recorded held overlap', 'two that overlap in a batch: the earlier counts, the other is held');
select is((select held_by from record_entries(jsonb_build_array(span('owner', 'h', '12:30', '13:30')))), id('g'), 'and names it');
select is(answers(span('teacher', 'i', '12:00', '13:00'), span('colleague', 'i', '12:00', '13:00')),
          'recorded counting, differs', 'one id from two people in a batch: the first has it');
select is(answers(entry('owner', 'j', '{"worked_minutes": 7}'), span('owner', 'k', '06:00', '07:00'), entry('ghost', 'l')),
          'refused work_entry_version_minutes_fit_span, recorded counting, refused no_session', 'one bad row does not refuse the others');
select is(answers(variadic '{}'), null, 'an empty batch has no answers');

select is(answers(entry('owner', 'n', jsonb_build_object('starts_at', now() - interval '10 minutes', 'worked_minutes', 20,
              'ends_at', now() + interval '10 minutes', 'work_date', (now() at time zone 'America/Los_Angeles' - interval '10 minutes')::date))),
          'recorded held future', 'an end up to 15 minutes ahead is held');
select is(answers(entry('owner', 'o', jsonb_build_object('starts_at', now() - interval '10 minutes', 'worked_minutes', 26,
              'ends_at', now() + interval '16 minutes', 'work_date', (now() at time zone 'America/Los_Angeles' - interval '10 minutes')::date))),
          'refused work_entry_version_is_not_ahead', 'further ahead it is refused');

select act_as(null) \g /dev/null
select results_eq(
    $$select bargaining_unit_id, flsa_status, classification, entered_by, zone from work_entry_version where work_entry_id = id('a')$$,
    $$select id('clerks'), 'nonexempt'::text, null::text, id('account of owner'), 'America/Los_Angeles'::text$$,
    'unit, status, author and zone come from the roster and the session, not from the sender');
select results_eq(
    $$select incident_id, minutes from attribution where work_entry_id = id('evening')$$,
    $$select id('grades lost'), int4range(0, 60)$$, 'minutes of incidents are ranges within the entry');
select is((select count(*) from work_entry where work_entry_id in (id('j'), id('l'), id('o'))), 0::bigint, 'nothing of a refused row is kept');
select is((select count(*) from live_span where employee_id = id('owner') and work_entry_id in (id('b'), id('h'), id('n'))),
          0::bigint, 'a held entry takes up no time');

-- Sessions that don't count.
create function given.after(change text) returns text language plpgsql as $$
declare
    answer text;
begin
    execute change;
    answer := answers(span('owner', 'later', '05:00', '05:30'));
    raise exception using errcode = 'AB000', message = answer;
exception when sqlstate 'AB000' then return sqlerrm;
end
$$;
select is(after('update session set ended_at = now()'), 'refused no_session', 'an ended session');
select is(after($$update session set ends_at = now()$$), 'refused no_session', 'a session past its absolute limit');
select is(after($$update session set seen_at = now() - interval '1 hour'$$), 'refused no_session', 'a session idle for an hour');
select is(after($$update session set seen_at = now() - interval '59 minutes'$$), 'recorded counting', 'a session idle for less');
select is(after($$update account set status = 'disabled'$$), 'refused no_session', 'a disabled account');
select is(after($$update account set employee_id = null$$), 'refused account_has_employee', 'somebody who is not employed');
select is(after($$update assignment set ends_on = day() - 1$$), 'refused work_entry_version_assignment_is_live', 'a job that had ended');
select is(after($$update assignment set ends_on = day()$$), 'recorded counting', 'a job on its last day');
select is(after($$update assignment set starts_on = day() + 1$$), 'refused work_entry_version_assignment_is_live', 'a job not begun');

-- A session that only records stays in use.
update session set seen_at = now() - interval '50 minutes' where session_digest = digest('teacher');
select is(answers(span('teacher', 'late', '03:00', '03:30')), 'recorded counting', 'given: an entry');
select is((select seen_at from session where session_digest = digest('teacher')), now(), 'its session was used now');

select * from finish();
rollback;
