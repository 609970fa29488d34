-- owner: afterbell_sealer
-- Who was shown the name or the entries of the person that asks, newest first.
create or replace function who_looked()
returns table (read_at timestamptz, role text, display_name text, page text)
language sql stable security definer
set search_path from current
as $$
    select looked.read_at, looked.role, account.display_name, looked.page
    from read_person as shown
    join read_event as looked using (read_event_id)
    left join account on account.account_id = looked.account_id
    where shown.employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid
    order by looked.read_at desc
    limit 200
$$;
comment on function who_looked is 'Who was shown the name or the entries of the person that asks.';
revoke execute on function who_looked from public;
grant execute on function who_looked to afterbell_app;
