-- owner: afterbell_owner
-- A bargaining unit is known, or its name changed.
create or replace view fact_bargaining_unit with (security_invoker = true) as
select event_id, bargaining_unit_id::text as subject, 'importer' as role, null::uuid as account,
       to_jsonb(known) - 'event_id' as fields
from bargaining_unit as known;
comment on view fact_bargaining_unit is 'Bargaining units as events say them.';
grant select on fact_bargaining_unit to afterbell_sealer;
