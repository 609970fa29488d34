-- owner: afterbell_owner
-- For reports without names: hours of each incident from ten people on. Totals of fewer people are not in it.
create or replace view incident_hours with (security_invoker = true) as
select subject_key as incident_id, facet, facet_key, minutes, entries, people
from hours_total
where subject = 'incident' and people >= 10;
comment on view incident_hours is 'Hours of each incident, from ten people on; in all, by day, category and site.';
grant select on incident_hours to afterbell_report;
