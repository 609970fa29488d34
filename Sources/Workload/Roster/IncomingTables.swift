import Postgres

/// The temporary tables of one import; they go when its transaction ends. Rows come in by COPY, which tables under row
/// level security refuse, and go from here to the tables that stay by INSERT and UPDATE under the importer's policies.
enum IncomingTables {
    /// Every statement joins whole tables, and those filled in this transaction have no statistics yet: joins by hashing
    /// are always right, nested loops over a supposed handful of rows never.
    static let planning: [Query] = [
        "set local enable_nestloop = off", "set local jit = off", "set local work_mem = '128MB'",
    ]

    /// Makes the tables. `person` is a person's place in the delivery.
    static let create: [Query] = [
        """
        create temporary table incoming_site (
            sourced_id text not null primary key, identifier text, name text not null, kind text not null,
            word text not null, is_ended boolean not null
        ) on commit drop
        """,
        """
        create temporary table incoming_session (
            sourced_id text not null primary key, title text not null, kind text not null, starts_on date not null,
            ends_on date not null, school_year integer not null, is_ended boolean not null
        ) on commit drop
        """,
        """
        create temporary table incoming_person (
            person integer not null primary key, employee_number text, email text, given_name text not null,
            family_name text not null, is_ended boolean not null, roles_are_complete boolean not null,
            line integer not null, employee_id uuid, matched_by smallint, is_lead boolean not null default true,
            has_email boolean not null default true, is_changed boolean not null default false, site_id uuid
        ) on commit drop
        """,
        """
        create temporary table incoming_alias (
            sourced_id text not null primary key, person integer not null
        ) on commit drop
        """,
        """
        create temporary table incoming_role (
            sourced_id text, person integer, person_sourced_id text, word text not null, position text not null,
            org text, begins_on date, last_on date, is_primary boolean not null, is_ended boolean not null,
            line integer not null
        ) on commit drop
        """,
        """
        create temporary table known_role (
            external_id text, employee_id uuid, site_id uuid, position text not null, begins_on date, last_on date,
            is_primary boolean not null, is_ended boolean not null, line integer not null
        ) on commit drop
        """,
        "create temporary table unreadable_person (sourced_id text not null primary key) on commit drop",
        """
        create temporary table incoming_assignment (
            line integer not null primary key, employee_number text not null, external_id text not null, kind text not null,
            position text not null, classification text, unit_code text, unit_name text, site text not null,
            flsa_status text not null, flsa_reason text, fte numeric(6, 4), basis text, base_rate numeric(12, 6),
            funding text, reviewer_number text, starts_on date not null, ends_on date, employee_id uuid, site_id uuid,
            bargaining_unit_id uuid, reviewer_id uuid, last_on date
        ) on commit drop
        """,
        """
        create temporary table incoming_hours (
            line integer not null, weekday smallint not null, starts_at time, ends_at time,
            unpaid_minutes integer not null, minutes integer not null, primary key (line, weekday)
        ) on commit drop
        """,
        """
        create temporary table stated_hours (
            assignment_id uuid not null, weekday smallint not null, employee_id uuid not null, starts_at time,
            ends_at time, unpaid_minutes integer not null, minutes integer not null, primary key (assignment_id, weekday)
        ) on commit drop
        """,
        "create temporary table site_code (code text not null primary key, site_id uuid not null) on commit drop",
        "create temporary table fallback_site (site_id uuid not null) on commit drop",
        "create temporary table ending_person (employee_id uuid not null primary key) on commit drop",
        """
        create temporary table role_plan (
            external_id text not null primary key, employee_id uuid not null, site_id uuid not null,
            position text not null, line integer not null, last_on date, assignment_id uuid, step text, starts_on date
        ) on commit drop
        """,
        """
        create temporary table roster_change (
            noun text not null, key text not null, change smallint not null
        ) on commit drop
        """,
    ]

    /// Once they are filled: what the joins need.
    static let prepare: [Query] = [
        "update incoming_person set email = lower(email) where email <> lower(email)",
        "create index on incoming_alias (person)",
        "analyze incoming_site, incoming_person, incoming_alias, incoming_role, incoming_assignment, incoming_hours",
    ]
}
