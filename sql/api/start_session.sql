-- owner: afterbell_signin
-- Starts a session of 12 hours at most, after the server has checked the password, and forgets this network's refusals
-- of the account.
create or replace function start_session(account uuid, digest bytea, network text, device text)
returns uuid
language plpgsql security definer
set search_path from current
as $$
declare
    started uuid;
begin
    insert into session (session_digest, account_id, ends_at, network, device)
    values (digest, account, now() + interval '12 hours', start_session.network, left(start_session.device, 200))
    returning session_id into started;
    delete from sign_in_refusal as refusal
    where refusal.name_digest = sha256(convert_to(account::text, 'UTF8')) and refusal.network = start_session.network;
    return started;
end
$$;
comment on function start_session is 'Starts a session for an account whose password was checked.';
revoke execute on function start_session from public;
grant execute on function start_session to afterbell_app;
