-- owner: afterbell_writer
-- The name of the first constraint on the details of an entry that it breaks, null where it breaks none.
create or replace function broken_detail_rule(entry entry_row)
returns text
language plpgsql immutable
as $$
begin
    return case
        when coalesce(entry.place, '') not in ('site', 'home', 'elsewhere') then 'work_entry_version_place_is_known'
        when entry.needed_anyway not in ('no', 'partly', 'yes') then 'work_entry_version_needed_anyway_is_known'
        when entry.records_corrected not between 0 and 100000 or entry.students_served not between 0 and 100000
            or entry.pushed_aside_count not between 0 and 1000 then 'work_entry_version_counts_are_plausible'
        when entry.pushed_aside not in ('student_sessions', 'iep_meeting', 'screening', 'class_coverage',
            'family_contact', 'preparation', 'own_lunch') then 'work_entry_version_pushed_aside_is_known'
        when entry.pushed_aside_count is not null and entry.pushed_aside is null
            then 'work_entry_version_pushed_aside_count_has_what'
        when entry.asked_by not in ('site_administrator', 'district', 'colleague', 'nobody')
            then 'work_entry_version_asked_by_is_known'
        when coalesce(entry.treated_as, '') not in ('nothing_yet', 'paid', 'partly_paid', 'time_off', 'on_time_card',
            'dont_know') then 'work_entry_version_treated_as_is_known'
        when coalesce(entry.source, '') not in ('as_it_happened', 'notes', 'calendar', 'sent_mail', 'sign_in_sheet',
            'memory') then 'work_entry_version_source_is_known'
        when entry.change_reason not in ('times', 'cause', 'details', 'entered_twice', 'wrong_day', 'other', 'asked_to')
            then 'work_entry_version_change_reason_is_known'
        when coalesce(entry.is_withdrawn, false)
            and coalesce(entry.change_reason, '') not in ('entered_twice', 'wrong_day', 'other')
            then 'work_entry_version_withdrawal_has_reason'
    end;
end
$$;
comment on function broken_detail_rule is 'First broken rule on details, by the name of its constraint.';
revoke execute on function broken_detail_rule from public;
