-- caller_for_session: who is behind a session, with the scope of each role apart.
begin;
\ir given/district.sql
create function given.caller(who text) returns text language sql as $$
    select concat_ws(' ', 'reviewer', reviewer_sites, 'union', union_units, 'hr', hr_units,
                     case when is_incident_administrator then 'administrator' end, case when is_auditor then 'auditor' end)
    from caller_for_session(digest(who))
$$;
create function given.grants(who text, role text, site text default null, unit text default null,
                             since date default current_date, until date default null) returns void language sql as $$
    insert into role_grant (account_id, role, site_id, bargaining_unit_id, starts_on, ends_on, granted_by)
    values (id('account of ' || who), role, id(site), id(unit), since, until, 'test')
$$;

select no_plan();
select results_eq(
    $$select session_id, account_id, employee_id, display_name, language from caller_for_session(digest('owner'))$$,
    $$select id('session of owner'), id('account of owner'), id('owner'), 'Owner'::text, 'en'::text$$, 'account and person');
select is(caller('owner'), 'reviewer union hr', 'no role, no scope');
select is(caller('hr_of_unit'), format('reviewer union hr {%s}', id('clerks')), 'HR of one unit');
select is(caller('representative'), format('reviewer union {%s} hr', id('clerks')), 'a union representative');
select is(caller('reviewer'), format('reviewer {%s} union hr', id('north')), 'a site reviewer');
select is(caller('administrator'), 'reviewer union hr administrator', 'an incident administrator');
select is(caller('auditor'), 'reviewer union hr auditor', 'an auditor');
select is(caller('ghost'), null, 'a digest that is no session''s');
select is((select count(*) from caller_for_session(null)), 0::bigint, 'no digest');

-- Two roles of one account: each keeps its own scope.
select grants('colleague', 'hr', unit => 'teachers'), grants('colleague', 'union_representative', unit => 'clerks'),
       grants('colleague', 'site_reviewer', site => 'south') \g /dev/null
select is(caller('colleague'), format('reviewer {%s} union {%s} hr {%s}', id('south'), id('clerks'), id('teachers')), 'scopes never multiply');
select is(outcome('colleague', 'select 1 from employee'), '4', 'HR of the teachers sees them and themself');
select is(outcome('colleague', $$select 1 from employee where employee_id = id('owner')$$), '0',
          'a colleague of the unit that they represent stays unseen');
select is(outcome('colleague', $$select 1 from live_entry$$), '2', 'hours: the teacher''s and their own');
select grants('hr_of_unit', 'hr', unit => 'teachers') \g /dev/null
select is((select hr_units @> array[id('clerks'), id('teachers')] and cardinality(hr_units) = 2 from caller_for_session(digest('hr_of_unit'))),
          true, 'HR of two units');
select grants('hr_of_other', 'hr') \g /dev/null
select is((select cardinality(hr_units) from caller_for_session(digest('hr_of_other'))), 3, 'HR without a unit has all units');

-- Dates.
select grants('owner', 'auditor', since => current_date + 1) \g /dev/null
select is(caller('owner'), 'reviewer union hr', 'a role that begins tomorrow');
select grants('owner', 'hr', since => current_date - 9, until => current_date - 1) \g /dev/null
select is(caller('owner'), 'reviewer union hr', 'a role that ended yesterday');
select grants('owner', 'incident_administrator', since => current_date, until => current_date) \g /dev/null
select is(caller('owner'), 'reviewer union hr administrator', 'a role of today');

-- Sessions that don't count, and the note of their use.
create function given.caller_after(change text) returns bigint language plpgsql as $$
declare
    found bigint;
begin
    execute change;
    select count(*) into found from caller_for_session(digest('owner'));
    raise exception using errcode = 'AB000', message = found::text;
exception when sqlstate 'AB000' then return sqlerrm::bigint;
end
$$;
select is(caller_after(change), expected, change)
from (values ('update session set ended_at = now()', 0::bigint), ('update session set ends_at = now()', 0),
             ($$update session set seen_at = now() - interval '1 hour'$$, 0),
             ($$update session set seen_at = now() - interval '59 minutes'$$, 1),
             ($$update account set status = 'disabled'$$, 0),
             ('update account set password_hash = null', 1)) as tried (change, expected);
update session set seen_at = now() - interval '30 seconds' where session_id = id('session of owner');
select caller('owner') \g /dev/null
select is((select seen_at from session where session_id = id('session of owner')), now() - interval '30 seconds', 'use is noted once a minute');
update session set seen_at = now() - interval '61 seconds' where session_id = id('session of owner');
select caller('owner') \g /dev/null
select is((select seen_at from session where session_id = id('session of owner')), now(), 'after a minute it is');
update session set seen_at = now() - interval '61 minutes' where session_id = id('session of owner');
select caller('owner') \g /dev/null
select is((select seen_at from session where session_id = id('session of owner')), now() - interval '61 minutes', 'a session too long idle is not woken');

select * from finish();
rollback;
