-- owner: afterbell_sealer
-- The events of the entries of the person that asks: of one entry, or the newest 200 of all. The bytes, so that a proof
-- can be handed out with them; the place once they are sealed.
create or replace function my_leaves(entry uuid)
returns table (work_entry_id uuid, version integer, work_date date, worked_minutes integer, is_withdrawn boolean,
               leaf bytea, leaf_hash bytea, received_ms bigint, leaf_index bigint)
language sql stable security definer
set search_path from current
as $$
    select kept.work_entry_id, kept.version, kept.work_date, kept.worked_minutes, kept.is_withdrawn, event.leaf,
           event.leaf_hash, event.received_ms, place.leaf_index
    from work_entry_version as kept
    join event using (event_id)
    left join log_leaf as place using (event_id)
    where kept.employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid
      and (entry is null or kept.work_entry_id = entry)
    order by kept.received_at desc, kept.version desc
    limit 200
$$;
comment on function my_leaves is 'The events of the entries of the person that asks.';
revoke execute on function my_leaves from public;
grant execute on function my_leaves to afterbell_app;
