-- 0006_work_entry_create.sql
-- Why: the hours. work_entry is the identity, work_entry_version the content; a correction is version n + 1, a
-- withdrawal a version with is_withdrawn; nothing is changed in place. live_entry and live_span are derived and
-- rebuildable. Written by record_entries and correct_entry only (docs/adr/0004, 0007). Needs btree_gist.
-- Locks: new tables only.
create table work_category (
    work_category_id  smallint not null primary key generated always as identity,
    code              text     not null unique,
    label_en          text     not null,
    label_es          text     not null,
    position          smallint not null,
    is_offered        boolean  not null default true,
    constraint work_category_code_is_plain check (code ~ '^[a-z][a-z_]{2,40}$')
);
comment on table work_category is 'Kinds of work. The district may add; none is ever removed, only no longer offered.';
insert into work_category (position, code, label_en, label_es) values
    (1, 'build_schedules', 'Build schedules by hand', 'Armar horarios a mano'),
    (2, 'repair_records', 'Repair records', 'Corregir expedientes'),
    (3, 'enroll_students', 'Enroll students', 'Inscribir estudiantes'),
    (4, 'answer_families', 'Answer families', 'Atender a familias'),
    (5, 'help_desk_hold', 'On hold with help desk', 'En espera con soporte técnico'),
    (6, 'enter_twice', 'Enter twice: paper, then system', 'Capturar dos veces: papel y sistema'),
    (7, 'attendance_by_hand', 'Attendance by hand', 'Asistencia a mano'),
    (8, 'grades', 'Grades and report cards', 'Calificaciones y boletas'),
    (9, 'transcripts', 'Transcripts', 'Certificados de estudios'),
    (10, 'system_down', 'System down, waiting', 'Sistema caído, en espera'),
    (11, 'supervise_unscheduled', 'Supervise students without a schedule', 'Cuidar a estudiantes sin horario'),
    (12, 'travel', 'Travel between sites', 'Traslado entre planteles'),
    (13, 'training', 'Training on the system', 'Capacitación en el sistema'),
    (14, 'help_other_site', 'Help another site', 'Apoyar a otro plantel'),
    (15, 'recording_time', 'Recording this time', 'Registrar este tiempo');
alter table work_category enable row level security;
alter table work_category force row level security;
create policy work_category_read_signed_in on work_category for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy work_category_read_writer on work_category for select to afterbell_writer using (true);
grant select on work_category to afterbell_app, afterbell_writer;

create table work_entry (
    work_entry_id  uuid        not null primary key,
    employee_id    uuid        not null references employee,
    body_digest    bytea       not null,
    received_at    timestamptz not null default now(),
    constraint work_entry_digest_is_sha256 check (octet_length(body_digest) = 32)
);
comment on table work_entry is 'Identity of an entry: an id made by the client, and the SHA-256 of its first accepted body.';
alter table work_entry enable row level security;
alter table work_entry force row level security;
create policy work_entry_read_own on work_entry for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy work_entry_read_writer on work_entry for select to afterbell_writer using (true);
create policy work_entry_insert_writer on work_entry for insert to afterbell_writer with check (true);
grant select on work_entry to afterbell_app;
grant select, insert on work_entry to afterbell_writer;

