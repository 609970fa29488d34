-- owner: afterbell_sealer
-- Writes the events of one kind that are missing: of the rows named by their event's id, or of all rows. Called in the
-- transaction that wrote the rows; what an event says comes from them, never from the caller: the view is named with its
-- schema, because callers choose the kind and may have temporary views. Says how many it wrote.
create or replace function keep_facts(kind text, named uuid[] default null)
returns integer
language plpgsql volatile security definer
set search_path from current
set timezone = 'UTC'
as $$
declare
    facts fact[];
begin
    execute format(
        'select array_agg((said.event_id, %L, said.subject, said.role, said.account, said.fields)::fact order by said.subject)
         from %I.%I as said
         where ($1 is null or said.event_id = any ($1))
           and not exists (select from event where event.event_id = said.event_id)', kind, current_schema(), 'fact_' || kind)
    into facts using named;
    if facts is not null then
        perform write_events(facts);
    end if;
    return coalesce(cardinality(facts), 0);
end
$$;
comment on function keep_facts is 'Writes the missing events of a kind; for whoever wrote the rows, in the same transaction.';
revoke execute on function keep_facts from public;
grant execute on function keep_facts to afterbell_app, afterbell_writer, afterbell_importer, afterbell_signin;
