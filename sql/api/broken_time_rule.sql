-- owner: afterbell_writer
-- The name of the first constraint on times that the entry breaks, null where it breaks none. The same rules stand as
-- CHECKs on work_entry_version; here they are answered row by row, so that one bad row does not refuse a batch.
create or replace function broken_time_rule(entry entry_row, zone text)
returns text
language plpgsql stable
as $$
begin
    return case
        when entry.work_date is null or entry.work_date < date '2000-01-01' then 'work_entry_version_date_is_recent'
        when entry.worked_minutes is null or entry.worked_minutes not between 1 and 1440
            then 'work_entry_version_minutes_fit_a_day'
        when entry.break_minutes is null or entry.break_minutes not between 0 and 480
            then 'work_entry_version_break_is_shorter'
        when entry.shape = 'span' then case
            when entry.starts_at is null or entry.ends_at is null or entry.high_minutes is not null
                then 'work_entry_version_shape_fits_values'
            when entry.starts_at < timestamptz '1999-12-31T00:00Z' then 'work_entry_version_date_is_recent'
            when entry.ends_at <= entry.starts_at then 'work_entry_version_ends_after_start'
            when entry.ends_at > now() + interval '15 minutes' then 'work_entry_version_is_not_ahead'
            when entry.worked_minutes * 60 <> extract(epoch from entry.ends_at - entry.starts_at) - entry.break_minutes * 60
                then 'work_entry_version_minutes_fit_span'
            when entry.work_date <> (entry.starts_at at time zone zone)::date
                then 'work_entry_version_date_is_local_start'
            end
        when entry.shape in ('minutes', 'range') then case
            when entry.starts_at is not null or entry.ends_at is not null or entry.break_minutes <> 0
                or (entry.shape = 'range') <> (entry.high_minutes is not null)
                then 'work_entry_version_shape_fits_values'
            when entry.high_minutes not between entry.worked_minutes + 1 and 1440
                then 'work_entry_version_high_is_higher'
            when entry.work_date > (now() at time zone zone)::date then 'work_entry_version_is_not_ahead'
            end
        else 'work_entry_version_shape_fits_values'
    end;
end
$$;
comment on function broken_time_rule is 'First broken rule on times, by the name of its constraint.';
revoke execute on function broken_time_rule from public;
