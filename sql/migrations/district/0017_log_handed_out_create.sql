-- 0017_log_handed_out_create.sql
-- Why: who was given a packet can later ask how the log went on from there; so each packet shows the states that were given
-- away before. Locks: new table only.
create table log_handed_out (
    size           bigint      not null primary key references log_checkpoint,
    handed_out_at  timestamptz not null default now()
);
comment on table log_handed_out is 'Checkpoints that somebody took away, in a packet or to cosign by hand. Append-only.';
alter table log_handed_out enable row level security;
alter table log_handed_out force row level security;
create policy log_handed_out_read_sealer on log_handed_out for select to afterbell_sealer using (true);
create policy log_handed_out_insert_sealer on log_handed_out for insert to afterbell_sealer with check (true);
grant select, insert on log_handed_out to afterbell_sealer;
