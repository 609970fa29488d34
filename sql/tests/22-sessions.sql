-- What a person may do with accounts and sessions: their own; HR sees who has an account.
begin;
\ir given/district.sql
insert into session (session_digest, session_id, account_id, ends_at, network, device)
select digest('second ' || name), id('second session of ' || name), id('account of ' || name), now() + interval '1 hour', '10.0.0.2', 'Phone'
from unnest(array['owner', 'colleague']) as name;
create function given.as_person(who text, question text) returns text language plpgsql as $$
declare
    answer text;
begin
    perform act_as(who);
    execute question into answer;
    perform act_as(null);
    return answer;
end
$$;
create function given.live_sessions(who text) returns bigint language sql stable as $$
    select count(*) from session where account_id = id('account of ' || who) and ended_at is null
$$;

select no_plan();
select is(as_person('owner', 'select count(*) from my_sessions()'), '2', 'a person sees their own sessions');
select is(as_person('owner', $$select count(*) from my_sessions() where session_id in (id('session of owner'), id('second session of owner'))$$), '2', 'and no others');
select is(as_person('nobody', 'select count(*) from my_sessions()'), '0', 'nobody sees none');
select is(as_person('owner', $$select end_sessions(id('second session of colleague'), null)$$), '0', 'nobody ends a session of somebody else');
select is(as_person('hr_of_unit', $$select end_sessions(id('second session of owner'), null)$$), '0', 'HR neither');
select is(as_person('nobody', $$select end_sessions(id('second session of owner'), null)$$), '0', 'nobody ends one');
select is(as_person('nobody', $$select end_sessions(null, id('session of owner'))$$), '0', 'nor all others');
select is(as_person('owner', $$select end_sessions(null, null)$$), '0', 'neither named nor kept ends none');
select is(live_sessions('owner') + live_sessions('colleague'), 4::numeric::bigint, 'all four live');
select is(as_person('owner', $$select end_sessions(id('second session of owner'), null)$$), '1', 'the one named ends');
select is(as_person('owner', $$select end_sessions(id('second session of owner'), null)$$), '0', 'once');
select is((select count(*) from caller_for_session(digest('second owner'))), 0::bigint, 'and is over');
select is(as_person('owner', $$select is_own_session(digest('second owner'))$$), 'true', 'a session that is over was still their own')
where (select ended_at is not null from session where session_digest = digest('second owner'));
select is(as_person(who, $$select is_own_session(digest('second owner'))$$), 'false', 'it is none of ' || who)
from unnest(array['colleague', 'hr_of_unit', 'nobody']) as who;
select is(as_person('owner', $$select is_own_session(digest('no such session'))$$), 'false', 'one that never was is nobody''s');
select is(as_person('colleague', $$select end_sessions(null, id('session of colleague'))$$), '1', 'all but the kept one end');
select is(live_sessions('colleague'), 1::bigint, 'one is left');
select is(live_sessions('teacher'), 1::bigint, 'other people''s sessions stay');

select is(as_person('hr_of_unit', $$select account_status(id('owner'))$$), 'active', 'HR learns that a person has an account');
select is(as_person('hr_of_unit', $$select account_status(id('nowhere'))$$), 'none', 'or has none');
select is(as_person(who, $$select account_status(id('owner'))$$), 'none', who || ' learns nothing')
from unnest(array['colleague', 'reviewer', 'representative', 'administrator', 'auditor', 'nobody']) as who;

select as_person('owner', $$select choose_language('es')$$) \g /dev/null
select is((select string_agg(sign_in_name, '') from account where language = 'es'), 'owner', 'a person chooses their own language');
select as_person('nobody', $$select choose_language('es')$$) \g /dev/null
select is((select count(*) from account where language = 'es'), 1::bigint, 'nobody chooses none');
select is(outcome('owner', $$select choose_language('xx')$$), '23514 account_language_is_known', 'known languages only');

select is(outcome('afterbell_importer', 'select count_roster()'), '1', 'the importer counts the roster');
select count_roster() \g /dev/null
select is((select format('%s %s %s', employees, accounts, sites) from roster_total), '5 5 2', 'people, people with accounts, schools');
update employee set ended_on = current_date - 1 where employee_id = id('teacher');
update account set status = 'disabled' where sign_in_name = 'colleague';
select count_roster() \g /dev/null
select is((select format('%s %s', employees, accounts) from roster_total), '4 3', 'without those who left or are disabled');

-- Every function that requests don't call is closed to them.
select is(outcome(who, call), '42501', who || ' may not: ' || call)
from unnest(array['owner', 'hr_of_unit', 'administrator', 'afterbell_report', 'afterbell_elsewhere', 'afterbell_server']) as who
cross join unnest(array['select district_test.count_roster()', 'select district_test.keep_versions(null)',
    'select district_test.checked_entries(''[]'', true)', 'select district_test.add_to_totals(null)',
    'select * from district_test.hours_share_now(null)', 'select * from district_test.totals_that_differ()',
    'select district_test.broken_cause_rule(null)', 'select * from district_test.hours_facets(null, null, null)', 'select district_test.sign_in_wait(null, null, true)',
    'select district_test.settle_entries(null)']) as call;
select is(outcome(who, call), '42501', who || ' may not: ' || call)
from unnest(array['afterbell_elsewhere', 'afterbell_server', 'afterbell_app', 'afterbell_report', 'afterbell_importer']) as who
cross join unnest(array['select * from district_test.caller_for_session(null)', 'select * from district_test.my_sessions()',
    'select * from district_test.begin_sign_in(''owner'', ''x'')', 'select district_test.record_entries(''[]'')',
    'select district_test.correct_entry(''[]'')', 'select district_test.settle_held()', 'select district_test.fold_totals()',
    'select district_test.start_session(null, null, null, null)', 'select district_test.end_sessions(null, null)',
    'select district_test.is_own_session(null)']) as call;

select * from finish();
rollback;
