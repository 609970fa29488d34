-- owner: afterbell_signin
-- The live sessions of the account that asks.
create or replace function my_sessions()
returns table (session_id uuid, started_at timestamptz, seen_at timestamptz, network text, device text)
language sql stable security definer
set search_path from current
as $$
    select session_id, started_at, seen_at, network, device
    from session
    where account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid
      and session_is_live(seen_at, ends_at, ended_at)
    order by seen_at desc
$$;
comment on function my_sessions is 'Where the caller is signed in.';
revoke execute on function my_sessions from public;
grant execute on function my_sessions to afterbell_app;
