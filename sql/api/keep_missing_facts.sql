-- owner: afterbell_sealer
-- Writes the events of every row that has none, of every kind: for rows that were there before there were events.
create or replace function keep_missing_facts()
returns integer
language plpgsql volatile security definer
set search_path from current
as $$
declare
    kind text;
    kept integer := 0;
begin
    for kind in
        select substr(relname, 6) from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'v' and relname like 'fact\_%' order by relname
    loop
        kept := kept + keep_facts(kind);
    end loop;
    return kept;
end
$$;
comment on function keep_missing_facts is 'Writes the events of every row that has none.';
revoke execute on function keep_missing_facts from public;
