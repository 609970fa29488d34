-- Events: a fact and its event are one act, an event's bytes are what the packet's reference says, and nothing that a
-- request may call changes or adds one that no row stands for.
begin;
\ir given/district.sql
select no_plan();

create temp table said as
select event.event_id, event.leaf, event.leaf_hash, event.received_ms, convert_from(event.leaf, 'UTF8')::jsonb as leaf_json,
       event_field.fields, (select jsonb_object_agg(field::jsonb ->> 1, field::jsonb -> 2) from unnest(fields) as field) as named
from event join event_field using (event_id);

select set_eq($$select event_id from said where named ->> 'kind' = 'work_entry'$$, 'select event_id from work_entry_version',
              'each version of an entry has its event');
select set_eq($$select event_id from said where named ->> 'kind' = 'entry_hold'$$, 'select event_id from entry_hold',
              'that an entry was held is an event of its own');
select set_eq('select event_id, leaf_hash from event_pending', 'select event_id, leaf_hash from event', 'all wait to be sealed');
select is(leaf_hash, sha256('\x00'::bytea || leaf), 'the hash is of the leaf') from said limit 3;
select is(convert_from(leaf, 'UTF8'),
          format('{"fields":%s,"received_ms":%s,"version":1}', replace(leaf_json ->> 'fields', ', ', ','), received_ms),
          'a leaf is canonical') from said;
select is(array(select jsonb_array_elements_text(leaf_json -> 'fields') collate "C"),
          array(select translate(encode(sha256(convert_to(translate(encode(convert_to(field, 'UTF8'), 'base64'),
                                        E'+/=\n', '-_'), 'UTF8')), 'base64'), '+/=', '-_') collate "C" as digest
                from unnest(fields) as field order by digest), 'it holds the digest of each field, sorted') from said;
select is((select count(distinct field::jsonb ->> 0) from said, unnest(fields) as field),
          (select sum(cardinality(fields)) from said), 'no salt is used twice');
select is(length(field::jsonb ->> 0), 22, 'a salt is 16 bytes') from said, unnest(fields) as field limit 3;
create temp table evening as
select * from said where event_id = (select event_id from work_entry_version where work_entry_id = id('evening'));
select is(named ->> 'worked_minutes', '205', 'an entry''s event has its minutes') from evening;
select is(named -> 'incidents', jsonb_build_array(jsonb_build_array(id('grades lost'), 0, 60)), 'and its incidents') from evening;
select is(named ->> 'account', id('account of owner')::text, 'and who recorded it') from evening;
select is(named ->> 'subject', id('evening') || '/1', 'and which version it is') from evening;
select is(received_ms, (select trunc(extract(epoch from now()) * 1000)::bigint), 'received is the database''s clock') from evening;

-- What was there before: all gets its event, once.
select cmp_ok(keep_missing_facts(), '>', 30, 'rows without an event get one');
select is(keep_missing_facts(), 0, 'and only one');
select is(keep_facts('employee'), 0, 'no row of the roster is without one');
update employee set given_name = 'Other', event_id = default where employee_id = id('owner');
select is(keep_facts('employee'), 1, 'a row that changed has another');
select is((select count(*) from event_field, unnest(fields) as field where field::jsonb ->> 1 = 'password_hash'), 0::bigint,
          'no event holds a password hash');

-- Who may write them.
select is(outcome(who, 'select write_events(''{}'')'), '42501', who || ' writes no event at will')
from unnest(array['owner', 'hr_of_unit', 'administrator', 'nobody', 'afterbell_importer', 'afterbell_writer']) as who;
select is(outcome('owner', 'select keep_missing_facts()'), '42501', 'nor has all rows looked through');
select is(outcome('owner', $$select keep_facts('no_such_kind')$$), '42P01', 'a kind that is none');
select is(outcome('owner', $$select keep_facts('work_entry; drop table event')$$), '42P01', 'nor SQL for a kind');
select is(outcome('administrator', $$select keep_facts('incident')$$), '1', 'what a request may have written are rows'' own words');

-- Recorded, replayed, corrected: the stamp of the event goes with the answer.
create temp table sent as select entry('teacher', 'stamped', jsonb_build_object(
    'starts_at', at('05:00'), 'ends_at', at('06:00'), 'worked_minutes', 60)) as one;
create temp table answered as
select 1 as round, answer.* from sent, record_entries(jsonb_build_array(one)) as answer;
insert into answered select 2, answer.* from sent, record_entries(jsonb_build_array(one)) as answer;
select is((select count(distinct leaf_hash) from answered), 1::bigint, 'a repeated entry gets the same stamp');
select is(leaf_hash, (select event.leaf_hash from event join work_entry_version using (event_id)
                      where work_entry_id = id('stamped')), 'which is that of its event') from answered where round = 1;
select isnt(corrected.leaf_hash, answered.leaf_hash, 'a correction has an event of its own')
from answered, sent, correct_entry(jsonb_build_array(one || '{"version": 2, "body_digest": "\\x00"}' || jsonb_build_object(
    'body_digest', digest('second')::text, 'change_reason', 'details', 'students_served', 3))) as corrected
where round = 1;
select is((select count(*) from record_entries(jsonb_build_array(entry('owner', 'refused', '{"place": "moon"}')))
           where leaf_hash is null), 1::bigint, 'what is refused has none');

-- Held, then counting.
select is((select array_agg(state order by step) from entry_hold where work_entry_id = id('held')), array['held'], 'held is a fact');
select is((select held_by from entry_hold where work_entry_id = id('held')), id('evening'), 'with what was in the way');
select outcome from correct_entry(jsonb_build_array(entry('owner', 'evening', jsonb_build_object(
    'version', 2, 'body_digest', digest('moved')::text, 'change_reason', 'times', 'starts_at', at('06:00'),
    'ends_at', at('07:00'), 'worked_minutes', 60)))) \g /dev/null
select is((select array_agg(state order by step) from entry_hold where work_entry_id = id('held')), array['held', 'counting'],
          'and so is that it counts');
select is((select count(*) from entry_hold where not exists (select from event where event.event_id = entry_hold.event_id)), 0::bigint,
          'each with its event');

-- Sign-ins that were refused; reads.
select refuse_sign_in(null, 'Somebody', '10.0.0.9') \g /dev/null
select is((select count(*) from event_field where fields::text like '%sign\_in\_refused%'), 1::bigint, 'a refused sign-in is an event');
select is((select count(*) from event_field where fields::text ilike '%somebody%'), 0::bigint, 'without the name that was typed');
select is(outcome('owner', 'select 1 from who_looked()'), '1', 'a person sees who looked');
select is(outcome('colleague', 'select 1 from who_looked()'), '0', 'and not who looked at others');
select is(outcome('hr_of_unit', 'select 1 from reads_by_month()'), '1', 'HR sees how often, by month');
select is(outcome('representative', 'select 1 from reads_by_month()'), '1', 'so does the union');
select is(outcome('auditor', 'select 1 from reads_by_month()'), '1', 'and the auditor');
select is(outcome('owner', 'select 1 from reads_by_month()'), '0', 'nobody else does');
select is(outcome('hr_of_unit', $$insert into read_person (read_event_id, employee_id, account_id)
                                  values (id('look'), id('teacher'), id('account of owner'))$$), '42501',
          'nobody looks in another''s name');

select * from finish();
rollback;
