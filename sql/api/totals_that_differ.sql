-- owner: afterbell_writer
-- Recounts every total from the entries and names each that differs from what is kept. None: the totals are right.
-- Waiting entries must be counted first (fold_totals).
create or replace function totals_that_differ()
returns table (subject text, subject_key text, facet text, facet_key text, kept_minutes bigint, counted_minutes bigint,
               kept_people integer, counted_people bigint)
language sql stable security definer
set search_path from current
as $$
    with counted as (
        select subject, subject_key, facet, facet_key, sum(minutes)::bigint as minutes, count(*) as entries,
               count(distinct employee_id) as people
        from hours_share_now(null) cross join hours_facets(work_date, category, site_id) as facet
        group by subject, subject_key, facet, facet_key
    )
    select subject, subject_key, facet, facet_key, kept.minutes, counted.minutes, kept.people, counted.people
    from counted full join hours_total as kept using (subject, subject_key, facet, facet_key)
    where (kept.minutes, kept.entries, kept.people) is distinct from (counted.minutes, counted.entries, counted.people)
$$;
comment on function totals_that_differ is 'Recounts every total and names each that differs.';
revoke execute on function totals_that_differ from public;
