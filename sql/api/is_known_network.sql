-- owner: afterbell_signin
-- Whether the account of this sign-in name or employee number signed in from the network within the last 30 days.
create or replace function is_known_network(name text, network text)
returns boolean
language sql stable security definer
set search_path from current
as $$
    select exists (
        select from session join account using (account_id) left join employee using (employee_id)
        where (account.sign_in_name = lower(btrim(name)) or employee.employee_number = btrim(name))
          and session.network = is_known_network.network
          and session.started_at > now() - interval '30 days')
$$;
comment on function is_known_network is 'Whether this name signed in from this network within 30 days.';
revoke execute on function is_known_network from public;
grant execute on function is_known_network to afterbell_app;
