-- One entry by the database alone: record_entries with one row, in a statement that commits itself.
\set turn :turn + 1
\set number :turn * :clients + :client_id
\set person :number % 512
\set slot :first + :number / 512
select answer.*
from bench_row as known
cross join lateral (select timestamptz '2010-01-04 08:00Z' + :slot * interval '30 minutes' as start) as span
cross join lateral record_entries(format(
    known.template, gen_random_uuid(), start + interval '30 minutes', start,
    (start at time zone 'America/Los_Angeles')::date)::jsonb) as answer
where known.number = :person;
