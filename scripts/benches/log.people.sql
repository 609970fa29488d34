-- The district that entries are logged in: 512 people at 16 sites, each with an assignment, an account and a session,
-- and 8 incidents. Run as its owner, with the search path set to its schema.
insert into site (identifier, name, kind, zone, available_on)
select n, 'School ' || n, 'school', 'America/Los_Angeles', '2010-01-01' from generate_series(1, 16) as n;

create table bench_person as
select n as number, gen_random_uuid() as employee_id, gen_random_uuid() as assignment_id,
       gen_random_uuid() as account_id, encode(sha256(convert_to('person ' || n, 'UTF8')), 'hex') as secret, site_id
from generate_series(0, 511) as n join site on identifier = (1 + n % 16)::text;

insert into employee (employee_id, given_name, family_name, site_id, bargaining_unit_id)
select employee_id, 'Given', 'Family ' || number, site_id, bargaining_unit_id from bench_person, bargaining_unit;
insert into assignment (assignment_id, external_id, employee_id, site_id, bargaining_unit_id, kind, position,
                        flsa_status, source, starts_on)
select assignment_id, number, employee_id, site_id, bargaining_unit_id, 'regular', 'Counselor', 'nonexempt', 'hr',
       '2010-01-01'
from bench_person, bargaining_unit;
insert into account (account_id, employee_id, sign_in_name, display_name)
select account_id, employee_id, 'person' || number, 'Given Family ' || number from bench_person;
insert into session (session_digest, account_id, ends_at, network, device)
select sha256(convert_to(secret, 'UTF8')), account_id, now() + interval '12 hours', '127.0.0.1', 'bench'
from bench_person;

create table bench_incident as
select n as number, gen_random_uuid() as incident_id, account_id
from generate_series(0, 7) as n join bench_person on bench_person.number = 0;
insert into incident (incident_id, opened_by) select incident_id, account_id from bench_incident;
insert into incident_version (incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids,
                              recorded_by)
select incident_id, 1, 'Incident ' || number, 'scheduling', 1, 'investigating', '2010-01-01', true, '{}', account_id
from bench_incident;
insert into live_incident (incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids)
select incident_id, version, title, module, severity, status, began_at, is_everywhere, site_ids from incident_version;
select count_roster();

-- What stays the same in all entries of a person. The cookie's secret and the token of forms follow from the number.
create table bench_client as
select person.number, person.secret,
       encode(sha256(convert_to('anti-forgery ' || person.secret, 'UTF8')), 'hex') as token,
       person.assignment_id, person.site_id, category.code as category, incident.incident_id
from bench_person as person
join bench_incident as incident on incident.number = person.number % 8
join work_category as category on category.work_category_id = 1 + person.number % 15;

-- The same as the row that the server sends to record_entries, with places for id, end, start and date; the digest of
-- the body is as long as a real one.
create table bench_row (number integer primary key, template text not null);
insert into bench_row
select number, format(
    '[{"session_digest":"\\x%s","body_digest":"\\x%s","assignment_id":"%s","break_minutes":0,"category":"%s",'
    '"cause":"incidents","charged_site_id":"%s","ends_at":"%%2$s","incidents":[{"incident_id":"%s","minutes":30}],'
    '"place":"site","shape":"span","site_id":"%5$s","source":"as_it_happened","starts_at":"%%3$s",'
    '"treated_as":"nothing_yet","version":1,"work_date":"%%4$s","work_entry_id":"%%1$s","worked_minutes":30}]',
    encode(sha256(convert_to(secret, 'UTF8')), 'hex'), repeat('0f', 32), assignment_id, category, site_id, incident_id)
from bench_client;
grant select on bench_row to afterbell_app;
analyze;
