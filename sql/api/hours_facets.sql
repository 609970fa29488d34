-- owner: afterbell_writer
-- The totals of a subject in which an entry counts: in all, by day, by category and by site.
create or replace function hours_facets(work_date date, category text, site_id uuid)
returns table (facet text, facet_key text)
language sql immutable
as $$
    values ('all', ''), ('day', to_char(work_date, 'YYYY-MM-DD')), ('category', category), ('site', site_id::text)
$$;
comment on function hours_facets is 'The totals of a subject in which an entry counts.';
revoke execute on function hours_facets from public;
