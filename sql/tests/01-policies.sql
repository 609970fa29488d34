-- Each table is locked twice: grants (02) and row level security. The set of policies is exact, so that one more fails:
-- policies are OR-ed, and a careless one opens a table for everybody.
begin;
create temp table policy (of_table text, name text, verb text, role text);
insert into policy
select of_table, of_table || '_' || ending,
       case split_part(ending, '_', 1) when 'read' then 'SELECT' else upper(split_part(ending, '_', 1)) end,
       'afterbell_' || case when substring(ending from '[^_]+$') in ('signin', 'writer', 'importer', 'report', 'sealer')
                            then substring(ending from '[^_]+$') else 'app' end
from (values
    ('academic_session', 'read_signed_in all_importer'),
    ('account', 'all_signin read_writer read_importer read_sealer'),
    ('assignment', 'read_own read_hr read_writer all_importer read_sealer'),
    ('attribution', 'read_own read_hr read_writer insert_writer read_sealer'),
    ('attribution_set', 'read_own read_hr read_writer insert_writer read_sealer'),
    ('bargaining_unit', 'read_signed_in read_signin all_importer read_sealer'),
    ('employee', 'read_own read_hr read_signin read_writer all_importer read_sealer'),
    ('employee_alias', 'all_importer'),
    ('entry_hold', 'read_own read_hr read_writer insert_writer read_sealer'),
    ('event', 'read_writer read_sealer insert_sealer'),
    ('event_field', 'read_sealer insert_sealer'),
    ('event_pending', 'all_sealer'),
    ('hours_pending', 'all_writer'),
    ('hours_person', 'all_writer'),
    ('hours_share', 'all_writer'),
    ('hours_total', 'read_administrator read_auditor read_hr read_report all_writer'),
    ('incident', 'read_signed_in read_writer insert_administrator read_sealer'),
    ('incident_version', 'read_signed_in insert_administrator read_sealer'),
    ('live_entry', 'read_own read_hr all_writer'),
    ('live_incident', 'read_signed_in read_writer insert_administrator update_administrator'),
    ('live_span', 'read_own all_writer'),
    ('log_check', 'read_signed_in read_sealer insert_sealer'),
    ('log_checkpoint', 'read_signed_in read_sealer insert_sealer'),
    ('log_handed_out', 'read_sealer insert_sealer'),
    ('log_cosignature', 'read_signed_in read_sealer insert_sealer'),
    ('log_key', 'read_signed_in read_sealer insert_sealer'),
    ('log_leaf', 'read_signed_in read_sealer insert_sealer'),
    ('log_node', 'read_signed_in read_sealer insert_sealer'),
    ('log_restore', 'read_signed_in read_sealer insert_sealer'),
    ('read_event', 'insert_own read_own read_sealer insert_sealer'),
    ('read_person', 'read_own insert_own read_sealer insert_sealer'),
    ('role_grant', 'all_signin read_sealer'),
    ('roster_import', 'all_importer read_sealer'),
    ('roster_total', 'read_signed_in read_report all_signin all_importer'),
    ('session', 'all_signin read_writer update_writer'),
    ('sign_in_refusal', 'all_signin'),
    ('site', 'read_signed_in read_signin read_writer all_importer read_sealer'),
    ('usual_hours', 'read_own all_importer read_sealer'),
    ('work_category', 'read_signed_in read_writer read_sealer'),
    ('work_entry', 'read_own read_writer insert_writer read_sealer'),
    ('work_entry_version', 'read_own read_hr read_writer insert_writer read_sealer')
) as expected (of_table, endings), regexp_split_to_table(endings, ' ') as ending;

select no_plan();

select tables_are('district_test', (select array_agg(distinct of_table) from policy), 'tables of a district');
select policies_are('district_test', of_table, array_agg(name order by name), 'policies of ' || of_table)
from policy group by of_table order by of_table;
select policy_cmd_is('district_test', of_table, name, verb, name || ' is for ' || verb) from policy order by name;
select policy_roles_are('district_test', of_table, name, array[role], name || ' is for ' || role) from policy order by name;
select policies_are('afterbell', 'district', array['district_read_any'], 'policies of the registry');
select policy_roles_are('afterbell', 'district', 'district_read_any', array['afterbell_server'], 'only the server reads the registry');

select ok(relrowsecurity and relforcerowsecurity, format('row level security is enabled and forced on %s', oid::regclass))
from pg_class
where relkind in ('r', 'p') and relnamespace = any (array['district_test', 'afterbell']::regnamespace[])
order by relname;

-- Of requests: a bare comparison with a setting, false while nobody acts. Of services: everything their grants leave.
select ok(
    coalesce(qual, '') !~* 'select' and coalesce(with_check, '') !~* 'select'
        and coalesce(qual, with_check) ~ 'NULLIF\(current_setting\(''afterbell\.\w+''::text, true\), ''''::text\)',
    policyname || ' compares with a setting, without a sub-select')
from pg_policies
where schemaname = 'district_test' and roles = '{afterbell_app}'
order by policyname;
select ok(cmd not in ('INSERT', 'UPDATE', 'ALL') or with_check is not null, policyname || ' checks what is written')
from pg_policies where schemaname = 'district_test' order by policyname;
select ok(permissive = 'PERMISSIVE', policyname || ' is counted with the others')
from pg_policies where schemaname = 'district_test' order by policyname;

select ok(obj_description(oid, 'pg_class') is not null, format('%s says what it is', oid::regclass))
from pg_class where relnamespace = 'district_test'::regnamespace and relkind in ('r', 'v') order by relname;
select is_empty(
    $$select tgrelid::regclass, tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = 'district_test'::regnamespace and not tgisinternal$$,
    'no triggers: they can''t be sharded');

select * from finish();
rollback;
