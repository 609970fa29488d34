-- 0013_event_id_add.sql
-- Why: each row of a fact names its event. A row that is changed in place gets another id with the change, so that what
-- has no event yet is found by its id. Also: the state of an entry is a fact when it is held and when it counts again;
-- and who was seen when names were read. Locks: rewrites the tables of facts (a district that is new or stopped).
alter table site add column event_id uuid not null default gen_random_uuid();
alter table bargaining_unit add column event_id uuid not null default gen_random_uuid();
alter table employee add column event_id uuid not null default gen_random_uuid();
alter table assignment add column event_id uuid not null default gen_random_uuid();
alter table account add column event_id uuid not null default gen_random_uuid();
alter table role_grant add column event_id uuid not null default gen_random_uuid();
alter table incident_version add column event_id uuid not null default gen_random_uuid();
alter table work_entry_version add column event_id uuid not null default gen_random_uuid();
alter table attribution_set add column event_id uuid not null default gen_random_uuid();
alter table read_event add column event_id uuid not null default gen_random_uuid();
alter table roster_import add column event_id uuid not null default gen_random_uuid();

create policy site_read_sealer on site for select to afterbell_sealer using (true);
create policy bargaining_unit_read_sealer on bargaining_unit for select to afterbell_sealer using (true);
create policy employee_read_sealer on employee for select to afterbell_sealer using (true);
create policy assignment_read_sealer on assignment for select to afterbell_sealer using (true);
create policy usual_hours_read_sealer on usual_hours for select to afterbell_sealer using (true);
create policy account_read_sealer on account for select to afterbell_sealer using (true);
create policy role_grant_read_sealer on role_grant for select to afterbell_sealer using (true);
create policy incident_read_sealer on incident for select to afterbell_sealer using (true);
create policy incident_version_read_sealer on incident_version for select to afterbell_sealer using (true);
create policy work_category_read_sealer on work_category for select to afterbell_sealer using (true);
create policy work_entry_read_sealer on work_entry for select to afterbell_sealer using (true);
create policy work_entry_version_read_sealer on work_entry_version for select to afterbell_sealer using (true);
create policy attribution_set_read_sealer on attribution_set for select to afterbell_sealer using (true);
create policy attribution_read_sealer on attribution for select to afterbell_sealer using (true);
create policy read_event_read_sealer on read_event for select to afterbell_sealer using (true);
create policy roster_import_read_sealer on roster_import for select to afterbell_sealer using (true);
grant select on site, bargaining_unit, employee, assignment, usual_hours, role_grant, incident, incident_version,
    work_category, work_entry, work_entry_version, attribution_set, attribution, read_event, roster_import
    to afterbell_sealer;
grant select (account_id, employee_id, sign_in_name, display_name, status, opened_at, event_id) on account
    to afterbell_sealer;
grant insert (event_id) on incident_version to afterbell_app;
grant insert (event_id, read_event_id) on read_event to afterbell_app;

create table entry_hold (
    work_entry_id       uuid        not null,
    version             integer     not null,
    step                integer     not null,
    employee_id         uuid        not null,
    bargaining_unit_id  uuid        not null,
    state               text        not null,
    held_because        text        null,
    held_by             uuid        null,
    decided_at          timestamptz not null default now(),
    event_id            uuid        not null default gen_random_uuid(),
    primary key (work_entry_id, version, step),
    foreign key (work_entry_id, version) references work_entry_version,
    constraint entry_hold_counts_from_one check (step >= 1),
    constraint entry_hold_state_is_known check (state in ('held', 'counting')),
    constraint entry_hold_has_reason check ((state = 'held') = (held_because is not null)),
    constraint entry_hold_because_is_known check (held_because in ('overlap', 'future'))
);
comment on table entry_hold is 'That an entry was held when it was received, and that it counted later. Append-only.';
alter table entry_hold enable row level security;
alter table entry_hold force row level security;
create policy entry_hold_read_own on entry_hold for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy entry_hold_read_hr on entry_hold for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy entry_hold_read_writer on entry_hold for select to afterbell_writer using (true);
create policy entry_hold_insert_writer on entry_hold for insert to afterbell_writer with check (true);
create policy entry_hold_read_sealer on entry_hold for select to afterbell_sealer using (true);
grant select on entry_hold to afterbell_app, afterbell_sealer;
grant select, insert on entry_hold to afterbell_writer;

alter table read_event drop constraint read_event_page_is_known;
alter table read_event add constraint read_event_page_is_known check (page in ('people', 'person', 'evidence_packet'));
alter table read_event alter column account_id drop not null;
alter table read_event add column role text not null default 'hr';
alter table read_event add constraint read_event_role_is_known
    check (role in ('hr', 'union_representative', 'incident_administrator', 'auditor', 'operator'));
alter table read_event add constraint read_event_has_account check ((account_id is null) = (role = 'operator'));
comment on column read_event.role is 'In which role somebody looked; the operator of the installation has no account.';
grant insert (role) on read_event to afterbell_app;

create policy read_event_insert_sealer on read_event for insert to afterbell_sealer with check (account_id is null);
grant insert on read_event to afterbell_sealer;

create table read_person (
    read_event_id  uuid not null,
    employee_id    uuid not null,
    account_id     uuid null,
    primary key (employee_id, read_event_id)
);
comment on table read_person is 'Whose name was shown when somebody looked. Written in the transaction of the read_event.';
comment on column read_person.account_id is 'Who looked, as in the read_event; null for the operator.';
create index read_person_by_read on read_person (read_event_id);
alter table read_person enable row level security;
alter table read_person force row level security;
create policy read_person_read_own on read_person for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy read_person_insert_own on read_person for insert to afterbell_app
    with check (account_id = nullif(current_setting('afterbell.account_id', true), '')::uuid);
create policy read_person_read_sealer on read_person for select to afterbell_sealer using (true);
create policy read_person_insert_sealer on read_person for insert to afterbell_sealer with check (account_id is null);
grant select, insert on read_person to afterbell_app, afterbell_sealer;
