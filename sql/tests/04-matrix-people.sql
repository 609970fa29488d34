-- Everybody against every table with every verb. Rows seen are exact; whatever is not named here is refused (42501) or
-- touches nothing.
begin;
\ir given/district.sql
create temp table sees (of_table text primary key, counts text);
-- owner, colleague, teacher, hr_of_unit, hr_of_other, reviewer, representative, administrator, auditor, nobody:
-- rows each sees, or - where the table is closed to requests.
insert into sees values
    ('academic_session',   '1 1 1 1 1 1 1 1 1 0'),
    ('account',            '- - - - - - - - - -'),
    ('assignment',         '1 1 1 3 3 1 0 0 0 0'),
    ('attribution',        '1 1 1 2 1 0 0 0 0 0'),
    ('attribution_set',    '1 1 1 2 1 0 0 0 0 0'),
    ('bargaining_unit',    '3 3 3 3 3 3 3 3 3 0'),
    ('employee',           '1 1 1 3 3 1 0 0 0 0'),
    ('employee_alias',     '- - - - - - - - - -'),
    ('entry_hold',         '1 0 0 1 0 0 0 0 0 0'),
    ('event',              '- - - - - - - - - -'),
    ('event_field',        '- - - - - - - - - -'),
    ('event_pending',      '- - - - - - - - - -'),
    ('hours_pending',      '- - - - - - - - - -'),
    ('hours_person',       '- - - - - - - - - -'),
    ('hours_share',        '- - - - - - - - - -'),
    ('hours_total',        '0 0 0 * * 0 0 * * 0'),
    ('incident',           '2 2 2 2 2 2 2 2 2 0'),
    ('incident_hours',     '- - - - - - - - - -'),
    ('incident_version',   '2 2 2 2 2 2 2 2 2 0'),
    ('live_entry',         '3 1 1 4 1 0 0 0 0 0'),
    ('live_incident',      '2 2 2 2 2 2 2 2 2 0'),
    ('live_span',          '1 1 1 0 0 0 0 0 0 0'),
    ('log_check',          '1 1 1 1 1 1 1 1 1 0'),
    ('log_checkpoint',      '1 1 1 1 1 1 1 1 1 0'),
    ('log_cosignature',     '1 1 1 1 1 1 1 1 1 0'),
    ('log_handed_out',      '- - - - - - - - - -'),
    ('log_key',             '1 1 1 1 1 1 1 1 1 0'),
    ('log_leaf',            '1 1 1 1 1 1 1 1 1 0'),
    ('log_node',            '1 1 1 1 1 1 1 1 1 0'),
    ('log_restore',         '1 1 1 1 1 1 1 1 1 0'),
    ('read_event',         '0 0 0 1 0 0 0 0 0 0'),
    ('read_person',        '1 0 0 0 0 0 0 0 0 0'),
    ('role_grant',         '- - - - - - - - - -'),
    ('roster_import',      '- - - - - - - - - -'),
    ('roster_total',       '1 1 1 1 1 1 1 1 1 0'),
    ('session',            '- - - - - - - - - -'),
    ('sign_in_refusal',    '- - - - - - - - - -'),
    ('site',               '2 2 2 2 2 2 2 2 2 0'),
    ('usual_hours',        '1 1 1 1 0 1 0 0 0 0'),
    ('work_category',      '15 15 15 15 15 15 15 15 15 0'),
    ('work_entry',         '3 1 1 0 0 0 0 0 0 0'),
    ('work_entry_version', '3 1 1 4 1 0 0 0 0 0');
insert into sees
select relname, '- - - - - - - - - -' from pg_class
where relnamespace = 'district_test'::regnamespace and relname like 'fact\_%';
create temp table who as
select name, place from unnest(array['owner', 'colleague', 'teacher', 'hr_of_unit', 'hr_of_other', 'reviewer',
                                     'representative', 'administrator', 'auditor', 'nobody'])
    with ordinality as person (name, place);

