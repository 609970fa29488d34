-- owner: afterbell_owner
-- An entry was recorded, corrected or taken out. With it stands what its writer attributed to incidents in the same act:
-- [incident, first minute, minute after the last] each; a set, or an identity, that no longer agrees
-- with its entry is none.
create or replace view fact_work_entry with (security_invoker = true) as
select kept.event_id, kept.work_entry_id || '/' || kept.version as subject, 'staff' as role, kept.entered_by as account,
       jsonb_strip_nulls(to_jsonb(kept) - '{event_id, work_category_id, entered_by}'::text[] || jsonb_build_object(
           'category', category.code, 'incidents', attributed.incidents,
           'body_digest', case
               when kept.version = 1 and (identity.employee_id, identity.received_at) = (kept.employee_id, kept.received_at)
                   then identity.body_digest
           end)) as fields,
       kept.work_entry_id
from work_entry_version as kept
join work_entry as identity using (work_entry_id)
join work_category as category using (work_category_id)
cross join lateral (
    select jsonb_agg(jsonb_build_array(part.incident_id, lower(part.minutes), upper(part.minutes)) order by part.minutes)
        as incidents
    from attribution_set as made join attribution as part using (work_entry_id, version, set_number)
    where made.work_entry_id = kept.work_entry_id and made.version = kept.version and made.event_id = kept.event_id
      and (made.side, made.attributed_by, made.attributed_at) = ('staff', kept.entered_by, kept.received_at)
      and (made.employee_id, made.bargaining_unit_id) = (kept.employee_id, kept.bargaining_unit_id)
      and (part.employee_id, part.bargaining_unit_id) = (kept.employee_id, kept.bargaining_unit_id)
) as attributed;
comment on view fact_work_entry is 'Versions of entries as events say them.';
grant select on fact_work_entry to afterbell_sealer;
