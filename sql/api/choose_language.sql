-- owner: afterbell_signin
-- The language the account that asks reads its pages in.
create or replace function choose_language(wanted text)
returns void
language sql security definer
set search_path from current
as $$
    update account set language = wanted
    where account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid
$$;
comment on function choose_language is 'Sets the language of the caller''s pages.';
revoke execute on function choose_language from public;
grant execute on function choose_language to afterbell_app;
