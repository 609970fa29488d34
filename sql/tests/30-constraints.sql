-- Every constraint is broken once, with all others of its table out of the way, and answers under its own name.
begin;
\ir given/district.sql
create temp table broken (rule name primary key, change text);
insert into broken values
    ('academic_session_dates_in_order', $$ends_on = starts_on - 1$$),
    ('academic_session_kind_is_known', $$kind = 'recess'$$),
    ('account_display_name_is_given', $$display_name = ' '$$),
    ('account_language_is_known', $$language = 'fr'$$),
    ('account_sign_in_name_is_lower', $$sign_in_name = 'Owner'$$),
    ('account_status_is_known', $$status = 'asleep'$$),
    ('assignment_base_rate_is_positive', $$base_rate = 0$$),
    ('assignment_dates_in_order', $$ends_on = starts_on - 1$$),
    ('assignment_exempt_has_reason', $$flsa_status = 'exempt', flsa_reason = 'salary'$$),
    ('assignment_flsa_status_is_known', $$flsa_status = 'hourly'$$),
    ('assignment_fte_is_positive', $$fte = 0$$),
    ('assignment_kind_is_known', $$kind = 'volunteer'$$),
    ('assignment_reviewer_is_someone_else', $$reviewer_id = employee_id$$),
    ('assignment_source_is_known', $$source = 'rumour'$$),
    ('attribution_fits_entry', $$minutes = int4range(1, worked_minutes + 1)$$),
    ('attribution_set_counts_from_one', $$set_number = 0$$),
    ('attribution_set_district_gives_reason', $$side = 'district'$$),
    ('attribution_set_side_is_known', $$side = 'both'$$),
    ('bargaining_unit_name_is_given', $$name = ''$$),
    ('employee_email_is_lower', $$email = 'Owner@example.org'$$),
    ('employee_name_is_given', $$given_name = ' ', family_name = ''$$),
    ('entry_hold_because_is_known', $$held_because = 'mood'$$),
    ('entry_hold_counts_from_one', $$step = 0$$),
    ('entry_hold_has_reason', $$held_because = null$$),
    ('entry_hold_state_is_known', $$state = 'lost'$$),
    ('event_leaf_hash_is_of_leaf', $$leaf = leaf || '\x00'$$),
    ('hours_total_facet_is_known', $$facet = 'person'$$),
    ('hours_total_subject_is_known', $$subject = 'person'$$),
    ('incident_version_counts_from_one', $$version = 0$$),
    ('incident_version_module_is_known', $$module = 'weather'$$),
    ('incident_version_names_sites_or_all', $$is_everywhere = not is_everywhere$$),
    ('incident_version_note_is_short', $$note = repeat('n', 501)$$),
    ('incident_version_resolved_has_time', $$status = 'resolved'$$),
    ('incident_version_severity_is_known', $$severity = 5$$),
    ('incident_version_status_is_known', $$status = 'forgotten'$$),
    ('incident_version_times_in_order', $$resolved_at = began_at - interval '1 second'$$),
    ('incident_version_title_is_short', $$title = '  ab  '$$),
    ('live_entry_held_because_is_known', $$held_because = 'mood'$$),
    ('live_entry_held_has_reason', $$held_because = 'overlap', held_by = null$$),
    ('live_entry_state_is_known', $$state = 'lost'$$),
    ('live_span_has_bounds', $$during = 'empty'$$),
    ('log_check_counts_are_plausible', $$faults = -1$$),
    ('log_checkpoint_is_of_something', $$size = 0$$),
    ('log_key_purpose_is_known', $$purpose = 'doors'$$),
    ('log_leaf_counts_from_zero', $$leaf_index = -1$$),
    ('log_leaf_hash_is_sha256', $$leaf_hash = '\x00'$$),
    ('log_node_hash_is_sha256', $$hash = '\x00'$$),
    ('log_node_is_above_leaves', $$level = 0$$),
    ('log_restore_reason_is_given', $$reason = 'short'$$),
    ('read_event_has_account', $$account_id = null$$),
    ('read_event_page_is_known', $$page = 'cellar'$$),
    ('read_event_role_is_known', $$role = 'ruler'$$),
    ('role_grant_dates_in_order', $$ends_on = starts_on - 2$$),
    ('role_grant_role_is_known', $$role = 'ruler'$$),
    ('role_grant_scope_fits_role', $$site_id = null, bargaining_unit_id = null$$),
    ('roster_total_is_only_check', $$is_only = false$$),
    ('session_device_is_short', $$device = repeat('d', 201)$$),
    ('session_digest_is_sha256', $$session_digest = '\x00'$$),
    ('site_kind_is_known', $$kind = 'castle'$$),
    ('site_name_is_given', $$name = ''$$),
    ('usual_hours_has_both_ends_or_none', $$starts_at = '08:00'$$),
    ('usual_hours_minutes_fit_a_day', $$minutes = 1441$$),
    ('usual_hours_weekday_is_iso', $$weekday = 0$$),
    ('work_category_code_is_plain', $$code = 'Two Words'$$),
    ('work_entry_digest_is_sha256', $$body_digest = '\x00'$$),
    ('work_entry_version_asked_by_is_known', $$asked_by = 'a stranger'$$),
    ('work_entry_version_break_is_shorter', $$break_minutes = 481$$),
    ('work_entry_version_cause_is_known', $$cause = 'bad luck'$$),
    ('work_entry_version_change_has_digest', $$change_digest = '\x00'$$),
    ('work_entry_version_change_reason_is_known', $$change_reason = 'whim'$$),
    ('work_entry_version_counts_are_plausible', $$students_served = -1$$),
    ('work_entry_version_counts_from_one', $$version = 0$$),
    ('work_entry_version_date_is_local_start', $$work_date = work_date + 1$$),
    ('work_entry_version_date_is_recent', $$work_date = '1999-12-31'$$),
    ('work_entry_version_ends_after_start', $$ends_at = starts_at$$),
    ('work_entry_version_first_is_no_change', $$change_reason = 'times'$$),
    ('work_entry_version_high_is_higher', $$high_minutes = worked_minutes$$),
    ('work_entry_version_minutes_fit_a_day', $$worked_minutes = 0$$),
    ('work_entry_version_minutes_fit_span', $$worked_minutes = worked_minutes + 1$$),
    ('work_entry_version_needed_anyway_is_known', $$needed_anyway = 'maybe'$$),
    ('work_entry_version_not_listed_is_short', $$not_listed_seen = repeat('s', 201)$$),
    ('work_entry_version_not_listed_module_is_known', $$not_listed_module = 'weather'$$),
    ('work_entry_version_not_listed_says_what', $$not_listed_seen = 'slow', not_listed_module = null$$),
    ('work_entry_version_place_is_known', $$place = 'moon'$$),
    ('work_entry_version_pushed_aside_count_has_what', $$pushed_aside_count = 1$$),
    ('work_entry_version_pushed_aside_is_known', $$pushed_aside = 'lunch'$$),
    ('work_entry_version_shape_fits_values', $$shape = 'blob'$$),
    ('work_entry_version_source_is_known', $$source = 'hearsay'$$),
    ('work_entry_version_treated_as_is_known', $$treated_as = 'forgotten'$$),
    ('work_entry_version_withdrawal_has_reason', $$is_withdrawn = true, change_reason = 'times'$$);

