-- What somebody tries who can run any statement in the district's role with the settings of an ordinary person, and what
-- somebody tries who can only send rows.
begin;
\ir given/district.sql
-- Fails with what it is told of somebody else; cheaper than any policy, so that a careless planner would ask it first.
create function given.peek(told text) returns boolean language plpgsql cost 0.0000001 as $$
begin
    if told <> 'Owner' then raise exception using errcode = 'AB002', message = told; end if;
    return true;
end
$$;
create function given.try(who text, variadic statements text[]) returns text language plpgsql as $$
declare
    statement text;
    answer text := '';
begin
    perform act_as(who);
    foreach statement in array statements loop
        if statement ~* '^(select|table|with)' then
            execute 'select count(*)::text from (' || statement || ') as found' into answer;
        else
            execute statement;
        end if;
    end loop;
    raise exception using errcode = 'AB000', message = answer;
exception
    when sqlstate 'AB000' then return sqlerrm;
    when others then return sqlstate;
end
$$;

select no_plan();

-- Settings: only text that is an id of one's own opens anything, and the server alone writes them. What is no id is
-- an error, never everything.
select is(try('owner', format('set local "afterbell.%s" = %L', name, value), 'select 1 from live_entry'), expected,
          format('%s = %L', name, value))
from (values ('employee_id', '', '0'), ('employee_id', 'x', '22P02'), ('employee_id', '%', '22P02'),
             ('employee_id', '00000000-0000-0000-0000-000000000000', '0'), ('hr_units', '{}', '3'), ('hr_units', '{NULL}', '3'),
             ('hr_units', '*', '22P02'), ('hr_units', '', '3'), ('auditor', 'on', '3'), ('incident_admin', 'on', '3'),
             ('union_units', '{*}', '3'), ('reviewer_sites', 'all', '3')) as tried (name, value, expected);
select is(try('owner', 'set local row_security = off', 'select 1 from employee'), '42501', 'row level security can''t be set aside');
select is(try('owner', 'reset "afterbell.employee_id"', 'select 1 from employee'), '0', 'without the setting there is nobody');
select is(try('owner', 'set local session_replication_role = replica'), '42501', 'nor constraints');

-- Functions and conditions of one's own see one's own rows only.
select is(try('owner', 'select 1 from employee where peek(given_name)'), '1', 'a condition is asked about rows that may be seen');
select is(try('owner', 'select 1 from (select given_name from employee offset 0) as e where peek(given_name)'), '1', 'wherever it stands');
select is(try('owner', $$select 1 from employee where 1 / (given_name <> 'Colleague')::integer = 1$$), '1', 'an error tells of no other row');
select is(try('owner', 'select 1 from employee as e join assignment using (employee_id) where peek(given_name)'), '1', 'nor through a join');

-- Names that come first: temporary tables, functions and types beside the real ones change nothing.
select is(try('owner', 'create temp table session as select null::bytea as session_digest',
              'create temp table work_entry (work_entry_id uuid)', 'create temp table entry_row (session_digest bytea)',
              'create temp table account as select id(''account of colleague'') as account_id, id(''colleague'') as employee_id',
              $$select 1 from district_test.caller_for_session(digest('owner')) where employee_id = id('owner')$$), '1',
          'temporary tables don''t stand in for sessions and accounts');
select is(try('owner', 'create temp table live_entry (work_entry_id uuid)', 'set local search_path = pg_temp, district_test, public, given',
              $$select 1 from district_test.record_entries(jsonb_build_array(entry('owner', 'fresh', '{"shape": "minutes", "starts_at": null, "ends_at": null}')))
                where state = 'counting'$$), '1', 'nor for entries, wherever the caller looks first');
select is(try('owner', 'create temp table sign_in_refusal (name_digest bytea, network text, refused_at timestamptz)',
              'select 1 from district_test.begin_sign_in(''x'', ''x'')', 'select 1 from pg_temp.sign_in_refusal'), '0', 'nor for refusals');
select is(try(who, 'create temp view fact_evil as select gen_random_uuid() as event_id, ''x'' as subject, ''x'' as role, null::uuid as account, ''{}''::jsonb as fields',
              'grant select on fact_evil to public', 'select keep_facts(''evil'')'), '42P01', 'nor for what events say, by ' || who)
from unnest(array['owner', 'hr_of_unit']) as who;
select is(try('owner', 'create function district_test.now() returns timestamptz language sql as $f$ select null::timestamptz $f$'), '42501',
          'nothing can be made in the district''s schema');
select is(try('owner', 'create function public.digest(text) returns bytea language sql as $f$ select null::bytea $f$'), '42501', 'nor in public');
select is(try('owner', 'create or replace view district_test.incident_hours as select 1 as one'), '42501', 'no view is replaced');
select is(try('owner', 'alter function district_test.record_entries(jsonb) security invoker'), '42501', 'no function is changed');
select is(try('owner', 'grant select on district_test.session to public'), '42501', 'nothing is granted');
select is(try('owner', 'alter table district_test.employee disable row level security'), '42501', 'no policy is set aside');
select is(try('owner', 'create policy all_of_it on district_test.employee using (true)'), '42501', 'none is added');
select is(try('owner', 'lock table district_test.work_entry in access exclusive mode'), '42501', 'no table is locked');
select is(try('owner', 'truncate district_test.work_entry cascade'), '42501', 'none is emptied');
select is(try('owner', 'select 1 from employee for update'), '42501', 'no row is locked');
select is(try('owner', $$select 1 from pg_stats where schemaname = 'district_test' and tablename in ('employee', 'session', 'work_entry_version')$$),
          '0', 'statistics show no values');
