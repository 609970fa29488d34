-- 0010_entry_types_create.sql
-- Why: the shape of what record_entries and correct_entry take, and of a row that has been checked. Locks: none.
create type entry_row as (
    session_digest       bytea,
    work_entry_id        uuid,
    version              integer,
    body_digest          bytea,
    assignment_id        uuid,
    site_id              uuid,
    charged_site_id      uuid,
    place                text,
    shape                text,
    starts_at            timestamptz,
    ends_at              timestamptz,
    work_date            date,
    break_minutes        integer,
    worked_minutes       integer,
    high_minutes         integer,
    category             text,
    cause                text,
    incidents            jsonb,
    not_listed_module    text,
    not_listed_seen      text,
    needed_anyway        text,
    records_corrected    integer,
    students_served      integer,
    pushed_aside         text,
    pushed_aside_count   integer,
    asked_by             text,
    authorized_before    boolean,
    treated_as           text,
    source               text,
    source_made_on       date,
    is_withdrawn         boolean,
    change_reason        text
);
comment on type entry_row is 'One entry as the server sends it; incidents is [{"incident_id": …, "minutes": …}, …].';

create type checked_entry as (
    ordinal              bigint,
    entry                entry_row,
    account_id           uuid,
    employee_id          uuid,
    bargaining_unit_id   uuid,
    classification       text,
    flsa_status          text,
    zone                 text,
    work_category_id     smallint,
    refusal              text
);
comment on type checked_entry is 'An entry with what the database knows of its writer, and the first rule it breaks, if any.';
