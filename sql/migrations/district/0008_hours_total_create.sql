-- 0008_hours_total_create.sql
-- Why: readers without names read totals, never entries. hours_total has no person in it; hours_person and hours_share
-- are what it is counted from, readable by the writer only. All three are derived and rebuilt by rebuild_totals.
-- Locks: new tables only.
create table hours_pending (
    work_entry_id  uuid   not null,
    queued         bigint not null generated always as identity primary key
);
comment on table hours_pending is 'Entries whose totals are to be counted again by fold_totals, within seconds.';
alter table hours_pending enable row level security;
alter table hours_pending force row level security;
create policy hours_pending_all_writer on hours_pending for all to afterbell_writer using (true) with check (true);
grant select, insert, delete on hours_pending to afterbell_writer;

create table hours_share (
    work_entry_id     uuid     not null,
    subject           text     not null,
    subject_key       text     not null,
    employee_id       uuid     not null,
    site_id           uuid     not null,
    work_date         date     not null,
    category          text     not null,
    minutes           integer  not null,
    primary key (work_entry_id, subject, subject_key)
);
comment on table hours_share is 'What each counting entry adds at present to a subject: an incident, a module, the district.';
alter table hours_share enable row level security;
alter table hours_share force row level security;
create policy hours_share_all_writer on hours_share for all to afterbell_writer using (true) with check (true);
grant select, insert, delete on hours_share to afterbell_writer;

create type hours_change as (
    subject      text,
    subject_key  text,
    employee_id  uuid,
    site_id      uuid,
    work_date    date,
    category     text,
    minutes      integer,
    entries      integer
);
comment on type hours_change is 'What an entry adds to a subject, or takes back when negative.';

create table hours_total (
    hours_total_id  bigint  not null primary key generated always as identity,
    subject         text    not null,
    subject_key     text    not null,
    facet           text    not null,
    facet_key       text    not null,
    minutes         bigint  not null,
    entries         integer not null,
    people          integer not null,
    unique (subject, subject_key, facet, facet_key),
    constraint hours_total_subject_is_known check (subject in ('incident', 'module', 'district')),
    constraint hours_total_facet_is_known check (facet in ('all', 'day', 'category', 'site'))
) with (fillfactor = 70);
comment on table hours_total is 'Hours of an incident, a module or the district: in all, by day, category and site. No person in it.';
comment on column hours_total.subject_key is 'The incident''s id, the module''s code, or '''' for the district.';
comment on column hours_total.facet_key is 'The work date, category code or site id; '''' for all.';
comment on column hours_total.people is 'How many people it is counted from; figures are shown from 10 on.';
alter table hours_total enable row level security;
alter table hours_total force row level security;
create policy hours_total_read_administrator on hours_total for select to afterbell_app
    using (nullif(current_setting('afterbell.incident_admin', true), '') is not null);
create policy hours_total_read_auditor on hours_total for select to afterbell_app
    using (nullif(current_setting('afterbell.auditor', true), '') is not null);
create policy hours_total_read_hr on hours_total for select to afterbell_app
    using (nullif(current_setting('afterbell.hr_units', true), '') is not null);
create policy hours_total_all_writer on hours_total for all to afterbell_writer using (true) with check (true);
create policy hours_total_read_report on hours_total for select to afterbell_report
    using (subject = 'incident' and facet = 'all' and people >= 10);
grant select on hours_total to afterbell_app, afterbell_report;
grant select, insert, update, delete on hours_total to afterbell_writer;

create table hours_person (
    hours_total_id  bigint  not null,
    employee_id     uuid    not null,
    minutes         bigint  not null,
    entries         integer not null,
    primary key (hours_total_id, employee_id)
) with (fillfactor = 70);
comment on table hours_person is 'The persons behind each total; needed to count them, never shown.';
alter table hours_person enable row level security;
alter table hours_person force row level security;
create policy hours_person_all_writer on hours_person for all to afterbell_writer using (true) with check (true);
grant select, insert, update, delete on hours_person to afterbell_writer;

create type hours_cell as (
    hours_total_id  bigint,
    employee_id     uuid,
    minutes         bigint,
    entries         integer
);
comment on type hours_cell is 'What a person adds to a total, or takes back when negative.';

create table roster_total (
    is_only    boolean not null primary key default true check (is_only),
    employees  integer not null,
    accounts   integer not null,
    sites      integer not null
);
comment on table roster_total is 'One row: people on the roster, people with accounts, sites. Printed as coverage beside each total.';
insert into roster_total (employees, accounts, sites) values (0, 0, 0);
alter table roster_total enable row level security;
alter table roster_total force row level security;
create policy roster_total_read_signed_in on roster_total for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy roster_total_all_signin on roster_total for all to afterbell_signin using (true) with check (true);
create policy roster_total_all_importer on roster_total for all to afterbell_importer using (true) with check (true);
create policy roster_total_read_report on roster_total for select to afterbell_report using (true);
grant select on roster_total to afterbell_app, afterbell_report;
grant select, update on roster_total to afterbell_signin, afterbell_importer;
