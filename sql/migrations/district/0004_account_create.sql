-- 0004_account_create.sql
-- Why: sign-ins, their sessions, their roles with scope and dates, and refused sign-ins. Only afterbell_signin reads
-- secrets; what a request may know of its own session comes through functions it owns. Locks: new tables only.
create table account (
    account_id     uuid        not null primary key default gen_random_uuid(),
    employee_id    uuid        null unique references employee,
    sign_in_name   text        not null unique,
    display_name   text        not null,
    password_hash  text        null,
    language       text        not null default 'en',
    status         text        not null default 'active',
    opened_at      timestamptz not null default now(),
    constraint account_sign_in_name_is_lower check (sign_in_name = lower(btrim(sign_in_name)) and length(sign_in_name) between 1 and 255),
    constraint account_display_name_is_given check (length(btrim(display_name)) between 1 and 400),
    constraint account_language_is_known check (language in ('en', 'es')),
    constraint account_status_is_known check (status in ('active', 'disabled'))
);
comment on table account is 'A sign-in. A person of the roster, or somebody who is not employed (a union representative).';
comment on column account.password_hash is 'scrypt in PHC string form; null until a password is set.';
alter table account enable row level security;
alter table account force row level security;
create policy account_all_signin on account for all to afterbell_signin using (true) with check (true);
create policy account_read_writer on account for select to afterbell_writer using (true);
create policy account_read_importer on account for select to afterbell_importer using (true);
grant select, insert, update on account to afterbell_signin;
grant select (account_id, employee_id, status, display_name) on account to afterbell_writer;
grant select (account_id, employee_id, status) on account to afterbell_importer;

create table session (
    session_digest  bytea       not null primary key,
    session_id      uuid        not null unique default gen_random_uuid(),
    account_id      uuid        not null references account,
    started_at      timestamptz not null default now(),
    seen_at         timestamptz not null default now(),
    ends_at         timestamptz not null,
    ended_at        timestamptz null,
    network         text        not null,
    device          text        not null,
    constraint session_digest_is_sha256 check (octet_length(session_digest) = 32),
    constraint session_device_is_short check (length(device) <= 200)
);
comment on table session is 'A signed-in browser. The cookie holds the secret; only its SHA-256 is here.';
comment on column session.seen_at is 'Last request, to the minute.';
comment on column session.ends_at is 'Absolute limit; the idle limit is counted from seen_at.';
create index session_by_account on session (account_id) where ended_at is null;
alter table session enable row level security;
alter table session force row level security;
create policy session_all_signin on session for all to afterbell_signin using (true) with check (true);
create policy session_read_writer on session for select to afterbell_writer using (true);
create policy session_update_writer on session for update to afterbell_writer using (true) with check (true);
grant select, insert, update on session to afterbell_signin;
grant select, update (seen_at) on session to afterbell_writer;

create table role_grant (
    role_grant_id       uuid  not null primary key default gen_random_uuid(),
    account_id          uuid  not null references account,
    role                text  not null,
    site_id             uuid  null references site,
    bargaining_unit_id  uuid  null references bargaining_unit,
    starts_on           date  not null,
    ends_on             date  null,
    granted_by          text  not null,
    granted_at          timestamptz not null default now(),
    constraint role_grant_role_is_known
        check (role in ('site_reviewer', 'union_representative', 'hr', 'incident_administrator', 'auditor')),
    constraint role_grant_scope_fits_role check (
        case role
            when 'site_reviewer' then site_id is not null and bargaining_unit_id is null
            when 'union_representative' then bargaining_unit_id is not null and site_id is null
            when 'hr' then site_id is null
            else site_id is null and bargaining_unit_id is null
        end),
    -- The eve of the first day is the last one of a grant that was ended on its first day, or before.
    constraint role_grant_dates_in_order check (ends_on >= starts_on - 1)
);
comment on table role_grant is 'A role with its scope and dates. HR without a unit means all units.';
comment on column role_grant.ends_on is 'The last day on which it is held; the eve of starts_on for one that was ended at once.';
create index role_grant_by_account on role_grant (account_id);
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy role_grant_all_signin on role_grant for all to afterbell_signin using (true) with check (true);
grant select, insert, update on role_grant to afterbell_signin;

create table sign_in_refusal (
    name_digest  bytea       not null,
    network      text        not null,
    refused_at   timestamptz not null default now()
);
comment on table sign_in_refusal is 'Refused sign-ins of the last day, to slow down guessing; the name only as a digest.';
create index sign_in_refusal_by_name on sign_in_refusal (name_digest, refused_at);
create index sign_in_refusal_by_network on sign_in_refusal (network, refused_at);
create index sign_in_refusal_by_time on sign_in_refusal (refused_at);
alter table sign_in_refusal enable row level security;
alter table sign_in_refusal force row level security;
create policy sign_in_refusal_all_signin on sign_in_refusal for all to afterbell_signin using (true) with check (true);
grant select, insert, delete on sign_in_refusal to afterbell_signin;
