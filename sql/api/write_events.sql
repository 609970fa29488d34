-- owner: afterbell_sealer
-- Writes an event for each fact: salts each field, hashes it, and keeps the leaf's exact bytes (docs/reference/packet.md).
-- Salts are slices of strong random bytes, drawn once per event. base64 becomes base64url by replace, which costs a tenth
-- of translate.
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
    ), salted as materialized (
        select one.*, (
                   select string_agg(public.gen_random_bytes(1024), '')
                   from generate_series(0, ((select count(*) from jsonb_object_keys(one.fields)) - 1)::integer / 64)
               ) as salts
        from one
    ), field as (
        select salted.event_id, salted.received_ms,
               '["' || replace(replace(replace(encode(substr(salts, 16 * (number - 1)::integer + 1, 16), 'base64'),
                                               '+', '-'), '/', '_'), '=', '')
               || '","' || each.key || '",' || each.value || ']' as disclosure
        from salted cross join jsonb_each(salted.fields) with ordinality as each (key, value, number)
    ), digested as (
        select event_id, received_ms, disclosure,
               replace(replace(replace(encode(sha256(convert_to(
                   replace(replace(replace(replace(encode(convert_to(disclosure, 'UTF8'), 'base64'),
                                                   '+', '-'), '/', '_'), '=', ''), E'\n', ''), 'UTF8')), 'base64'),
                   '+', '-'), '/', '_'), '=', '') as digest
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
    ), shown as (
        insert into event_field (event_id, fields) select event_id, fields from leaf
    )
    insert into event_pending (event_id, leaf_hash) select event_id, leaf_hash from kept
$$;
comment on function write_events is 'Writes an event for each fact.';
revoke execute on function write_events from public;
grant execute on function write_events to afterbell_signin;
