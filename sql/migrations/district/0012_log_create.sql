-- 0012_log_create.sql
-- Why: the order of events, the tree over them, what was signed of it, and the keys that sign. Places are assigned by
-- the sealer without a gap. Everyone signed in may read tree and checkpoints: there is nothing about anybody in them.
-- Locks: new tables only.
create table log_leaf (
    leaf_index  bigint      not null primary key,
    event_id    uuid        not null unique,
    leaf_hash   bytea       not null,
    sealed_at   timestamptz not null default now(),
    constraint log_leaf_counts_from_zero check (leaf_index >= 0),
    constraint log_leaf_hash_is_sha256 check (octet_length(leaf_hash) = 32)
);
comment on table log_leaf is 'The place of each event in the log, from 0 without a gap.';
alter table log_leaf enable row level security;
alter table log_leaf force row level security;
create policy log_leaf_read_signed_in on log_leaf for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_leaf_read_sealer on log_leaf for select to afterbell_sealer using (true);
create policy log_leaf_insert_sealer on log_leaf for insert to afterbell_sealer with check (true);
grant select on log_leaf to afterbell_app;
grant select, insert on log_leaf to afterbell_sealer;

create table log_node (
    level       smallint not null,
    node_index  bigint   not null,
    hash        bytea    not null,
    primary key (level, node_index),
    constraint log_node_is_above_leaves check (level >= 1 and node_index >= 0),
    constraint log_node_hash_is_sha256 check (octet_length(hash) = 32)
);
comment on table log_node is 'Hashes of the tree above the leaves that no further leaf can change: the root over leaves index * 2^level and on.';
alter table log_node enable row level security;
alter table log_node force row level security;
create policy log_node_read_signed_in on log_node for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_node_read_sealer on log_node for select to afterbell_sealer using (true);
create policy log_node_insert_sealer on log_node for insert to afterbell_sealer with check (true);
grant select on log_node to afterbell_app;
grant select, insert on log_node to afterbell_sealer;

create table log_checkpoint (
    size       bigint      not null primary key,
    note       text        not null,
    signed_at  timestamptz not null default now(),
    constraint log_checkpoint_is_of_something check (size > 0)
);
comment on table log_checkpoint is 'What the log signed of itself: a signed note, as docs/reference/packet.md has it.';
alter table log_checkpoint enable row level security;
alter table log_checkpoint force row level security;
create policy log_checkpoint_read_signed_in on log_checkpoint for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_checkpoint_read_sealer on log_checkpoint for select to afterbell_sealer using (true);
create policy log_checkpoint_insert_sealer on log_checkpoint for insert to afterbell_sealer with check (true);
grant select on log_checkpoint to afterbell_app;
grant select, insert on log_checkpoint to afterbell_sealer;

create table log_cosignature (
    size          bigint      not null references log_checkpoint,
    key           text        not null,
    line          text        not null,
    cosigned_at   timestamptz not null,
    received_at   timestamptz not null default now(),
    primary key (size, key)
);
comment on table log_cosignature is 'That somebody else has seen a checkpoint, and when: a line below the note.';
comment on column log_cosignature.key is 'Whose it is: a verifier key of the policy.';
comment on column log_cosignature.cosigned_at is 'The time that the witness signed.';
alter table log_cosignature enable row level security;
alter table log_cosignature force row level security;
create policy log_cosignature_read_signed_in on log_cosignature for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_cosignature_read_sealer on log_cosignature for select to afterbell_sealer using (true);
create policy log_cosignature_insert_sealer on log_cosignature for insert to afterbell_sealer with check (true);
grant select on log_cosignature to afterbell_app;
grant select, insert on log_cosignature to afterbell_sealer;

create table log_key (
    key       text        not null primary key,
    purpose   text        not null,
    added_at  timestamptz not null default now(),
    event_id  uuid        not null unique default gen_random_uuid(),
    constraint log_key_purpose_is_known check (purpose in ('log', 'receipt'))
);
comment on table log_key is 'Keys that sign checkpoints and receipts. Of a purpose the one whose event comes last is in force.';
comment on column log_key.key is 'A verifier key: name+id+key.';
alter table log_key enable row level security;
alter table log_key force row level security;
create policy log_key_read_signed_in on log_key for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_key_read_sealer on log_key for select to afterbell_sealer using (true);
create policy log_key_insert_sealer on log_key for insert to afterbell_sealer with check (true);
grant select on log_key to afterbell_app;
grant select, insert on log_key to afterbell_sealer;

create table log_restore (
    log_restore_id  uuid        not null primary key default gen_random_uuid(),
    reason          text        not null,
    restored_by     text        not null,
    found_size      bigint      not null,
    restored_at     timestamptz not null default now(),
    event_id        uuid        not null unique default gen_random_uuid(),
    constraint log_restore_reason_is_given check (length(btrim(reason)) between 10 and 500)
);
comment on table log_restore is 'That an operator stated the database to be a restored one, so that the log goes on from there.';
comment on column log_restore.found_size is 'How many events the log held when it went on.';
alter table log_restore enable row level security;
alter table log_restore force row level security;
create policy log_restore_read_signed_in on log_restore for select to afterbell_app
    using (nullif(current_setting('afterbell.account_id', true), '') is not null);
create policy log_restore_read_sealer on log_restore for select to afterbell_sealer using (true);
create policy log_restore_insert_sealer on log_restore for insert to afterbell_sealer with check (true);
grant select on log_restore to afterbell_app;
grant select, insert on log_restore to afterbell_sealer;
