-- 0014_log_check_create.sql
-- Why: the whole district is held against its log each night; that it was, and what was found, can be seen by everybody.
-- Locks: new table only.
create table log_check (
    checked_at    timestamptz not null primary key default now(),
    events        bigint      not null,
    checked_rows  bigint      not null,
    signed_size   bigint      not null,
    faults        integer     not null,
    took_seconds  integer     not null,
    constraint log_check_counts_are_plausible
        check (events >= 0 and checked_rows >= 0 and signed_size >= 0 and faults >= 0 and took_seconds >= 0)
);
comment on table log_check is 'That every row was held against its event, and every event against the log, and how many things differed.';
comment on column log_check.signed_size is 'How many events the last signed state holds that the log leads to; 0 for none.';
alter table log_check enable row level security;
alter table log_check force row level security;
create policy log_check_read_signed_in on log_check for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_check_read_sealer on log_check for select to afterbell_sealer using (true);
create policy log_check_insert_sealer on log_check for insert to afterbell_sealer with check (true);
grant select on log_check to afterbell_app;
grant select, insert on log_check to afterbell_sealer;
