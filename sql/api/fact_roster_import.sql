-- owner: afterbell_owner
-- A roster was imported. What it changed stands in the facts of sites, units, people and assignments.
create or replace view fact_roster_import with (security_invoker = true) as
select event_id, roster_import_id::text as subject, 'importer' as role, null::uuid as account,
       to_jsonb(done) - '{event_id, report}'::text[] || jsonb_build_object('report', report::text) as fields
from roster_import as done;
comment on view fact_roster_import is 'Imports of rosters as events say them.';
grant select on fact_roster_import to afterbell_sealer;