-- The verbs as statements: read all, add a row that is there already, change nothing in any row, take all away.
create function given.statement(verb text, of_table text) returns text language plpgsql as $$
declare
    sample jsonb;
    free_column text := (
        select attname from pg_attribute
        where attrelid = ('district_test.' || of_table)::regclass and attnum > 0 and attidentity = '' order by attnum limit 1);
begin
    execute format('select to_jsonb(kept) from district_test.%I as kept limit 1', of_table) into sample;
    return case verb
        when 'select' then format('select 1 from district_test.%I', of_table)
        when 'insert' then format('insert into district_test.%1$I overriding system value
            select (jsonb_populate_record(null::district_test.%1$I, %2$L)).*', of_table, sample)
        when 'update' then format('update district_test.%1$I set %2$I = %2$I', of_table, free_column)
        else format('delete from district_test.%I', of_table)
    end;
end
$$;

select no_plan();
select set_eq('select of_table from sees',
    $$select relname::text from pg_class where relnamespace = 'district_test'::regnamespace and relkind in ('r', 'v')$$,
    'every table and view is in this test');

select is(outcome(name, statement('select', of_table)),
          case seen when '-' then '42501' when '*' then (select count(*)::text from hours_total) else seen end,
          format('%s reads %s', name, of_table))
from sees cross join who cross join split_part(counts, ' ', place::integer) as seen
order by of_table, place;

-- What requests may write: incidents by their administrator, and one's own look at names; the times of both are the
-- database's, so that no whole row of a fact can be added. A row that is there already meets its key; what is not one's
-- to write is refused before that.
select is(outcome(name, statement('insert', of_table)),
          case when name = 'administrator' and of_table = 'live_incident' then '23505 live_incident_pkey'
               when name = 'hr_of_unit' and of_table = 'read_person' then '23505 read_person_pkey' else '42501' end,
          format('%s adds to %s', name, of_table))
from sees cross join who
where of_table <> 'incident_hours' and of_table not like 'fact\_%'
order by of_table, place;
select is(outcome(name, format('insert into incident (incident_id, opened_by) values (%L, %L)', id('new'), id('account of ' || name))),
          case name when 'administrator' then '1' else '42501' end, name || ' opens an incident')
from who order by place;
select is(outcome(name, format($$insert into incident_version (incident_id, version, title, module, severity, status, began_at,
              is_everywhere, site_ids, recorded_by) values (%L, 2, 'Grades', 'grades', 1, 'identified', now(), true, '{}', %L)$$,
              id('grades lost'), id('account of ' || name))),
          case name when 'administrator' then '1' else '42501' end, name || ' changes an incident')
from who order by place;
select is(outcome(name, format($$insert into read_event (account_id, page, subject) values (%L, 'people', '')$$, id('account of ' || name))),
          case when name = 'nobody' then '42501' else '1' end, name || ' notes their own look at names')
from who order by place;
select is(outcome(name, statement('update', of_table)),
          case when of_table <> 'live_incident' then '42501' when name = 'administrator' then '2' else '0' end,
          format('%s changes %s', name, of_table))
from sees cross join who
where of_table <> 'incident_hours' and of_table not like 'fact\_%'
order by of_table, place;
select is(outcome(name, statement('delete', of_table)), '42501', format('%s takes away from %s', name, of_table))
from sees cross join who
where of_table <> 'incident_hours' and of_table not like 'fact\_%'
order by of_table, place;

-- The role of another district, with every setting of this district's owner; the server by itself; the role that
-- policies name: none of them gets in.
select is(outcome(role, statement(verb, of_table)), '42501', format('%s: %s on %s', role, verb, of_table))
from sees cross join unnest(array['afterbell_elsewhere', 'afterbell_server', 'afterbell_app']) as role
cross join unnest(array['select', 'insert', 'update', 'delete']) as verb
where of_table <> 'incident_hours' and of_table not like 'fact\_%'
order by role, of_table, verb;

-- Total tables: only who may.
select is(outcome(name, 'select 1 from hours_total'),
          case when name in ('hr_of_unit', 'hr_of_other', 'administrator', 'auditor')
               then (select count(*)::text from hours_total) else '0' end, name || ' and hours in total')
from who order by place;

select * from finish();
rollback;
