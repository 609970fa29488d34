-- owner: afterbell_owner
-- An entry's minutes were attributed anew, after it was recorded.
create or replace view fact_attribution with (security_invoker = true) as
select made.event_id, made.work_entry_id || '/' || made.version || '/' || made.set_number as subject,
       case made.side when 'staff' then 'staff' else 'incident_administrator' end as role, made.attributed_by as account,
       jsonb_strip_nulls(to_jsonb(made) - '{event_id, attributed_by}'::text[] || jsonb_build_object(
           'incidents', attributed.incidents)) as fields
from attribution_set as made
join work_entry_version as kept on kept.work_entry_id = made.work_entry_id and kept.version = made.version
cross join lateral (
    select jsonb_agg(jsonb_build_array(part.incident_id, lower(part.minutes), upper(part.minutes)) order by part.minutes)
        as incidents
    from attribution as part
    where part.work_entry_id = made.work_entry_id and part.version = made.version and part.set_number = made.set_number
      and (part.employee_id, part.bargaining_unit_id) = (made.employee_id, made.bargaining_unit_id)
) as attributed
where made.event_id <> kept.event_id;
comment on view fact_attribution is 'Later attributions as events say them.';
grant select on fact_attribution to afterbell_sealer;
