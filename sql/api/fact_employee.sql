-- owner: afterbell_owner
-- A person is on the roster, or something else is known of them.
create or replace view fact_employee with (security_invoker = true) as
select event_id, employee_id::text as subject, 'importer' as role, null::uuid as account,
       jsonb_strip_nulls(to_jsonb(known) - 'event_id') as fields
from employee as known;
comment on view fact_employee is 'People of the roster as events say them.';
grant select on fact_employee to afterbell_sealer;
