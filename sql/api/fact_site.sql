-- owner: afterbell_owner
-- A school or building is known, or something else is known of it.
create or replace view fact_site with (security_invoker = true) as
select event_id, site_id::text as subject, 'importer' as role, null::uuid as account,
       jsonb_strip_nulls(to_jsonb(known) - '{event_id, kind}'::text[] || jsonb_build_object('site_kind', kind)) as fields
from site as known;
comment on view fact_site is 'Sites as events say them.';
grant select on fact_site to afterbell_sealer;
