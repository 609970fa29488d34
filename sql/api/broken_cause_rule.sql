-- owner: afterbell_writer
-- The name of the first constraint on the cause of an entry that it breaks, null where it breaks none: a known cause,
-- known incidents each named once, and never more minutes than the entry holds.
create or replace function broken_cause_rule(entry entry_row)
returns text
language plpgsql stable security definer
set search_path from current
as $$
declare
    broken text := case
        when coalesce(entry.cause, '') not in ('incidents', 'not_listed', 'not_sure', 'not_system')
            then 'work_entry_version_cause_is_known'
        when jsonb_typeof(entry.incidents) <> 'array' or entry.incidents @? '$[*] ? (@.type() != "object")'
            or (entry.cause = 'incidents') <> (coalesce(entry.incidents, '[]') <> '[]')
            then 'attribution_has_incidents'
        when entry.cause = 'not_listed' and coalesce(entry.not_listed_module, '') not in ('enrollment', 'scheduling',
            'attendance', 'grades', 'transcripts', 'special_education', 'meals', 'reports', 'access', 'performance',
            'help_desk') then 'work_entry_version_not_listed_module_is_known'
        when entry.cause <> 'not_listed' and coalesce(entry.not_listed_module, entry.not_listed_seen) is not null
            then 'work_entry_version_not_listed_says_what'
        when length(entry.not_listed_seen) not between 1 and 200 then 'work_entry_version_not_listed_is_short'
    end;
begin
    if broken is null and entry.cause = 'incidents' then
        select case
            when bool_or(incident.incident_id is null) then 'attribution_incident_is_known'
            when count(distinct part.incident_id) < count(*) then 'attribution_names_incident_once'
            when bool_or(coalesce(part.minutes, 0) < 1) or sum(part.minutes::bigint) > entry.worked_minutes
                then 'attribution_fits_entry'
        end
        into broken
        from jsonb_to_recordset(entry.incidents) as part (incident_id uuid, minutes integer)
        left join lateral (
            select incident_id from incident where incident.incident_id = part.incident_id limit 1
        ) as incident on true;
    end if;
    return broken;
end
$$;
comment on function broken_cause_rule is 'First broken rule on the cause, by the name of its constraint.';
revoke execute on function broken_cause_rule from public;
