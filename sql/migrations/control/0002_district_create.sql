-- 0002_district_create.sql
-- Why: the registry of districts. Each has a schema and a role of its own; the host name leads to it, and a district
-- that is alone answers on any host. Locks: new table only.
create table district (
    slug         text        not null primary key,
    name         text        not null,
    host         text        null unique,
    zone         text        not null,
    run_by       text        not null,
    is_demo      boolean     not null default false,
    registered_at timestamptz not null default now(),
    constraint district_slug_is_plain check (slug ~ '^[a-z][a-z0-9_]{1,40}$'),
    constraint district_slug_is_no_service check (slug not in (
        'owner', 'app', 'signin', 'writer', 'importer', 'report', 'server', 'control', 'engine', 'sealer', 'eraser')),
    constraint district_host_is_plain check (host ~ '^[a-z0-9.:-]+$' and host !~ '^[.]|[.]$'),
    constraint district_name_is_given check (length(btrim(name)) between 1 and 200),
    constraint district_run_by_is_known check (run_by in ('district', 'union', 'third_party'))
);
comment on table district is 'One row per district; its tables live in schema district_<slug>.';
comment on column district.host is 'The host name that leads to the district, in lower case and without port; null where it is the only district.';
comment on column district.zone is 'IANA zone of the district; a site may have its own.';
comment on column district.run_by is 'Who runs the servers and holds the keys.';
alter table district enable row level security;
alter table district force row level security;
create policy district_read_any on district for select to afterbell_server using (true);
grant usage on schema afterbell to afterbell_server;
grant select on district to afterbell_server;
-- The server looks at its start whether a newer program has changed the database.
create policy migration_read_any on migration for select to afterbell_server using (true);
grant select on migration to afterbell_server;
