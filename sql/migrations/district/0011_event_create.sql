-- 0011_event_create.sql
-- Why: every fact is an event whose exact bytes are kept and hashed; rows are what it looks like in tables, and name it.
-- Salts and values stand apart from the bytes, so that a value can be erased while the log stays whole (docs/adr/0011).
-- Locks: new tables only.
create table event (
    event_id     uuid   not null primary key,
    received_ms  bigint not null,
    leaf         bytea  not null,
    leaf_hash    bytea  not null,
    constraint event_leaf_hash_is_of_leaf check (leaf_hash = sha256('\x00'::bytea || leaf))
);
comment on table event is 'A fact: when it was received, and the bytes that the log holds of it.';
comment on column event.received_ms is 'Milliseconds since 1970 in UTC, as in the leaf.';
comment on column event.leaf is 'The bytes that are hashed, as docs/reference/packet.md has them.';
comment on column event.leaf_hash is 'SHA-256 of 0x00 and the leaf (RFC 9162, 2.1.1).';
alter table event enable row level security;
alter table event force row level security;
create policy event_read_writer on event for select to afterbell_writer using (true);
create policy event_read_sealer on event for select to afterbell_sealer using (true);
create policy event_insert_sealer on event for insert to afterbell_sealer with check (true);
grant select on event to afterbell_writer;
grant select, insert on event to afterbell_sealer;

create table event_field (
    event_id  uuid   not null primary key,
    fields    text[] not null
);
comment on table event_field is 'Salt, name and value of each field of an event, as hashed. What is erased is gone from here, and its digest stays in the leaf.';
alter table event_field enable row level security;
alter table event_field force row level security;
create policy event_field_read_sealer on event_field for select to afterbell_sealer using (true);
create policy event_field_insert_sealer on event_field for insert to afterbell_sealer with check (true);
grant select, insert on event_field to afterbell_sealer;

create table event_pending (
    event_id   uuid   not null,
    leaf_hash  bytea  not null,
    queued     bigint not null generated always as identity primary key
);
comment on table event_pending is 'Events that have no place in the log yet; the sealer takes them within seconds.';
alter table event_pending enable row level security;
alter table event_pending force row level security;
create policy event_pending_all_sealer on event_pending for all to afterbell_sealer using (true) with check (true);
grant select, insert, delete on event_pending to afterbell_sealer;

create type fact as (
    event_id  uuid,
    kind      text,
    subject   text,
    role      text,
    account   uuid,
    fields    jsonb
);
comment on type fact is 'What an event says: its kind, what it is about, who did it in which role, and the rest by name.';
