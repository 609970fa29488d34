-- 0005_incident_create.sql
-- Why: dated failures of the record system. The incident is an identity; what is said of it is a version, and every
-- version stays. live_incident is derived: the newest version, for lists. Locks: new tables only.
create table incident (
    incident_id   uuid        not null primary key,
    opened_by     uuid        not null references account,
    opened_at     timestamptz not null default now()
);
comment on table incident is 'Identity of a dated failure of the record system.';
alter table incident enable row level security;
alter table incident force row level security;
create policy incident_read_signed_in on incident for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy incident_read_writer on incident for select to afterbell_writer using (true);
create policy incident_insert_administrator on incident for insert to afterbell_app
    with check (opened_by = nullif(current_setting('afterbell.account_id', true), '')::uuid
        and nullif(current_setting('afterbell.incident_admin', true), '') is not null);
grant select, insert (incident_id, opened_by) on incident to afterbell_app;
grant select on incident to afterbell_writer;

create table incident_version (
    incident_id    uuid        not null references incident,
    version        integer     not null,
    title          text        not null,
    module         text        not null,
    severity       smallint    not null,
    status         text        not null,
    began_at       timestamptz not null,
    resolved_at    timestamptz null,
    is_everywhere  boolean     not null,
    site_ids       uuid[]      not null,
    note           text        null,
    recorded_by    uuid        not null references account,
    recorded_at    timestamptz not null default now(),
    primary key (incident_id, version),
    constraint incident_version_counts_from_one check (version >= 1),
    constraint incident_version_title_is_short check (length(btrim(title)) between 3 and 140),
    constraint incident_version_module_is_known check (module in (
        'enrollment', 'scheduling', 'attendance', 'grades', 'transcripts', 'special_education', 'meals', 'reports',
        'access', 'performance', 'help_desk')),
    constraint incident_version_severity_is_known check (severity between 1 and 4),
    constraint incident_version_status_is_known check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
    constraint incident_version_resolved_has_time check ((status = 'resolved') = (resolved_at is not null)),
    constraint incident_version_times_in_order check (resolved_at >= began_at),
    constraint incident_version_names_sites_or_all check (is_everywhere = (cardinality(site_ids) = 0)),
    constraint incident_version_note_is_short check (length(note) <= 500)
);
comment on table incident_version is 'What was said of an incident, when and by whom; a change is a new version.';
comment on column incident_version.severity is '1 stops a site''s work, 4 is a nuisance. Hidden from staff.';
comment on column incident_version.site_ids is 'Sites affected; empty when every site is.';
alter table incident_version enable row level security;
alter table incident_version force row level security;
create policy incident_version_read_signed_in on incident_version for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy incident_version_insert_administrator on incident_version for insert to afterbell_app
    with check (recorded_by = nullif(current_setting('afterbell.account_id', true), '')::uuid
        and nullif(current_setting('afterbell.incident_admin', true), '') is not null);
grant select, insert (incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids,
    note, recorded_by) on incident_version to afterbell_app;

create table live_incident (
    incident_id    uuid        not null primary key references incident,
    version        integer     not null,
    title          text        not null,
    module         text        not null,
    severity       smallint    not null,
    status         text        not null,
    began_at       timestamptz not null,
    resolved_at    timestamptz null,
    is_everywhere  boolean     not null,
    site_ids       uuid[]      not null,
    foreign key (incident_id, version) references incident_version
);
comment on table live_incident is 'The newest version of each incident. Derived from incident_version.';
create index live_incident_by_begin on live_incident (began_at desc, incident_id);
create index live_incident_by_site on live_incident using gin (site_ids);
alter table live_incident enable row level security;
alter table live_incident force row level security;
create policy live_incident_read_signed_in on live_incident for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy live_incident_read_writer on live_incident for select to afterbell_writer using (true);
create policy live_incident_insert_administrator on live_incident for insert to afterbell_app
    with check (nullif(current_setting('afterbell.incident_admin', true), '') is not null);
create policy live_incident_update_administrator on live_incident for update to afterbell_app
    using (nullif(current_setting('afterbell.incident_admin', true), '') is not null)
    with check (nullif(current_setting('afterbell.incident_admin', true), '') is not null);
grant select, insert, update on live_incident to afterbell_app;
grant select on live_incident to afterbell_writer;
