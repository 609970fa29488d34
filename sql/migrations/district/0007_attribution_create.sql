-- 0007_attribution_create.sql
-- Why: minutes of an entry assigned to the incidents that caused them. A set has an author and a side; a newer set of
-- the same side replaces the older whole, and what the other side says stays beside it. The minutes are ranges within
-- the entry, so that their sum can't pass it without a lock. Locks: new tables only.
create table attribution_set (
    work_entry_id       uuid        not null,
    version             integer     not null,
    set_number          integer     not null,
    side                text        not null,
    employee_id         uuid        not null,
    bargaining_unit_id  uuid        not null,
    worked_minutes      integer     not null,
    attributed_by       uuid        not null references account,
    attributed_at       timestamptz not null default now(),
    reason              text        null,
    primary key (work_entry_id, version, set_number),
    unique (work_entry_id, version, set_number, worked_minutes),
    foreign key (work_entry_id, version, worked_minutes)
        references work_entry_version (work_entry_id, version, worked_minutes),
    constraint attribution_set_counts_from_one check (set_number >= 1),
    constraint attribution_set_side_is_known check (side in ('staff', 'district')),
    constraint attribution_set_district_gives_reason check (side = 'staff' or reason is not null)
);
comment on table attribution_set is 'Who attributed an entry''s minutes, when and on which side. The newest set of a side stands.';
alter table attribution_set enable row level security;
alter table attribution_set force row level security;
create policy attribution_set_read_own on attribution_set for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy attribution_set_read_hr on attribution_set for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy attribution_set_read_writer on attribution_set for select to afterbell_writer using (true);
create policy attribution_set_insert_writer on attribution_set for insert to afterbell_writer with check (true);
grant select on attribution_set to afterbell_app;
grant select, insert on attribution_set to afterbell_writer;

create table attribution (
    work_entry_id       uuid      not null,
    version             integer   not null,
    set_number          integer   not null,
    incident_id         uuid      not null references incident,
    employee_id         uuid      not null,
    bargaining_unit_id  uuid      not null,
    worked_minutes      integer   not null,
    minutes             int4range not null,
    primary key (work_entry_id, version, set_number, incident_id),
    foreign key (work_entry_id, version, set_number, worked_minutes)
        references attribution_set (work_entry_id, version, set_number, worked_minutes),
    constraint attribution_fits_entry check (not isempty(minutes) and minutes <@ int4range(0, worked_minutes)),
    constraint attribution_minutes_once
        exclude using gist (work_entry_id with =, version with =, set_number with =, minutes with &&)
);
comment on table attribution is 'Minutes of an entry that an incident caused; a range within the entry, so no minute is used twice.';
create index attribution_by_incident on attribution (incident_id);
alter table attribution enable row level security;
alter table attribution force row level security;
create policy attribution_read_own on attribution for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy attribution_read_hr on attribution for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy attribution_read_writer on attribution for select to afterbell_writer using (true);
create policy attribution_insert_writer on attribution for insert to afterbell_writer with check (true);
grant select on attribution to afterbell_app;
grant select, insert on attribution to afterbell_writer;
