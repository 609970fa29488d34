-- owner: afterbell_signin
-- Ends sessions of the account that asks: the one named, or all but the one kept. Says how many ended.
create or replace function end_sessions(named uuid, kept uuid)
returns bigint
language sql security definer
set search_path from current
as $$
    with done as (
        update session set ended_at = now()
        where account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid
          and ended_at is null
          and case when named is not null then session_id = named else session_id <> kept end
        returning 1
    )
    select count(*) from done
$$;
comment on function end_sessions is 'Ends the named session of the caller, or all but the kept one.';
revoke execute on function end_sessions from public;
grant execute on function end_sessions to afterbell_app;