-- The statement that breaks a constraint: a change (checks), a row that is there already (keys, exclusions), or a row
-- that refers to nothing.
create function given.breaks(rule oid) returns text language plpgsql as $$
declare
    it pg_constraint;
    sample jsonb;
    refers record;
begin
    select * into it from pg_constraint where oid = rule;
    if it.contype = 'c' then
        return (select format('update %s set %s', it.conrelid::regclass, change) from broken where broken.rule = it.conname);
    end if;
    execute format('select to_jsonb(kept) - ''email'' from %s as kept limit 1', it.conrelid::regclass) into sample;
    if it.conrelid in ('read_event'::regclass, 'incident_version'::regclass, 'entry_hold'::regclass) then
        sample := sample || jsonb_build_object('event_id', gen_random_uuid());
    end if;
    if it.contype = 'f' then
        select attname, atttypid into refers from pg_attribute where attrelid = it.conrelid and attnum = it.conkey[1];
        sample := sample || jsonb_build_object(refers.attname,
            case when refers.atttypid = 'uuid'::regtype then to_jsonb(id('nowhere')) else '9999' end);
    end if;
    return format('insert into %1$s overriding system value select (jsonb_populate_record(null::%1$s, %2$L)).*',
                  it.conrelid::regclass, sample);
end
$$;
create function given.broken_alone(rule oid) returns text language plpgsql as $$
declare
    broken_name text;
begin
    execute breaks(rule);
    raise exception using errcode = 'AB000', message = 'nothing was broken';
exception
    when sqlstate 'AB000' then return sqlerrm;
    when others then
        get stacked diagnostics broken_name = constraint_name;
        return sqlstate || ' ' || broken_name;
end
$$;
create function given.without_others(rule oid) returns text language plpgsql as $$
declare
    answer text;
    other record;
begin
    for other in select conrelid::regclass as of_table, conname from pg_constraint
                 where conrelid = (select conrelid from pg_constraint where oid = rule) and oid <> rule loop
        execute format('alter table %s drop constraint %I cascade', other.of_table, other.conname);
    end loop;
    answer := broken_alone(rule);
    raise exception using errcode = 'AB001', message = answer;
exception when sqlstate 'AB001' then return sqlerrm;
end
$$;

select no_plan();
select set_eq('select rule from broken',
    $$select conname from pg_constraint where connamespace = 'district_test'::regnamespace and contype = 'c'$$,
    'every check has a way to break it');
select is(without_others(oid), case contype when 'c' then '23514 ' when 'f' then '23503 ' when 'x' then '23P01 ' else '23505 ' end || conname,
          conname || ' is kept')
from pg_constraint where connamespace = 'district_test'::regnamespace and conrelid <> 0
order by conrelid::regclass::text, conname;
select ok(convalidated and not condeferrable, conname || ' holds for every row at once')
from pg_constraint where connamespace = 'district_test'::regnamespace order by conname;
select is(outcome(null, format('update %s set %I = null', attrelid::regclass, attname)), '23502',
          format('%s.%s is never null', attrelid::regclass, attname))
from pg_attribute join pg_class on pg_class.oid = attrelid
where relnamespace = 'district_test'::regnamespace and relkind = 'r' and attnum > 0 and attnotnull and attidentity = ''
order by attrelid::regclass::text, attnum;

-- Unique indexes that are no constraints.
select throws_ok($$update employee set email = 'same@example.org'$$, '23505', null, 'an e-mail address is one person''s');
-- Bounds: neither empty nor open.
select is(outcome(null, format('update live_span set during = %L', during)), '23514 live_span_has_bounds', 'an interval ' || during)
from unnest(array['empty', '[2026-08-12,)', '(,2026-08-12)', '(,)']) as during;
select is(outcome(null, format('update attribution set minutes = %L', minutes)), '23514 attribution_fits_entry', 'minutes ' || minutes)
from unnest(array['empty', '[0,)', '(,5)', '[-1,5)']) as minutes;

select * from finish();
rollback;