create table work_entry_version (
    work_entry_id       uuid        not null references work_entry,
    version             integer     not null,
    employee_id         uuid        not null,
    assignment_id       uuid        not null references assignment,
    bargaining_unit_id  uuid        not null,
    classification      text        null,
    flsa_status         text        not null,
    site_id             uuid        not null references site,
    charged_site_id     uuid        not null references site,
    place               text        not null,
    shape               text        not null,
    starts_at           timestamptz null,
    ends_at             timestamptz null,
    zone                text        not null,
    work_date           date        not null,
    break_minutes       integer     not null,
    worked_minutes      integer     not null,
    high_minutes        integer     null,
    work_category_id    smallint    not null references work_category,
    cause               text        not null,
    not_listed_module   text        null,
    not_listed_seen     text        null,
    needed_anyway       text        null,
    records_corrected   integer     null,
    students_served     integer     null,
    pushed_aside        text        null,
    pushed_aside_count  integer     null,
    asked_by            text        null,
    authorized_before   boolean     null,
    treated_as          text        not null,
    source              text        not null,
    source_made_on      date        null,
    is_withdrawn        boolean     not null,
    change_reason       text        null,
    change_digest       bytea       null,
    entered_by          uuid        not null references account,
    received_at         timestamptz not null default now(),
    primary key (work_entry_id, version),
    unique (work_entry_id, version, worked_minutes),
    constraint work_entry_version_counts_from_one check (version >= 1),
    constraint work_entry_version_place_is_known check (place in ('site', 'home', 'elsewhere')),
    constraint work_entry_version_shape_fits_values check (
        case shape
            when 'span' then starts_at is not null and ends_at is not null and high_minutes is null
            when 'minutes' then starts_at is null and ends_at is null and high_minutes is null and break_minutes = 0
            when 'range' then starts_at is null and ends_at is null and high_minutes is not null and break_minutes = 0
            else false
        end),
    constraint work_entry_version_ends_after_start check (ends_at > starts_at),
    constraint work_entry_version_minutes_fit_span check (
        shape <> 'span' or worked_minutes * 60 = extract(epoch from ends_at - starts_at) - break_minutes * 60),
    constraint work_entry_version_date_is_local_start check (
        shape <> 'span' or work_date = (starts_at at time zone zone)::date),
    constraint work_entry_version_minutes_fit_a_day check (worked_minutes between 1 and 1440),
    constraint work_entry_version_high_is_higher check (high_minutes > worked_minutes and high_minutes <= 1440),
    constraint work_entry_version_break_is_shorter check (break_minutes between 0 and 480),
    constraint work_entry_version_date_is_recent check (work_date >= date '2000-01-01'),
    constraint work_entry_version_cause_is_known check (cause in ('incidents', 'not_listed', 'not_sure', 'not_system')),
    constraint work_entry_version_not_listed_says_what check (
        (cause = 'not_listed') = (not_listed_module is not null) and (cause = 'not_listed' or not_listed_seen is null)),
    constraint work_entry_version_not_listed_module_is_known check (not_listed_module in (
        'enrollment', 'scheduling', 'attendance', 'grades', 'transcripts', 'special_education', 'meals', 'reports',
        'access', 'performance', 'help_desk')),
    constraint work_entry_version_not_listed_is_short check (length(not_listed_seen) between 1 and 200),
    constraint work_entry_version_needed_anyway_is_known check (needed_anyway in ('no', 'partly', 'yes')),
    constraint work_entry_version_counts_are_plausible check (
        records_corrected between 0 and 100000 and students_served between 0 and 100000
        and pushed_aside_count between 0 and 1000),
    constraint work_entry_version_pushed_aside_is_known check (pushed_aside in (
        'student_sessions', 'iep_meeting', 'screening', 'class_coverage', 'family_contact', 'preparation', 'own_lunch')),
    constraint work_entry_version_pushed_aside_count_has_what check (pushed_aside_count is null or pushed_aside is not null),
    constraint work_entry_version_asked_by_is_known
        check (asked_by in ('site_administrator', 'district', 'colleague', 'nobody')),
    constraint work_entry_version_treated_as_is_known
        check (treated_as in ('nothing_yet', 'paid', 'partly_paid', 'time_off', 'on_time_card', 'dont_know')),
    constraint work_entry_version_source_is_known
        check (source in ('as_it_happened', 'notes', 'calendar', 'sent_mail', 'sign_in_sheet', 'memory')),
    constraint work_entry_version_withdrawal_has_reason check (
        not is_withdrawn or change_reason in ('entered_twice', 'wrong_day', 'other')),
    constraint work_entry_version_first_is_no_change check (version > 1 or (not is_withdrawn and change_reason is null)),
    constraint work_entry_version_change_has_digest check ((version > 1) = (change_digest is not null)),
    constraint work_entry_version_change_reason_is_known
        check (change_reason in ('times', 'cause', 'details', 'entered_twice', 'wrong_day', 'other', 'asked_to'))
);
comment on table work_entry_version is 'Content of an entry. Append-only: a correction is the next version, both stay.';
comment on column work_entry_version.site_id is 'Site worked; its zone reads the times.';
comment on column work_entry_version.charged_site_id is 'Site whose funds the time is charged to.';
comment on column work_entry_version.shape is 'span: start and end; minutes: minutes on a date; range: low (worked_minutes) to high.';
comment on column work_entry_version.work_date is 'Local date of the start at the site worked.';
comment on column work_entry_version.worked_minutes is 'Elapsed minutes less the unpaid break; of a range the low figure.';
comment on column work_entry_version.needed_anyway is 'Whether the work was needed without the failure.';
comment on column work_entry_version.treated_as is 'How the time has been treated so far, as the person states it.';
comment on column work_entry_version.source_made_on is 'When the notes, calendar or sheet were made.';
comment on column work_entry_version.change_digest is 'SHA-256 of the body of a correction, so that a repeated one is known.';
create index work_entry_version_by_employee on work_entry_version (employee_id, work_date);
alter table work_entry_version enable row level security;
alter table work_entry_version force row level security;
create policy work_entry_version_read_own on work_entry_version for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy work_entry_version_read_hr on work_entry_version for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy work_entry_version_read_writer on work_entry_version for select to afterbell_writer using (true);
create policy work_entry_version_insert_writer on work_entry_version for insert to afterbell_writer with check (true);
grant select on work_entry_version to afterbell_app;
grant select, insert on work_entry_version to afterbell_writer;

