-- owner: afterbell_writer
-- Adds changes to the persons behind each cell, and to the cells: minutes, entries, and people where a person's first
-- entry arrives or the last one leaves. Cells that nobody stands behind any more go.
create or replace function add_to_totals(changes hours_change[])
returns void
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
begin
    with cell as (
        select * from hours_cells(changes) where minutes <> 0 or entries <> 0
    ), person as (
        insert into hours_person as standing (subject, subject_key, facet, facet_key, employee_id, minutes, entries)
        select * from cell
        on conflict (subject, subject_key, facet, facet_key, employee_id) do update
            set minutes = standing.minutes + excluded.minutes, entries = standing.entries + excluded.entries
        returning subject, subject_key, facet, facet_key, employee_id, entries
    )
    insert into hours_total as standing (subject, subject_key, facet, facet_key, minutes, entries, people)
    select subject, subject_key, facet, facet_key, sum(cell.minutes), sum(cell.entries),
           sum((person.entries > 0)::integer - (person.entries - cell.entries > 0)::integer)
    from cell join person using (subject, subject_key, facet, facet_key, employee_id)
    group by subject, subject_key, facet, facet_key
    on conflict (subject, subject_key, facet, facet_key) do update
        set minutes = standing.minutes + excluded.minutes, entries = standing.entries + excluded.entries,
            people = standing.people + excluded.people;

    delete from hours_person as gone using hours_cells(changes) as cell
    where (gone.subject, gone.subject_key, gone.facet, gone.facet_key, gone.employee_id)
        = (cell.subject, cell.subject_key, cell.facet, cell.facet_key, cell.employee_id) and gone.entries = 0;
    delete from hours_total as gone using hours_cells(changes) as cell
    where (gone.subject, gone.subject_key, gone.facet, gone.facet_key)
        = (cell.subject, cell.subject_key, cell.facet, cell.facet_key) and gone.entries = 0;
end
$$;
comment on function add_to_totals is 'Adds changes to the totals and the persons behind them.';
revoke execute on function add_to_totals from public;
