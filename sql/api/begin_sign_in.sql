-- owner: afterbell_signin
-- Begins a sign-in with a sign-in name or employee number: says how many seconds to wait first, or, when none, the
-- active account and its password hash. The hash is compared in the server (scrypt), never in SQL. An attempt counts
-- as refused until start_session forgets it, so that guesses sent at once don't all go unseen; one name at a time.
-- An account is counted by itself, whichever of its names is typed.
create or replace function begin_sign_in(name text, network text)
returns table (seconds integer, account_id uuid, password_hash text)
language plpgsql security definer
set search_path from current
as $$
#variable_conflict use_column
declare
    found account;
    tried bytea;
begin
    select account.* into found
    from account left join employee using (employee_id)
    where (account.sign_in_name = lower(btrim(name)) or employee.employee_number = btrim(name))
      and account.status = 'active' and account.password_hash is not null
    order by account.sign_in_name = lower(btrim(name)) desc
    limit 1;
    tried := sha256(convert_to(coalesce(found.account_id::text, lower(btrim(name))), 'UTF8'));

    perform pg_advisory_xact_lock(hashtextextended(current_schema() || encode(tried, 'hex'), 0));
    seconds := sign_in_wait(tried, begin_sign_in.network, exists (
        select from session
        where session.account_id = found.account_id and session.network = begin_sign_in.network
          and session.started_at > now() - interval '30 days'));
    if seconds = 0 then
        insert into sign_in_refusal (name_digest, network) values (tried, begin_sign_in.network);
        delete from sign_in_refusal where refused_at < now() - interval '1 day';
        account_id := found.account_id;
        password_hash := found.password_hash;
    end if;
    return next;
end
$$;
comment on function begin_sign_in is 'Seconds to wait before this name may sign in from this network, else its account and password hash.';
revoke execute on function begin_sign_in from public;
grant execute on function begin_sign_in to afterbell_app;
