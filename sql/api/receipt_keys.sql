-- owner: afterbell_sealer
-- The keys of receipts that the log names, newest first: for a server that starts, before anybody is known.
create or replace function receipt_keys()
returns setof text
language sql stable security definer
set search_path from current
as $$
    select key from log_key left join log_leaf using (event_id)
    where purpose = 'receipt'
    order by leaf_index desc nulls first, added_at desc
$$;
comment on function receipt_keys is 'The keys of receipts that the log names, newest first.';
revoke execute on function receipt_keys from public;
grant execute on function receipt_keys to afterbell_app;
