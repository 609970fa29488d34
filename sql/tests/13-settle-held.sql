-- settle_held: held entries count once their reason is gone. Time moves by moving what is kept of it.
begin;
\ir given/district.sql
create function given.state_of(named text) returns text language sql stable as $$
    select concat_ws(' ', state, held_because) from live_entry where work_entry_id = id(named)
$$;
create function given.ahead(who text, named text) returns text language sql as $$
    select concat_ws(' ', outcome, state, held_because) from record_entries(jsonb_build_array(entry(who, named, jsonb_build_object(
        'starts_at', now() - interval '50 minutes', 'ends_at', now() + interval '10 minutes', 'worked_minutes', 60,
        'work_date', ((now() - interval '50 minutes') at time zone 'America/Los_Angeles')::date))))
$$;
-- Ten minutes later: what was ahead has been reached.
create function given.wait_for(named text) returns void language sql as $$
    update work_entry_version set starts_at = starts_at - interval '11 minutes', ends_at = ends_at - interval '11 minutes',
        work_date = ((starts_at - interval '11 minutes') at time zone zone)::date
    where work_entry_id = id(named);
    update live_entry set settles_at = settles_at - interval '11 minutes' where work_entry_id = id(named)
$$;

select no_plan();
select is(ahead('owner', 'now'), 'recorded held future', 'given: an end ten minutes ahead');
select is(ahead('owner', 'too'), 'recorded held future', 'given: another at the same time');
select is(ahead('teacher', 'theirs'), 'recorded held future', 'given: one of somebody else');
select act_as('nobody') \g /dev/null
select is(settle_held(), 0, 'before its end is reached nothing settles');
select act_as(null) \g /dev/null
select wait_for('now'), wait_for('too') \g /dev/null
select act_as('nobody') \g /dev/null
select is(settle_held(), 1, 'one of two that overlap settles');
select act_as(null) \g /dev/null
select set_eq($$select state_of('now') union all select state_of('too')$$, array['counting', 'held overlap'], 'the other is held by it');
select is((select count(*) from live_entry as held join live_span as span on span.work_entry_id = held.held_by
           where held.work_entry_id in (id('now'), id('too'))), 1::bigint, 'and names it');
select is(state_of('theirs'), 'held future', 'one that is ahead still waits');
select is((select settles_at from live_entry where work_entry_id = id('theirs')), now() + interval '10 minutes', 'until its end');
select is((select count(*) from hours_pending where work_entry_id in (id('now'), id('too'))), 3::bigint,
          'what settled is counted again');
select is(settle_held(), 0, 'asked again, nothing more settles');
delete from live_span where employee_id = id('owner') and work_entry_id <> id('evening');
select is(settle_held(), 1, 'once the time is free, it does');
select is(state_of('held'), 'held overlap', 'an older overlap stands');
select is(outcome('owner', 'select settle_held()'), '1', 'a request may let them settle');
select is(outcome('afterbell_elsewhere', 'select district_test.settle_held()'), '42501', 'another district may not');

select * from finish();
rollback;
