-- On a million entries: what each role asks for is found by index, with the policies in force, and nothing reads a big
-- table through. The queries are written after those of Sources/Workload by hand, with fewer columns and conditions: nothing
-- keeps the two in step.
begin;
\ir given/district.sql
\ir given/million.sql
-- person 7 is a teacher, person 8 a clerk.
insert into account (account_id, employee_id, sign_in_name, display_name)
values (id('account of counselor'), id('person 7'), 'counselor', 'Counselor');
insert into session (session_digest, account_id, ends_at, network, device)
values (digest('counselor'), id('account of counselor'), now() + interval '1 hour', 'x', 'x');

create function given.plan_of(who text, statement text) returns jsonb language plpgsql as $$
declare
    plan jsonb;
begin
    perform act_as(who);
    execute 'explain (format json) ' || statement into plan;
    perform act_as(null);
    return plan;
end
$$;
-- The big tables that a plan reads through from end to end.
create function given.read_through(plan jsonb) returns text language sql stable as $$
    select string_agg(distinct node ->> 'Relation Name', ', ')
    from jsonb_path_query(plan, '$.**') as node
    where jsonb_typeof(node) = 'object' and node ->> 'Node Type' = 'Seq Scan'
      and (node ->> 'Relation Name')::regclass in (select oid from pg_class where reltuples >= 50000)
$$;
create function given.index_conditions(plan jsonb) returns text language sql stable as $$
    select string_agg(distinct node ->> 'Index Cond', '; ')
    from jsonb_path_query(plan, '$.**') as node where jsonb_typeof(node) = 'object' and node ? 'Index Cond'
$$;
create temp table asked (who text, what text, statement text);
insert into asked
select who, 'a week of a person, with incidents', format($$
    select kept.*, category.code, terms.position, worked.name, live.state
    from work_entry_version as kept
    join live_entry as live using (work_entry_id) join work_category as category using (work_category_id)
    join assignment as terms using (assignment_id) join site as worked on worked.site_id = kept.site_id
    where kept.employee_id = %1$L and kept.work_date between %2$L and %3$L and kept.version = live.version
    order by kept.work_date desc, kept.starts_at desc nulls last, kept.received_at desc$$, id(person), day() - 20, day() - 14)
from (values ('counselor', 'person 7'), ('hr_of_unit', 'person 8')) as reader (who, person);
insert into asked
select who, 'incidents of that week', format($$
    select part.work_entry_id, incident.title, upper(part.minutes) - lower(part.minutes)
    from attribution as part join live_incident as incident using (incident_id)
    join lateral (select max(newest.set_number) as set_number from attribution_set as newest
                  where newest.work_entry_id = part.work_entry_id and newest.version = part.version
                    and newest.side = 'staff') as standing on standing.set_number = part.set_number
    join live_entry as live on live.work_entry_id = part.work_entry_id and live.version = part.version
    where live.employee_id = %1$L and live.work_date between %2$L and %3$L order by lower(part.minutes)$$, id(person), day() - 20, day() - 14)
from (values ('counselor', 'person 7'), ('hr_of_unit', 'person 8')) as reader (who, person);
insert into asked
select who, 'history of an entry', format($$
    select kept.*, live.state from work_entry_version as kept join live_entry as live using (work_entry_id)
    where kept.work_entry_id = %L and kept.employee_id = %L order by kept.version desc$$, id('entry 6'), id(person))
from (values ('counselor', 'person 7'), ('hr_of_unit', 'person 8')) as reader (who, person);
insert into asked
select who, 'attribution of an entry', format($$
    select part.*, incident.title from attribution as part join live_incident as incident using (incident_id)
    where part.work_entry_id = %L and part.employee_id = %L order by lower(part.minutes)$$, id('entry 6'), id(person))
