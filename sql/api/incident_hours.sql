-- owner: afterbell_owner
-- For reports without names: all hours of each incident, from ten people on. Neither parts of an incident nor totals
-- above incidents are in it: what they leave beside each other would tell the hours of fewer people.
create or replace view incident_hours with (security_invoker = true) as
select subject_key as incident_id, minutes, entries, people
from hours_total
where subject = 'incident' and facet = 'all' and people >= 10;
comment on view incident_hours is 'All hours of each incident, from ten people on.';
grant select on incident_hours to afterbell_report;
