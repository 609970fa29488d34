extension WorkloadError {
    /// The words for a rule of an entry that was broken, by the name of its constraint.
    static func refused(rule: String) -> WorkloadError {
        switch rule {
        case "no_session":
            WorkloadError(.forbidden, "You are no longer signed in. Sign in again; what you typed is kept.", rule: rule)
        case "account_has_employee":
            WorkloadError(.forbidden, "This account is not on the roster, so it can't record time.", rule: rule)
        default:
            if let message = entryRules[rule] {
                WorkloadError(.invalid, message, rule: rule)
            } else {
                WorkloadError(.internal, "This entry could not be kept.", rule: rule)
            }
        }
    }

    /// Each rule of entries that a person can break, with what to do about it.
    static let entryRules: [String: String] = [
        "work_entry_version_assignment_is_live": "Choose a job that you held on that day.",
        "work_entry_version_site_is_known": "Choose a site of the district.",
        "work_entry_version_category_is_known": "Choose what you did.",
        "work_entry_version_place_is_known": "Choose where you worked: at the site, at home or elsewhere.",
        "work_entry_version_shape_fits_values": "Give a start and an end, or only minutes on a day.",
        "work_entry_version_ends_after_start": "The end must come after the start.",
        "work_entry_version_is_not_ahead": "Time can be recorded up to now. Save this again when it is over.",
        "work_entry_version_minutes_fit_span": "The minutes don't fit start, end and break.",
        "work_entry_version_date_is_local_start": "The day must be the one on which the work began.",
        "work_entry_version_minutes_fit_a_day": "An entry holds 1 minute to 24 hours of work.",
        "work_entry_version_high_is_higher": "The high figure must be above the low one, 24 hours at most.",
        "work_entry_version_break_is_shorter": "A break lasts 8 hours at most.",
        "work_entry_version_date_is_recent": "Enter a day since 2000.",
        "work_entry_version_cause_is_known": "Choose what it was because of.",
        "work_entry_version_not_listed_says_what": "Say which part of the system, or choose another cause.",
        "work_entry_version_not_listed_module_is_known": "Choose which part of the system had the problem.",
        "work_entry_version_not_listed_is_short": "Say what you saw in 200 letters at most.",
        "work_entry_version_needed_anyway_is_known": "Answer no, partly or yes.",
        "work_entry_version_counts_are_plausible":
            "Counts are whole numbers up to 100,000; things pushed aside up to 1,000.",
        "work_entry_version_pushed_aside_is_known": "Choose from the list what it pushed aside.",
        "work_entry_version_pushed_aside_count_has_what": "Choose what it pushed aside, or leave the number empty.",
        "work_entry_version_asked_by_is_known": "Choose from the list who asked for it.",
        "work_entry_version_treated_as_is_known": "Choose from the list how the time was treated so far.",
        "work_entry_version_source_is_known": "Choose from the list what you made this entry from.",
        "work_entry_version_withdrawal_has_reason": "Choose why it is taken out.",
        "work_entry_version_change_reason_is_known": "Choose from the list why it is changed.",
        "work_entry_version_counts_from_one": "A new entry is version 1; a correction names the version it follows.",
        "work_entry_version_first_is_no_change": "A new entry has no reason for a change.",
        "work_entry_has_id": "An entry has an id of its own.",
        "attribution_has_incidents": "Name at least one incident, or choose another cause.",
        "attribution_incident_is_known": "Choose incidents from the list.",
        "attribution_names_incident_once": "Name each incident once.",
        "attribution_fits_entry": "The minutes of the incidents are more than the entry holds, or below 1.",
    ]
}
