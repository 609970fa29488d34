-- owner: afterbell_writer
-- What the named entries add at present: to the district all their minutes; to each incident and its module the minutes
-- the person attributed to it; to a module named for a problem not listed all minutes. Entries that don't count add
-- nothing. Null names every entry. In plpgsql, so that each call is planned for what it names: few by their key, all by
-- reading through.
create or replace function hours_share_now(named uuid[])
returns table (work_entry_id uuid, subject text, subject_key text, employee_id uuid, site_id uuid, work_date date,
               category text, minutes integer)
language plpgsql stable security definer
set search_path from current
as $$
#variable_conflict use_column
begin
    return query
    with counting as (
        select kept.*
        from live_entry as live join work_entry_version as kept using (work_entry_id, version)
        where live.state = 'counting' and (named is null or live.work_entry_id = any (named))
    ), attributed as (
        select part.work_entry_id, part.incident_id, incident.module,
               upper(part.minutes) - lower(part.minutes) as minutes
        from counting
        join lateral (
            select max(newest.set_number) as set_number from attribution_set as newest
            where newest.work_entry_id = counting.work_entry_id and newest.version = counting.version
              and newest.side = 'staff'
        ) as standing on true
        join attribution as part
            on part.work_entry_id = counting.work_entry_id and part.version = counting.version
            and part.set_number = standing.set_number
        join live_incident as incident using (incident_id)
    ), added as (
        select counting.work_entry_id, 'district' as subject, '' as subject_key, worked_minutes as minutes from counting
        union all
        select attributed.work_entry_id, 'incident', incident_id::text, minutes from attributed
        union all
        select attributed.work_entry_id, 'module', module, sum(minutes)::integer from attributed
        group by attributed.work_entry_id, module
        union all
        select counting.work_entry_id, 'module', not_listed_module, worked_minutes from counting
        where cause = 'not_listed'
    )
    select added.work_entry_id, added.subject, added.subject_key, counting.employee_id, counting.site_id,
           counting.work_date, category.code, added.minutes
    from added join counting using (work_entry_id) join work_category as category using (work_category_id);
end
$$;
comment on function hours_share_now is 'What entries add at present to incidents, modules and the district.';
revoke execute on function hours_share_now from public;
