-- Which role may do what on which table, to the letter; and that facts are never changed or taken away.
begin;
create temp table granted (of_table text, role text, verbs text[]);
insert into granted
select of_table, 'afterbell_' || split_part(pair, ':', 1), array_remove(array[
    case when pair ~ ':.*s' then 'SELECT' end, case when pair ~ ':.*i' then 'INSERT' end,
    case when pair ~ ':.*u' then 'UPDATE' end, case when pair ~ ':.*d' then 'DELETE' end], null)
from (values
    ('academic_session', 'app:s importer:siu'),
    ('account', 'signin:siu'),
    ('assignment', 'app:s writer:s importer:siu sealer:s'),
    ('attribution', 'app:s writer:si sealer:s'),
    ('attribution_set', 'app:s writer:si sealer:s'),
    ('bargaining_unit', 'app:s signin:s importer:siu sealer:s'),
    ('employee', 'app:s signin:s writer:s importer:siu sealer:s'),
    ('employee_alias', 'importer:siu'),
    ('entry_hold', 'app:s writer:si sealer:s'),
    ('event', 'writer:s sealer:si'),
    ('event_field', 'sealer:si'),
    ('event_pending', 'sealer:sid'),
    ('hours_pending', 'writer:sid'),
    ('hours_person', 'writer:siud'),
    ('hours_share', 'writer:sid'),
    ('hours_total', 'app:s report:s writer:siud'),
    ('incident', 'app:s writer:s sealer:s'),
    ('incident_hours', 'report:s'),
    ('incident_version', 'app:s sealer:s'),
    ('live_entry', 'app:s writer:siu'),
    ('live_incident', 'app:siu writer:s'),
    ('live_span', 'app:s writer:sid'),
    ('log_check', 'app:s sealer:si'),
    ('log_checkpoint', 'app:s sealer:si'),
    ('log_handed_out', 'sealer:si'),
    ('log_cosignature', 'app:s sealer:si'),
    ('log_key', 'app:s sealer:si'),
    ('log_leaf', 'app:s sealer:si'),
    ('log_node', 'app:s sealer:si'),
    ('log_restore', 'app:s sealer:si'),
    ('read_event', 'app:s sealer:si'),
    ('read_person', 'app:si sealer:si'),
    ('role_grant', 'signin:siu sealer:s'),
    ('roster_import', 'importer:si sealer:s'),
    ('roster_total', 'app:s report:s signin:su importer:su'),
    ('session', 'signin:siu writer:s'),
    ('sign_in_refusal', 'signin:sid'),
    ('site', 'app:s signin:s writer:s importer:siu sealer:s'),
    ('usual_hours', 'app:s importer:siud sealer:s'),
    ('work_category', 'app:s writer:s sealer:s'),
    ('work_entry', 'app:s writer:si sealer:s'),
    ('work_entry_version', 'app:s writer:si sealer:s')
) as expected (of_table, pairs), regexp_split_to_table(pairs, ' ') as pair;
insert into granted
select 'fact_' || kind, 'afterbell_sealer', array['SELECT']
from unnest(array[
    'account', 'assignment', 'attribution', 'bargaining_unit', 'employee', 'entry_hold', 'incident',
    'log_key', 'log_restore', 'read', 'role_grant', 'roster_import', 'site', 'work_entry']) as kind;

select no_plan();

select set_eq(
    $$select relname::text from pg_class where relnamespace = 'district_test'::regnamespace and relkind in ('r', 'v', 'm', 'f', 'p')$$,
    'select distinct of_table from granted', 'every table and view is in this test');
select table_privs_are('district_test', every.of_table, role, coalesce(verbs, '{}'),
                       format('%s on %s: %s', role, every.of_table, coalesce(array_to_string(verbs, ', '), 'nothing')))
from (select distinct of_table from granted) as every
cross join unnest(array['afterbell_app', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer',
                        'afterbell_report', 'afterbell_sealer', 'afterbell_server']) as role
left join granted using (of_table, role)
order by every.of_table, role;
select is_empty(
    $$select oid::regclass, grantee::regrole, privilege_type from pg_class, aclexplode(relacl)
      where relnamespace = 'district_test'::regnamespace
        and (grantee = 0 or is_grantable and grantee <> relowner)$$,
    'nothing is granted to public, and nobody hands a grant on');
select set_eq(
    $$select attrelid::regclass || ' ' || attname || ' ' || grantee::regrole || ' ' || privilege_type as granted
      from pg_attribute, aclexplode(attacl)
      where attrelid in (select oid from pg_class where relnamespace = 'district_test'::regnamespace)$$,
    $$select format('account %s afterbell_%s SELECT', name, role)
      from unnest(array['account_id', 'employee_id', 'status', 'display_name']) as name
      cross join unnest(array['writer', 'importer']) as role
      where (name, role) <> ('display_name', 'importer')
      union all
      select format('account %s afterbell_sealer SELECT', name)
      from unnest(array['account_id', 'employee_id', 'sign_in_name', 'display_name', 'status', 'opened_at', 'event_id'])
          as name
      union all
      select 'session seen_at afterbell_writer UPDATE'
      union all
      select format('%s %s afterbell_app INSERT', attrelid::regclass, attname) from pg_attribute
      where attrelid in ('incident'::regclass, 'incident_version'::regclass, 'read_event'::regclass) and attnum > 0
        and attname not in ('opened_at', 'recorded_at', 'read_at')
        and (attrelid, attname) <> ('incident'::regclass, 'event_id')$$,
    'grants on single columns: never the password hash, and never the time of a fact, which is the database''s');

-- Facts: what was said stays. The owner may by nature; nobody signs in as it or is a member of it (03).
select ok(not has_table_privilege(role, fact, verb), format('%s may not %s %s', role, verb, fact))
from unnest(array['work_entry', 'work_entry_version', 'attribution_set', 'attribution', 'incident', 'incident_version',
                  'read_event', 'read_person', 'roster_import', 'entry_hold', 'event', 'event_field', 'log_leaf', 'log_node',
                  'log_check', 'log_checkpoint', 'log_cosignature', 'log_handed_out', 'log_key', 'log_restore']) as fact
cross join unnest(array['update', 'delete', 'truncate', 'references', 'trigger']) as verb
cross join unnest(array['afterbell_app', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer', 'afterbell_report',
                  'afterbell_sealer', 'afterbell_server', 'afterbell_test']) as role
order by fact, verb, role;
select is_empty(
    $$select rolname, relname from pg_class cross join pg_roles
      where relnamespace = 'district_test'::regnamespace and relkind = 'r' and rolname like 'afterbell%'
        and rolname <> 'afterbell_owner' and has_table_privilege(pg_roles.oid, pg_class.oid, 'truncate')$$,
    'nobody may empty any table');

select is_empty(
    $$select rolname, relname from pg_class cross join pg_roles, unnest(array['usage', 'select', 'update']) as verb
      where relnamespace = 'district_test'::regnamespace and relkind = 'S' and rolname like 'afterbell%'
        and rolname <> 'afterbell_owner' and has_sequence_privilege(pg_roles.oid, pg_class.oid, verb)$$,
    'nobody may turn a sequence');
select set_eq(
    $$select grantee::regrole || ' ' || privilege_type from pg_class, aclexplode(relacl)
      where pg_class.oid = 'afterbell.migration'::regclass and grantee <> relowner$$,
    array['afterbell_server SELECT'], 'the list of migrations is read by the server and written by its owner alone');

select * from finish();
rollback;
