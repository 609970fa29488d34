-- owner: afterbell_owner
-- The operator stated that the database was restored from a copy.
create or replace view fact_log_restore with (security_invoker = true) as
select event_id, log_restore_id::text as subject, 'operator' as role, null::uuid as account,
       to_jsonb(stated) - 'event_id' as fields
from log_restore as stated;
comment on view fact_log_restore is 'Restores as events say them.';
grant select on fact_log_restore to afterbell_sealer;
