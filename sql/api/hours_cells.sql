-- owner: afterbell_writer
-- Changes summed by cell and person: each counts in all, by day, by category and by site.
create or replace function hours_cells(changes hours_change[])
returns table (subject text, subject_key text, facet text, facet_key text, employee_id uuid, minutes bigint,
               entries integer)
language sql immutable
as $$
    select change.subject, change.subject_key, cell.facet, cell.facet_key, change.employee_id,
           sum(change.minutes), sum(change.entries)::integer
    from unnest(changes) as change
    cross join lateral (values
        ('all', ''),
        ('day', to_char(change.work_date, 'YYYY-MM-DD')),
        ('category', change.category),
        ('site', change.site_id::text)
    ) as cell (facet, facet_key)
    group by change.subject, change.subject_key, cell.facet, cell.facet_key, change.employee_id
$$;
comment on function hours_cells is 'Changes summed by cell and person.';
revoke execute on function hours_cells from public;
