-- owner: afterbell_sealer
-- Writes an event for each fact: salts each field, hashes it, and keeps the leaf's exact bytes (docs/reference/packet.md).
-- A salt is 16 bytes of the hash over two random UUIDs, 244 bits of the server's strong random numbers.
create or replace function write_events(facts fact[])
returns void
language sql volatile security definer
set search_path from current
as $$
    with one as materialized (
        select event_id, trunc(extract(epoch from now()) * 1000)::bigint as received_ms,
               fields || jsonb_strip_nulls(jsonb_build_object(
                   'kind', kind, 'subject', subject, 'role', role, 'account', account)) as fields
        from unnest(facts)
    ), field as (
        select one.event_id, one.received_ms,
               '["' || translate(encode(substr(sha256(
                   uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, 16), 'base64'), '+/=', '-_')
               || '","' || each.key || '",' || each.value || ']' as disclosure
        from one cross join jsonb_each(one.fields) as each
    ), digested as (
        select event_id, received_ms, disclosure,
               translate(encode(sha256(convert_to(
                   translate(encode(convert_to(disclosure, 'UTF8'), 'base64'), E'+/=\n', '-_'), 'UTF8')), 'base64'),
                   '+/=', '-_') as digest
        from field
    ), leaf as (
        select event_id, received_ms, array_agg(disclosure) as fields,
               convert_to('{"fields":["' || string_agg(digest, '","' order by digest collate "C") || '"],"received_ms":'
                          || received_ms || ',"version":1}', 'UTF8') as leaf
        from digested
        group by event_id, received_ms
    ), kept as (
        insert into event (event_id, received_ms, leaf, leaf_hash)
        select event_id, received_ms, leaf, sha256('\x00'::bytea || leaf) from leaf
        returning event_id, leaf_hash
    ), salted as (
        insert into event_field (event_id, fields) select event_id, fields from leaf
    )
    insert into event_pending (event_id, leaf_hash) select event_id, leaf_hash from kept
$$;
comment on function write_events is 'Writes an event for each fact.';
revoke execute on function write_events from public;
grant execute on function write_events to afterbell_signin;
