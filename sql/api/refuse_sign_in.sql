-- owner: afterbell_signin
-- A sign-in was refused: an event of its own, which no row stands for. The name only as a digest.
create or replace function refuse_sign_in(account uuid, name text, network text)
returns void
language sql volatile security definer
set search_path from current
as $$
    select write_events(array[(
        gen_random_uuid(), 'sign_in_refused', gen_random_uuid()::text, 'nobody', account,
        jsonb_build_object(
            'name_digest', encode(sha256(convert_to(lower(btrim(name)), 'UTF8')), 'hex'), 'network', network))::fact])
$$;
comment on function refuse_sign_in is 'Writes the event of a sign-in whose password was not right.';
revoke execute on function refuse_sign_in from public;
grant execute on function refuse_sign_in to afterbell_app;
