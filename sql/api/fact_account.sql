-- owner: afterbell_owner
-- An account was opened, disabled or let in again. Nothing of its password.
create or replace view fact_account with (security_invoker = true) as
select event_id, account_id::text as subject, 'operator' as role, null::uuid as account,
       jsonb_strip_nulls(jsonb_build_object(
           'account_id', account_id, 'employee_id', employee_id, 'sign_in_name', sign_in_name,
           'display_name', display_name, 'status', status, 'opened_at', opened_at)) as fields
from account;
comment on view fact_account is 'Accounts as events say them.';
grant select on fact_account to afterbell_sealer;
