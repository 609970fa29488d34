-- owner: afterbell_owner
-- A key signs checkpoints or receipts from here on.
create or replace view fact_log_key with (security_invoker = true) as
select event_id, purpose || '/' || key as subject, 'operator' as role, null::uuid as account,
       to_jsonb(added) - 'event_id' as fields
from log_key as added;
comment on view fact_log_key is 'Keys of the log as events say them.';
grant select on fact_log_key to afterbell_sealer;
