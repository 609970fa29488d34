-- 0009_read_event_create.sql
-- Why: a page with other people's names is recorded before it is read; and every roster import keeps what it found.
-- Locks: new tables only.
create table read_event (
    read_event_id  uuid        not null primary key default gen_random_uuid(),
    account_id     uuid        not null references account,
    page           text        not null,
    subject        text        not null,
    read_at        timestamptz not null default now(),
    constraint read_event_page_is_known check (page in ('people', 'person'))
);
comment on table read_event is 'Who opened a page with other people''s names; committed before the names are read.';
comment on column read_event.subject is 'What was asked for: page, unit, site and words of a list, or the person''s id.';
alter table read_event enable row level security;
alter table read_event force row level security;
create policy read_event_insert_own on read_event for insert to afterbell_app
    with check (account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid);
create policy read_event_read_own on read_event for select to afterbell_app
    using (account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid);
grant select, insert (account_id, page, subject) on read_event to afterbell_app;

create table roster_import (
    roster_import_id  uuid        not null primary key,
    file_name         text        not null,
    file_digest       bytea       not null,
    imported_at       timestamptz not null default now(),
    imported_by       text        not null,
    report            jsonb       not null
);
comment on table roster_import is 'Each roster import: which file, when, by whom, what it changed and what it found.';
alter table roster_import enable row level security;
alter table roster_import force row level security;
create policy roster_import_all_importer on roster_import for all to afterbell_importer using (true) with check (true);
grant select, insert on roster_import to afterbell_importer;
