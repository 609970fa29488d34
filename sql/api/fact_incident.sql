-- owner: afterbell_owner
-- An incident was opened, or something else was said of it.
create or replace view fact_incident with (security_invoker = true) as
select said.event_id, said.incident_id || '/' || said.version as subject, 'incident_administrator' as role,
       said.recorded_by as account,
       jsonb_strip_nulls(to_jsonb(said) - '{event_id, recorded_by}'::text[] || jsonb_build_object(
           'opened_by', incident.opened_by, 'opened_at', incident.opened_at)) as fields
from incident_version as said join incident using (incident_id);
comment on view fact_incident is 'Versions of incidents as events say them.';
grant select on fact_incident to afterbell_sealer;