from (values ('counselor', 'person 7'), ('hr_of_unit', 'person 8')) as reader (who, person);
insert into asked values
    ('counselor', 'what was recorded under an id', format('select body_digest from work_entry where work_entry_id = %L', id('entry 6'))),
    ('counselor', 'overlaps', format('select work_entry_id from live_span where employee_id = %L and during && tstzrange(%L, %L)',
        id('person 7'), at('16:00', day() - 5), at('17:00', day() - 5))),
    ('counselor', 'own intervals, by the policy alone', 'select work_entry_id from live_span'),
    ('counselor', 'kinds of work last used', format($$
        select category.code, used.last_used from work_category as category
        left join (select work_category_id, max(received_at) as last_used from work_entry_version
                   where employee_id = %L and work_date >= %L group by work_category_id) as used using (work_category_id)$$,
        id('person 7'), day() - 60)),
    ('counselor', 'incidents to choose from', format($$
        select incident.incident_id, used.last_used from live_incident as incident
        left join (select part.incident_id, max(kept.received_at) as last_used
                   from attribution as part join work_entry_version as kept using (work_entry_id, version)
                   where part.employee_id = %1$L and kept.employee_id = %1$L and kept.work_date >= %2$L
                   group by part.incident_id) as used using (incident_id)
        where incident.status <> 'resolved' order by used.last_used desc nulls last, incident.began_at desc limit 40$$,
        id('person 7'), day() - 60)),
    ('counselor', 'usual hours', format('select minutes from usual_hours where employee_id = %L', id('person 7'))),
    ('hr_of_unit', 'people of the unit', format($$
        select person.employee_id, account_status(person.employee_id), count(*) over () from employee as person
        cross join lateral (select array_agg(terms.position) from assignment as terms
                            where terms.employee_id = person.employee_id and terms.starts_on <= current_date) as held
        where person.bargaining_unit_id = any (%L) order by person.family_name, person.given_name, person.employee_id limit 50$$,
        array[id('clerks')])),
    ('administrator', 'incidents', $$select incident.* from live_incident as incident order by incident.began_at desc, incident.incident_id limit 25$$),
    ('administrator', 'what was said of an incident', format('select * from incident_version where incident_id = %L order by version desc', id('incident 5')));
insert into asked
select who, 'hours of an incident', format($$select facet, facet_key, minutes, entries, people from hours_total
    where subject = 'incident' and subject_key = %L order by facet, facet_key$$, id('incident 5')::text)
from unnest(array['administrator', 'auditor', 'hr_of_unit']) as who;
insert into asked values
    ('afterbell_writer', 'overlaps of a new entry', format('select work_entry_id from live_span where employee_id = %L and during && tstzrange(%L, %L)',
        id('person 7'), at('16:00', day() - 5), at('17:00', day() - 5))),
    ('afterbell_writer', 'what an entry adds now', format($$
        select kept.work_entry_id from live_entry as live join work_entry_version as kept using (work_entry_id, version)
        where live.state = 'counting' and live.work_entry_id = any (%L)$$, array[id('entry 6'), id('entry 9')])),
    ('afterbell_writer', 'entries that are held', $$select work_entry_id from live_entry where state = 'held'$$),
    ('afterbell_writer', 'the entries of an incident', format('select work_entry_id from attribution where incident_id = %L', id('incident 5')));
insert into sign_in_refusal (name_digest, network, refused_at)
select digest(n::text), 'n' || n % 5000, now() - n * interval '0.8 seconds' from generate_series(1, 100000) as n;
analyze sign_in_refusal;
insert into asked values
    ('afterbell_signin', 'refusals of a name and a network', $$select count(*) from sign_in_refusal
        where refused_at > now() - interval '15 minutes' and (name_digest = digest('5') or network = 'n7')$$),
    ('afterbell_signin', 'refusals that are forgotten', $$delete from sign_in_refusal where refused_at < now() - interval '1 day'$$);

select no_plan();
create temp table planned as select *, plan_of(who, statement) as plan from asked;
select is(read_through(plan), null, format('%s: %s, read through', who, what)) from planned order by who, what;
select isnt(index_conditions(plan), null, format('%s: %s, by index', who, what)) from planned
where what not in ('incidents', 'entries that are held') order by who, what;
select alike(index_conditions(plan), '%(employee_id = (NULLIF(current_setting(''afterbell.employee_id''%', 'a policy is an index condition')
from planned where what = 'own intervals, by the policy alone';
select alike(index_conditions(plan), '%(employee_id = %(during && %', 'overlaps are found by person and time together')
from planned where what = 'overlaps of a new entry';

select is(read_through(plan_of('afterbell_writer', 'select 1 from live_entry where worked_minutes = 7')), 'live_entry',
          'a table that is read through is noticed');

-- The functions, in pages: with a million entries, a call that touches a few takes well under what reading them through
-- would.
create function given.buffers_of(statement text) returns bigint language plpgsql as $$
declare
    plan jsonb;
begin
    execute 'explain (analyze, buffers, timing off, format json) ' || statement into plan;
    return (plan #>> '{0,Plan,Shared Hit Blocks}')::bigint + (plan #>> '{0,Plan,Shared Read Blocks}')::bigint;
end
$$;
select cmp_ok(buffers_of('select fold_totals()'), '<', 2000::bigint, 'counting one entry reads few pages');
select cmp_ok(buffers_of($$select * from record_entries(jsonb_build_array(entry('owner', 'new', '{"shape": "minutes", "starts_at": null, "ends_at": null}')))$$),
              '<', 2000::bigint, 'so does recording one');
select cmp_ok(buffers_of('select settle_held()'), '<', 2000::bigint, 'and settling none');
select cmp_ok(buffers_of($$select caller_for_session(digest('counselor'))$$), '<', 200::bigint, 'and finding the caller');
select cmp_ok((select pg_relation_size('live_entry') / 8192), '>', 10000::bigint, 'given: a table has many more');

select * from finish();
rollback;
