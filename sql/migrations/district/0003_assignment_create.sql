-- 0003_assignment_create.sql
-- Why: a position an employee holds between dates, with what its pay depends on; and the usual hours that stand under
-- logged extra hours. A change of terms is a new row with a later start. Locks: new tables only.
create table assignment (
    assignment_id       uuid           not null primary key default gen_random_uuid(),
    external_id         text           not null,
    employee_id         uuid           not null references employee,
    site_id             uuid           not null references site,
    bargaining_unit_id  uuid           not null references bargaining_unit,
    kind                text           not null,
    position            text           not null,
    classification      text           null,
    flsa_status         text           not null,
    flsa_reason         text           null,
    flsa_stated_by      text           null,
    fte                 numeric(6, 4)  null,
    basis               text           null,
    base_rate           numeric(12, 6) null,
    funding             text           null,
    reviewer_id         uuid           null references employee,
    source              text           not null,
    starts_on           date           not null,
    ends_on             date           null,
    constraint assignment_is_one_per_start unique (external_id, starts_on),
    constraint assignment_kind_is_known
        check (kind in ('regular', 'substitute', 'temporary', 'retired', 'summer', 'extra_duty')),
    constraint assignment_flsa_status_is_known check (flsa_status in ('nonexempt', 'exempt', 'not_stated')),
    constraint assignment_exempt_has_reason check (flsa_status <> 'exempt' or (flsa_reason is not null and flsa_stated_by is not null)),
    constraint assignment_base_rate_is_positive check (base_rate > 0),
    constraint assignment_fte_is_positive check (fte > 0),
    constraint assignment_source_is_known check (source in ('roster', 'hr')),
    constraint assignment_dates_in_order check (ends_on >= starts_on),
    constraint assignment_reviewer_is_someone_else check (reviewer_id <> employee_id)
);
comment on table assignment is 'A position held between two dates (both included). HR rows replace the ones a roster implies.';
comment on column assignment.external_id is 'HR''s assignment id, or the roster role''s key.';
comment on column assignment.base_rate is 'Scheduled hourly pay in dollars, six decimals, as HR stated it.';
comment on column assignment.flsa_stated_by is 'Who stated the exempt status: the feed or the account, by name.';
create index assignment_by_employee on assignment (employee_id, starts_on);
alter table assignment enable row level security;
alter table assignment force row level security;
create policy assignment_read_own on assignment for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy assignment_read_hr on assignment for select to afterbell_app
    using (bargaining_unit_id = any (nullif(current_setting('afterbell.hr_units', true), '')::uuid[]));
create policy assignment_read_writer on assignment for select to afterbell_writer using (true);
create policy assignment_all_importer on assignment for all to afterbell_importer using (true) with check (true);
grant select on assignment to afterbell_app, afterbell_writer;
grant select, insert, update on assignment to afterbell_importer;

create table usual_hours (
    assignment_id   uuid     not null references assignment,
    weekday         smallint not null,
    employee_id     uuid     not null references employee,
    starts_at       time     null,
    ends_at         time     null,
    unpaid_minutes  integer  not null default 0,
    minutes         integer  not null,
    primary key (assignment_id, weekday),
    constraint usual_hours_weekday_is_iso check (weekday between 1 and 7),
    constraint usual_hours_minutes_fit_a_day check (minutes between 1 and 1440 and unpaid_minutes between 0 and 480),
    constraint usual_hours_has_both_ends_or_none check ((starts_at is null) = (ends_at is null))
);
comment on table usual_hours is 'Assigned hours per weekday (1 is Monday), as HR states them: the baseline under extra hours.';
comment on column usual_hours.minutes is 'Paid minutes of the day, the unpaid meal already taken off.';
create index usual_hours_by_employee on usual_hours (employee_id);
alter table usual_hours enable row level security;
alter table usual_hours force row level security;
create policy usual_hours_read_own on usual_hours for select to afterbell_app
    using (employee_id = nullif(current_setting('afterbell.employee_id', true), '')::uuid);
create policy usual_hours_all_importer on usual_hours for all to afterbell_importer using (true) with check (true);
grant select on usual_hours to afterbell_app;
grant select, insert, update, delete on usual_hours to afterbell_importer;

create table academic_session (
    sourced_id   text  not null primary key,
    title        text  not null,
    kind         text  not null,
    starts_on    date  not null,
    ends_on      date  not null,
    school_year  integer not null,
    constraint academic_session_kind_is_known check (kind in ('gradingPeriod', 'semester', 'schoolYear', 'term')),
    constraint academic_session_dates_in_order check (ends_on >= starts_on)
);
comment on table academic_session is 'Terms of the school year, as the roster names them; the last day is included.';
comment on column academic_session.school_year is 'The year in which the school year ends.';
alter table academic_session enable row level security;
alter table academic_session force row level security;
create policy academic_session_read_signed_in on academic_session for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy academic_session_all_importer on academic_session for all to afterbell_importer using (true) with check (true);
grant select on academic_session to afterbell_app;
grant select, insert, update on academic_session to afterbell_importer;
