-- 0015_event_field_inline.sql
-- Why: the fields of an entry's event are some 2 kB of salts and values, which don't compress well; kept in the row up to
-- a page, they cost neither compression nor a second table. Locks: SHARE UPDATE EXCLUSIVE on event_field, for a moment.
alter table event_field set (toast_tuple_target = 8160);
alter table event set (toast_tuple_target = 8160);
