-- owner: afterbell_writer
-- Counts the waiting entries into the totals: takes back what each had added, adds what it adds now. One at a time per
-- district. Says how many entries it counted; 0 when none waits or another is at work.
create or replace function fold_totals(at_most integer default 10000)
returns integer
language plpgsql security definer
set search_path from current
as $$
declare
    taken uuid[];
    back hours_change[];
    fresh hours_change[];
begin
    if not pg_try_advisory_xact_lock(hashtext(current_schema() || '.fold_totals')) then
        return 0;
    end if;

    with gone as (
        delete from hours_pending
        where queued in (select queued from hours_pending order by queued limit at_most)
        returning work_entry_id
    )
    select array_agg(distinct gone.work_entry_id) into taken from gone;
    if taken is null then
        return 0;
    end if;

    with gone as (
        delete from hours_share where work_entry_id = any (taken) returning *
    )
    select array_agg((subject, subject_key, employee_id, site_id, work_date, category, -minutes, -1)::hours_change)
    into back from gone;

    with kept as (
        insert into hours_share (work_entry_id, subject, subject_key, employee_id, site_id, work_date, category, minutes)
        select * from hours_share_now(taken)
        returning *
    )
    select array_agg((subject, subject_key, employee_id, site_id, work_date, category, minutes, 1)::hours_change)
    into fresh from kept;

    perform add_to_totals(coalesce(back, '{}') || coalesce(fresh, '{}'));
    return cardinality(taken);
end
$$;
comment on function fold_totals is 'Counts waiting entries into the totals.';
revoke execute on function fold_totals from public;
grant execute on function fold_totals to afterbell_app;
