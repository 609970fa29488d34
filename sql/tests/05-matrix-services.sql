-- Service roles against every table with every verb: what each is for, and nothing else. Forced row level security
-- leaves even the owner with nothing.
begin;
\ir given/district.sql
create temp table may (of_table text, role text, verbs text);
insert into may
select of_table, 'afterbell_' || split_part(pair, ':', 1), split_part(pair, ':', 2)
from (values
    ('academic_session', 'importer:siu'), ('account', 'signin:siu writer:s importer:s sealer:s'),
    ('assignment', 'writer:s importer:siu sealer:s'), ('attribution', 'writer:si sealer:s'), ('attribution_set', 'writer:si sealer:s'),
    ('bargaining_unit', 'signin:s importer:siu sealer:s'), ('employee', 'signin:s writer:s importer:siu sealer:s'),
    ('employee_alias', 'importer:siu'), ('hours_pending', 'writer:sid'), ('hours_person', 'writer:siud'),
    ('hours_share', 'writer:sid'), ('hours_total', 'writer:siud report:0'), ('incident', 'writer:s sealer:s'),
    ('incident_version', 'sealer:s'), ('live_entry', 'writer:siu'), ('live_incident', 'writer:s'), ('live_span', 'writer:sid'),
    ('read_event', 'sealer:s'), ('role_grant', 'signin:siu sealer:s'), ('roster_import', 'importer:si sealer:s'),
    ('roster_total', 'signin:su importer:su report:s'), ('session', 'signin:siu writer:s'),
    ('sign_in_refusal', 'signin:sid'), ('site', 'signin:s writer:s importer:siu sealer:s'), ('usual_hours', 'importer:siud sealer:s'),
    ('entry_hold', 'writer:si sealer:s'), ('event', 'writer:s sealer:si'), ('event_field', 'sealer:si'),
    ('event_pending', 'sealer:sid'), ('read_person', 'sealer:s'),
    ('log_check', 'sealer:si'), ('log_checkpoint', 'sealer:si'), ('log_cosignature', 'sealer:si'), ('log_key', 'sealer:si'),
    ('log_handed_out', 'sealer:si'), ('log_leaf', 'sealer:si'), ('log_node', 'sealer:si'), ('log_restore', 'sealer:si'),
    ('work_category', 'writer:s sealer:s'), ('work_entry', 'writer:si sealer:s'), ('work_entry_version', 'writer:si sealer:s')
) as expected (of_table, pairs), regexp_split_to_table(pairs, ' ') as pair;

create function given.rows_of(of_table text) returns text language plpgsql as $$
declare
    counted bigint;
begin
    execute format('select count(*) from district_test.%I', of_table) into counted;
    return counted;
end
$$;
create function given.first_row(of_table text) returns jsonb language plpgsql as $$
declare
    sample jsonb;
begin
    execute format('select to_jsonb(kept) from district_test.%I as kept limit 1', of_table) into sample;
    return sample;
end
$$;
create function given.free_column(of_table text) returns text language sql as $$
    select attname::text from pg_attribute
    where attrelid = ('district_test.' || of_table)::regclass and attnum > 0 and attidentity = '' order by attnum limit 1
$$;

select no_plan();
create temp table tried as
select role, every.of_table, coalesce(verbs, '') as verbs, rows_of(every.of_table) as all_rows
from (select distinct of_table from may) as every
cross join unnest(array['afterbell_signin', 'afterbell_writer', 'afterbell_importer', 'afterbell_report',
                        'afterbell_sealer']) as role
left join may using (of_table, role);

select is(outcome(role, format('select 1 from district_test.%I', of_table)),
          case when verbs like '%s%' then all_rows when verbs = '0' then '0' else '42501' end,
          format('%s reads %s', role, of_table))
from tried order by role, of_table;
select is(split_part(outcome(role, format('insert into district_test.%1$I overriding system value
              select (jsonb_populate_record(null::district_test.%1$I, %2$L)).*', of_table, first_row(of_table))), ' ', 1),
          case when verbs not like '%i%' then '42501' when of_table = 'sign_in_refusal' then '1' else '23505' end,
          format('%s adds to %s', role, of_table))
from tried order by role, of_table;
select is(outcome(role, format('update district_test.%1$I set %2$I = %2$I', of_table, free_column(of_table))),
          case when verbs like '%u%' then all_rows else '42501' end, format('%s changes %s', role, of_table))
from tried order by role, of_table;
select is(outcome(role, format('delete from district_test.%I', of_table)),
          case when verbs like '%d%' then all_rows else '42501' end, format('%s takes away from %s', role, of_table))
from tried order by role, of_table;

-- The owner holds the tables and sees nothing of them.
select is(outcome('afterbell_owner', format('select 1 from district_test.%I', of_table)), '0', 'the owner reads ' || of_table)
from (select distinct of_table from may) as every order by of_table;
select is(outcome('afterbell_owner', format('update district_test.%1$I set %2$I = %2$I', of_table, free_column(of_table))),
          '0', 'the owner changes ' || of_table)
from (select distinct of_table from may) as every order by of_table;
select is(outcome('afterbell_owner', format('delete from district_test.%I', of_table)), '0', 'the owner takes away from ' || of_table)
from (select distinct of_table from may) as every order by of_table;

select is(outcome('afterbell_sealer', $$insert into read_event (page, subject, role) values ('evidence_packet', '', 'operator')$$),
          '1', 'the sealer notes a look of the operator');
select is(outcome('afterbell_sealer', 'select password_hash from account'), '42501', 'the sealer can''t read password hashes');
select is(outcome('afterbell_writer', 'select password_hash from account'), '42501', 'the writer can''t read password hashes');
select is(outcome('afterbell_importer', 'select password_hash from account'), '42501', 'the importer can''t read password hashes');
select is(outcome('afterbell_importer', 'select sign_in_name from account'), '42501', 'nor sign-in names');

select * from finish();
rollback;