select is(try('owner', $$insert into read_event (account_id, page, subject) values (id('account of colleague'), 'people', '')$$), '42501',
          'nobody reads in somebody else''s name');
select is(try('administrator', $$insert into incident (incident_id, opened_by) values (id('new'), id('account of owner'))$$), '42501',
          'nor opens an incident in it');
select is(try('administrator', $$insert into incident (incident_id, opened_by, opened_at) values (id('new'), id('account of administrator'), '2020-01-01')$$),
          '42501', 'nor says when it was opened: that is the database''s clock');
select is(try('hr_of_unit', $$insert into read_event (account_id, page, subject, read_at) values (id('account of hr_of_unit'), 'people', '', '2020-01-01')$$),
          '42501', 'nor when names were read');
select is(try('owner', 'update work_entry_version set worked_minutes = 1'), '42501', 'no version is changed');

-- The other district's role, and the server before it says for whom it acts, find nothing even by full name.
select is(try(who, 'select 1 from district_test.employee'), '42501', who || ' by full name')
from unnest(array['afterbell_elsewhere', 'afterbell_server', 'afterbell_app']) as who;
select is(try('afterbell_elsewhere', 'set local search_path = district_test, pg_temp', 'select 1 from employee'), '42P01',
          'a search path opens no schema');
select is(try('afterbell_elsewhere', $$select 'district_test.employee'::regclass$$), '42501', 'not even a name');

-- Rows sent: nonsense raises (and splits the batch) or is refused; nothing of it is kept.
create temp table kept_before as select (select count(*) from work_entry) as entries, (select count(*) from work_entry_version) as versions;
select is(try('nobody', format('select 1 from record_entries(%L)', sent)), expected, left(sent, 90))
from (values
    ('{}', '22023'), ('null', '22023'), ('"x"', '22023'), ('[1]', '22023'), ('[null]', '22023'), ('[[]]', '22023'),
    ('[{}]', '1'), ('[{"work_entry_id": "x"}]', '22P02'), ('[{"worked_minutes": "many"}]', '22P02'),
    ('[{"worked_minutes": 99999999999}]', '22003'), ('[{"worked_minutes": 1.5}]', '22P02'), ('[{"worked_minutes": "NaN"}]', '22P02'),
    ('[{"starts_at": "yesterday evening"}]', '22007'), ('[{"starts_at": "294277-01-01T00:00:00Z"}]', '22008'),
    ('[{"work_date": "2026-02-30"}]', '22008'), ('[{"session_digest": "\\x0"}]', '22023'), ('[{"is_withdrawn": "maybe"}]', '22P02'),
    ('[{"place": "\u0000"}]', '22P05'), ('[{"unknown": 1}]', '1')) as tried (sent, expected);
select is(try('nobody', format('select 1 from record_entries(jsonb_build_array(entry(''owner'', ''x'', %L)))', changes)), expected, changes)
from (values ('{"cause": "incidents", "incidents": [{"incident_id": "x"}]}', '22P02'),
             ('{"employee_id": "00000000-0000-0000-0000-000000000000", "entered_by": "x", "zone": "UTC"}', '1')) as tried (changes, expected);
select is((select refusal from record_entries(jsonb_build_array(entry('owner', 'x', jsonb_build_object('cause', 'incidents', 'incidents',
    (select jsonb_agg(jsonb_build_object('incident_id', id('grades lost'), 'minutes', 1)) from generate_series(1, 10000))))))),
    'attribution_names_incident_once', 'one incident ten thousand times');
select is((select refusal from record_entries(jsonb_build_array(entry('owner', 'x', jsonb_build_object('cause', 'incidents', 'incidents',
    (select jsonb_agg(jsonb_build_object('incident_id', id(n::text), 'minutes', 1)) from generate_series(1, 10000) as n)))))),
    'attribution_incident_is_known', 'ten thousand incidents that are none');
select results_eq('select count(*), (select count(*) from work_entry_version) from work_entry', 'table kept_before', 'nothing of all this is kept');

-- Ten thousand rows at once, of two people, half of them overlapping.
create temp table many as
select count(*) filter (where state = 'counting') as counting, count(*) filter (where held_because = 'overlap') as held
from record_entries((
    select jsonb_agg(base || jsonb_build_object('work_entry_id', id('many ' || n),
        'starts_at', at('12:00', day() - n / 4), 'ends_at', at('13:00', day() - n / 4), 'work_date', day() - n / 4))
    from generate_series(4, 10003) as n
    join (values (0, entry('owner', '', '{"worked_minutes": 60}')), (1, entry('teacher', '', '{"worked_minutes": 60}')))
        as person (place, base) on place = n % 2));
select is((select counting + held from many), (select count(*) from work_entry) - (select entries from kept_before), 'each kept row counts or is held');
select is((select counting from many), (select held from many), 'of each pair one counts');
select is_empty($$select a.work_entry_id from live_span as a join live_span as b on a.employee_id = b.employee_id
                  and a.work_entry_id < b.work_entry_id and a.during && b.during$$, 'no two counting entries of a person overlap');
select is_empty($$select work_entry_id from live_entry where held_by = work_entry_id$$, 'no entry is held by itself');

select * from finish();
rollback;
