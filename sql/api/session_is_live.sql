-- owner: afterbell_signin
-- A session lives while it has not been ended, was used within the last hour and is younger than its absolute limit.
-- Source of the limits: OWASP ASVS 5.0 section 7.3; 12 hours, 60 minutes idle.
create or replace function session_is_live(seen_at timestamptz, ends_at timestamptz, ended_at timestamptz)
returns boolean
language sql stable
as $$
    select ended_at is null and ends_at > now() and seen_at > now() - interval '1 hour'
$$;
comment on function session_is_live is 'Whether a session may still be used now.';