create table live_entry (
    work_entry_id       uuid    not null primary key,
    version             integer not null,
    employee_id         uuid    not null,
    bargaining_unit_id  uuid    not null,
    work_date           date    not null,
    worked_minutes      integer not null,
    state               text    not null,
    held_because        text    null,
    held_by             uuid    null,
    settles_at          timestamptz null,
    constraint live_entry_state_is_known check (state in ('counting', 'held', 'withdrawn')),
    constraint live_entry_held_has_reason check (
        (state = 'held') = (held_because is not null)
        and (held_because is not distinct from 'overlap') = (held_by is not null)
        and (held_because is not distinct from 'future') = (settles_at is not null)),
    constraint live_entry_held_because_is_known check (held_because in ('overlap', 'future'))
);
comment on table live_entry is 'The newest version of each entry and whether it counts. Derived, rebuildable.';
comment on column live_entry.held_by is 'The counting entry of the same person that it overlaps.';
comment on column live_entry.settles_at is 'When an end that lay ahead is reached.';
create index live_entry_by_employee on live_entry (employee_id, work_date);
create index live_entry_held on live_entry (employee_id) where state = 'held';
alter table live_entry enable row level security;
alter table live_entry force row level security;
create policy live_entry_read_own on live_entry for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy live_entry_read_hr on live_entry for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy live_entry_all_writer on live_entry for all to afterbell_writer using (true) with check (true);
grant select on live_entry to afterbell_app;
grant select, insert, update on live_entry to afterbell_writer;

create table live_span (
    work_entry_id       uuid      not null primary key,
    employee_id         uuid      not null,
    bargaining_unit_id  uuid      not null,
    during              tstzrange not null,
    constraint live_span_has_bounds check ((lower(during) < upper(during)) is true),
    constraint live_span_one_at_a_time exclude using gist (employee_id with =, during with &&)
);
comment on table live_span is 'The counting interval of each entry; touching ends are not an overlap. Derived, rebuildable.';
alter table live_span enable row level security;
alter table live_span force row level security;
create policy live_span_read_own on live_span for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy live_span_all_writer on live_span for all to afterbell_writer using (true) with check (true);
grant select on live_span to afterbell_app;
grant select, insert, delete on live_span to afterbell_writer;
