-- owner: afterbell_sealer
-- How often each role was shown names, by month: what the other party may see. For HR, union representatives and
-- auditors; no names, no filters.
create or replace function reads_by_month()
returns table (month date, role text, reads bigint)
language sql stable security definer
set search_path from current
set timezone from current
as $$
    select date_trunc('month', looked.read_at)::date, looked.role, count(*)
    from read_event as looked
    where coalesce(nullif(current_setting('afterbell.hr_units', true), ''),
                   nullif(current_setting('afterbell.union_units', true), ''),
                   nullif(current_setting('afterbell.auditor', true), '')) is not null
    group by 1, 2
    order by 1 desc, 2
$$;
comment on function reads_by_month is 'How often each role was shown names, by month.';
revoke execute on function reads_by_month from public;
grant execute on function reads_by_month to afterbell_app;
