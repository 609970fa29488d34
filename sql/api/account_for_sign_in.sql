-- owner: afterbell_signin
-- What is needed to check a password: found by sign-in name or employee number, active accounts only. The hash is
-- checked in the server (scrypt), never in SQL.
create or replace function account_for_sign_in(name text)
returns table (account_id uuid, password_hash text)
language sql stable security definer
set search_path from current
as $$
    select account.account_id, account.password_hash
    from account left join employee using (employee_id)
    where (account.sign_in_name = lower(btrim(name)) or employee.employee_number = btrim(name))
      and account.status = 'active' and account.password_hash is not null
    order by account.sign_in_name = lower(btrim(name)) desc
    limit 1
$$;
comment on function account_for_sign_in is 'Account and password hash for a sign-in name or employee number.';
revoke execute on function account_for_sign_in from public;
grant execute on function account_for_sign_in to afterbell_app;
