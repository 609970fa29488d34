-- 0001_site_create.sql
-- Why: schools and buildings, as the roster names them. Everyone signed in may read them. Locks: new table only.
create table site (
    site_id       uuid  not null primary key default gen_random_uuid(),
    sourced_id    text  null unique,
    identifier    text  null,
    name          text  not null,
    kind          text  not null,
    region        text  null,
    zone          text  not null,
    available_on  date  not null,
    ended_on      date  null,
    constraint site_name_is_given check (length(btrim(name)) between 1 and 255),
    constraint site_kind_is_known check (kind in ('district_office', 'school', 'other'))
);
comment on table site is 'A school or building. Kept by the roster import.';
comment on column site.sourced_id is 'The record system''s key (OneRoster sourcedId).';
comment on column site.identifier is 'The number people know the site by, where the roster has one.';
comment on column site.zone is 'IANA zone; times of entries worked here are read in it.';
comment on column site.available_on is 'The day from which people here could record time; lag is counted from then at the earliest.';
comment on column site.ended_on is 'The last day the roster named the site.';
create index site_by_name on site (name);
alter table site enable row level security;
alter table site force row level security;
create policy site_read_signed_in on site for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy site_read_writer on site for select to afterbell_writer using (true);
create policy site_read_signin on site for select to afterbell_signin using (true);
create policy site_all_importer on site for all to afterbell_importer using (true) with check (true);
grant select on site to afterbell_app, afterbell_writer, afterbell_signin;
grant select, insert, update on site to afterbell_importer;
