-- owner: afterbell_owner
-- A role was granted, or ended.
create or replace view fact_role_grant with (security_invoker = true) as
select event_id, role_grant_id::text as subject, 'operator' as role, null::uuid as account,
       jsonb_strip_nulls(to_jsonb(given) - '{event_id, role}'::text[] || jsonb_build_object(
           'granted_role', given.role)) as fields
from role_grant as given;
comment on view fact_role_grant is 'Grants of roles as events say them.';
grant select on fact_role_grant to afterbell_sealer;
