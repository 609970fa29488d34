-- owner: afterbell_owner
-- Somebody was shown other people's names, and whose.
create or replace view fact_read with (security_invoker = true) as
select looked.event_id, looked.read_event_id::text as subject, looked.role, looked.account_id as account,
       jsonb_strip_nulls(to_jsonb(looked) - '{event_id, role, account_id, subject}'::text[] || jsonb_build_object(
           'asked_for', looked.subject, 'people', (
               select coalesce(jsonb_agg(shown.employee_id order by shown.employee_id), '[]') from read_person as shown
               where shown.read_event_id = looked.read_event_id
                 and shown.account_id is not distinct from looked.account_id))) as fields
from read_event as looked;
comment on view fact_read is 'Reads of names as events say them.';
grant select on fact_read to afterbell_sealer;
