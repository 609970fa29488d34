-- owner: afterbell_owner
-- A position is held between two dates, on these terms and with these usual hours: [weekday, start, end, unpaid minutes,
-- minutes] each. Rates and shares of full time are texts, so that no program rounds them.
create or replace view fact_assignment with (security_invoker = true) as
select held.event_id, held.assignment_id::text as subject, 'importer' as role, null::uuid as account,
       jsonb_strip_nulls(to_jsonb(held) - '{event_id, kind}'::text[] || jsonb_build_object(
           'assignment_kind', held.kind,
           'base_rate', held.base_rate::text, 'fte', held.fte::text, 'usual_hours', (
               select jsonb_agg(jsonb_build_array(
                          usual.weekday, coalesce(usual.starts_at::text, ''), coalesce(usual.ends_at::text, ''),
                          usual.unpaid_minutes, usual.minutes) order by usual.weekday)
               from usual_hours as usual
               where usual.assignment_id = held.assignment_id and usual.employee_id = held.employee_id))) as fields
from assignment as held;
comment on view fact_assignment is 'Assignments as events say them.';
grant select on fact_assignment to afterbell_sealer;
