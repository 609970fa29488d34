-- owner: afterbell_writer
-- Adds changes to the persons behind each total, and to the totals: minutes, entries, and people where a person's first
-- entry arrives or the last one leaves. Totals that nobody stands behind any more go.
create or replace function add_to_totals(changes hours_change[])
returns void
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
declare
    cells hours_cell[];
    are_known boolean;
begin
    loop
        select array_agg((hours_total_id, employee_id, minutes, entries)::hours_cell order by hours_total_id, employee_id),
               bool_and(hours_total_id is not null)
        into cells, are_known
        from (
            select total.hours_total_id, change.employee_id, sum(change.minutes) as minutes,
                   sum(change.entries) as entries
            from unnest(changes) as change
            cross join hours_facets(change.work_date, change.category, change.site_id) as facet
            left join hours_total as total using (subject, subject_key, facet, facet_key)
            group by total.hours_total_id, change.employee_id
        ) as added
        where minutes <> 0 or entries <> 0;
        exit when are_known is not false;
        insert into hours_total (subject, subject_key, facet, facet_key, minutes, entries, people)
        select distinct subject, subject_key, facet, facet_key, 0, 0, 0
        from unnest(changes) as change
        cross join hours_facets(change.work_date, change.category, change.site_id) as facet
        on conflict do nothing;
    end loop;

    with person as (
        insert into hours_person as standing (hours_total_id, employee_id, minutes, entries)
        select * from unnest(cells)
        on conflict (hours_total_id, employee_id) do update
            set minutes = standing.minutes + excluded.minutes, entries = standing.entries + excluded.entries
        returning hours_total_id, employee_id, entries
    )
    update hours_total as standing
    set minutes = standing.minutes + added.minutes, entries = standing.entries + added.entries,
        people = standing.people + added.people
    from (
        select hours_total_id, sum(cell.minutes) as minutes, sum(cell.entries) as entries,
               sum((person.entries > 0)::integer - (person.entries - cell.entries > 0)::integer) as people
        from unnest(cells) as cell join person using (hours_total_id, employee_id)
        group by hours_total_id
    ) as added
    where standing.hours_total_id = added.hours_total_id;

    if exists (select from unnest(cells) where entries < 0) then
        delete from hours_person as gone using unnest(cells) as cell
        where gone.hours_total_id = cell.hours_total_id and gone.employee_id = cell.employee_id and gone.entries = 0;
        delete from hours_total as gone using unnest(cells) as cell
        where gone.hours_total_id = cell.hours_total_id and gone.entries = 0;
    end if;
end
$$;
comment on function add_to_totals is 'Adds changes to the totals and the persons behind them.';
revoke execute on function add_to_totals from public;
