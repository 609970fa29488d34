-- owner: afterbell_signin
-- Who is behind a session: the account, the person, and the scope of each role that is live today, in the district's
-- zone. Each scope stands by itself, so that scopes of two roles never multiply. No row: not signed in. Notes the use
-- of the session, at most once a minute.
create or replace function caller_for_session(digest bytea)
returns table (session_id uuid, account_id uuid, employee_id uuid, display_name text, language text,
               reviewer_sites uuid[], union_units uuid[], hr_units uuid[], is_incident_administrator boolean,
               is_auditor boolean)
language plpgsql security definer
set search_path from current
set timezone from current
as $$
#variable_conflict use_column
begin
    update session set seen_at = now()
    where session_digest = digest and seen_at < now() - interval '1 minute'
      and session_is_live(seen_at, ends_at, ended_at);

    return query
    select session.session_id, account.account_id, account.employee_id, account.display_name, account.language,
        array_agg(role_grant.site_id) filter (where role_grant.role = 'site_reviewer'),
        array_agg(role_grant.bargaining_unit_id) filter (where role_grant.role = 'union_representative'),
        case
            when bool_or(role_grant.role = 'hr' and role_grant.bargaining_unit_id is null)
                then array(select bargaining_unit_id from bargaining_unit)
            else array_agg(role_grant.bargaining_unit_id) filter (where role_grant.role = 'hr')
        end,
        coalesce(bool_or(role_grant.role = 'incident_administrator'), false),
        coalesce(bool_or(role_grant.role = 'auditor'), false)
    from session
    join account using (account_id)
    left join role_grant
        on role_grant.account_id = account.account_id
        and role_grant.starts_on <= current_date and coalesce(role_grant.ends_on, 'infinity') >= current_date
    where session.session_digest = digest
      and account.status = 'active'
      and session_is_live(session.seen_at, session.ends_at, session.ended_at)
    group by session.session_id, account.account_id;
end
$$;
comment on function caller_for_session is 'Account, person and scopes behind a session; the first of a request''s two round trips.';
revoke execute on function caller_for_session from public;
grant execute on function caller_for_session to afterbell_app;
