-- 0016_event_id_index.sql
-- Why: the event of a look, of an incident's version and of a hold is written for the one row that names it; and no two
-- rows share an event. Locks: SHARE on the three tables while the indexes are made.
create unique index read_event_by_event on read_event (event_id);
create unique index incident_version_by_event on incident_version (event_id);
create unique index entry_hold_by_event on entry_hold (event_id);
