-- owner: afterbell_signin
-- Whether the session with this digest, live or over, belongs to the account that asks.
create or replace function is_own_session(digest bytea)
returns boolean
language sql stable security definer
set search_path from current
as $$
    select exists (
        select from session
        where session_digest = digest
          and account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid)
$$;
comment on function is_own_session is 'Whether a session, live or over, is the caller''s.';
revoke execute on function is_own_session from public;
grant execute on function is_own_session to afterbell_app;
