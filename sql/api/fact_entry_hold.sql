-- owner: afterbell_owner
-- An entry was held, or counts again.
create or replace view fact_entry_hold with (security_invoker = true) as
select event_id, work_entry_id || '/' || version || '/' || step as subject, 'service' as role, null::uuid as account,
       jsonb_strip_nulls(to_jsonb(hold) - 'event_id') as fields
from entry_hold as hold;
comment on view fact_entry_hold is 'Holds of entries as events say them.';
grant select on fact_entry_hold to afterbell_sealer;
