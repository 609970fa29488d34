-- owner: afterbell_signin
-- Whether a person has an account, for HR's list of people: active, disabled or none. Nobody else is answered.
create or replace function account_status(employee uuid)
returns text
language sql stable security definer
set search_path from current
as $$
    select case
        when nullif(current_setting('afterbell.hr_units', true), '') is null then 'none'
        else coalesce((select account.status from account where account.employee_id = account_status.employee), 'none')
    end
$$;
comment on function account_status is 'Whether a person has an account, for HR.';
revoke execute on function account_status from public;
grant execute on function account_status to afterbell_app;
