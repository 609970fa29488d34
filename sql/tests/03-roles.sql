-- The roles themselves, and the functions that run with their owner's rights (docs/adr/0007).
begin;
select no_plan();

select ok(not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication), rolname || ' has no power over all')
from pg_roles where rolname like 'afterbell%' order by rolname;
select is(rolcanlogin, rolname = 'afterbell_server', rolname || case when rolcanlogin then ' signs in' else ' never signs in' end)
from pg_roles where rolname like 'afterbell%' order by rolname;
select ok(not rolinherit, rolname || ' uses no rights that it didn''t ask for')
from pg_roles where rolname in ('afterbell_server', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer',
                                'afterbell_report', 'afterbell_sealer', 'afterbell_owner', 'afterbell_app') order by rolname;
select is_empty(
    $$select member::regrole, roleid::regrole from pg_auth_members
      where roleid::regrole::text in ('afterbell_owner', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer',
                                      'afterbell_report', 'afterbell_sealer', 'afterbell_server')$$,
    'nobody is a member of a service, of the owner or of the server');
select is_empty(
    $$select member::regrole, roleid::regrole from pg_auth_members
      where member::regrole::text like 'afterbell%'
        and (admin_option or roleid::regrole::text not like 'afterbell%'
             or (member = 'afterbell_server'::regrole) = (roleid = 'afterbell_app'::regrole))$$,
    'the server is a member of districts'' roles, those of afterbell_app, and nobody hands it on');
select ok(pg_has_role('afterbell_test', 'afterbell_app', 'usage'), 'a district acts with what requests may do');
select ok(pg_has_role('afterbell_server', 'afterbell_test', 'member')
          and not pg_has_role('afterbell_server', 'afterbell_test', 'usage'), 'the server acts for a district only when it says so');

-- afterbell_server by itself: the registry of districts, and nothing else.
select schema_privs_are('district_test', 'afterbell_server', '{}');
select schema_privs_are('afterbell', 'afterbell_server', array['USAGE']);
select schema_privs_are('district_test', role, array['USAGE'])
from unnest(array['afterbell_test', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer', 'afterbell_report', 'afterbell_sealer']) as role;
select schema_privs_are('district_test', 'afterbell_app', '{}', 'another district''s role has no way in');
select schema_privs_are('afterbell', 'afterbell_test', '{}');
select schema_privs_are('public', 'afterbell_test', array['USAGE'], 'nothing can be made in public');
select is_empty(
    $$select oid::regclass from pg_class where relnamespace = 'district_test'::regnamespace and relowner <> 'afterbell_owner'::regrole$$,
    'everything that holds data is owned by a role that nobody signs in as');

set local session authorization afterbell_server;
select throws_ok('set local role ' || role, '42501', null, 'the server can''t become ' || role)
from unnest(array['afterbell_owner', 'afterbell_signin', 'afterbell_writer', 'afterbell_importer', 'afterbell_report',
                  'afterbell_sealer', 'postgres', 'pg_read_all_data', 'pg_execute_server_program']) as role;
select lives_ok('set local role afterbell_test', 'the server becomes a district''s role');
select throws_ok('set local role afterbell_owner', '42501', null, 'and goes no further from there');
reset session authorization;

-- Functions.
select is(prosecdef, proname not in ('broken_detail_rule', 'broken_time_rule', 'hours_facets', 'session_is_live', 'sign_in_wait',
          'wait_after'),
          proname || case when prosecdef then ' runs with its owner''s rights' else ' runs with its caller''s rights' end)
from pg_proc where pronamespace = 'district_test'::regnamespace order by proname;
select is(array_remove(array_remove(proconfig, 'TimeZone=America/Los_Angeles'), 'TimeZone=UTC'), array['search_path=district_test, pg_temp'], proname || ' looks names up in the district''s schema, temporary ones last')
from pg_proc where pronamespace = 'district_test'::regnamespace and prosecdef order by proname;
select ok(proowner in ('afterbell_signin'::regrole, 'afterbell_writer'::regrole, 'afterbell_sealer'::regrole), proname || ' is owned by a service')
from pg_proc where pronamespace = 'district_test'::regnamespace order by proname;
select ok(not exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0),
          proname || ' is not for everybody')
from pg_proc where pronamespace = 'district_test'::regnamespace and prosecdef order by proname;
select set_eq(
    $$select proname::text, grantee::regrole::text from pg_proc, aclexplode(proacl)
      where pronamespace = 'district_test'::regnamespace and prosecdef and grantee <> proowner$$,
    $$select unnest(array['account_status', 'begin_sign_in', 'caller_for_session', 'choose_language', 'correct_entry',
          'end_sessions', 'fold_totals', 'is_own_session', 'my_sessions', 'record_entries', 'recount_incident',
          'settle_held', 'start_session', 'keep_facts', 'refuse_sign_in', 'who_looked', 'reads_by_month', 'my_leaves', 'receipt_keys']), 'afterbell_app'
      union all values ('count_roster', 'afterbell_importer'), ('keep_facts', 'afterbell_importer'),
                       ('keep_facts', 'afterbell_writer'), ('keep_facts', 'afterbell_signin'),
                       ('keep_entry_facts', 'afterbell_writer'), ('write_events', 'afterbell_signin')$$,
    'functions that a request or a service may call');
select set_eq(
    $$select relname::text from pg_class where relnamespace = 'district_test'::regnamespace and relkind = 'v'
        and reloptions @> '{security_invoker=true}'$$,
    $$select relname::text from pg_class where relnamespace = 'district_test'::regnamespace and relkind = 'v'$$,
    'views take their reader''s rights');

select * from finish();
rollback;
