public import Postgres

extension WorkloadError {
    /// What a database error means for the person. The one place that knows SQLSTATEs.
    ///
    /// Source of the classes: PostgreSQL 15, appendix A.
    public init(_ error: PostgresError) {
        switch error {
        case .server(let server): self.init(server)
        case .encoding:
            self.init(
                .invalid, "What was sent holds a character that can't be kept (NUL). Take it out and send it again.",
                rule: .textCanBeKept)
        case .connection, .pool, .deadlineExceeded, .outcomeUnknown, .cancelled:
            self.init(.unavailable, "The records can't be reached just now. Try again in a moment.")
        default:
            self.init(.internal, "Something went wrong on our side.")
        }
    }

    /// What any error of a use case means for the person.
    public init(explaining error: any Error) {
        switch error {
        case let error as WorkloadError: self = error
        case let error as PostgresError: self.init(error)
        case is CancellationError: self.init(.unavailable, "The server is stopping. Try again in a moment.")
        default: self.init(.internal, "Something went wrong on our side.")
        }
    }

    private init(_ server: ServerError) {
        if let constraint = server.constraint {
            if let (kind, message) = Self.constraints[constraint] {
                self.init(kind, message, rule: constraint)
                return
            }
            if let message = Self.operatorConstraints[constraint] {
                self.init(.invalid, message, rule: constraint)
                return
            }
        }
        switch server.sqlState {
        case "23505", "23P01", "23503":
            self.init(.conflict, "This clashes with what is there. Look at it as it stands now and try again.")
        case "42501":
            self.init(.forbidden, "This is not among the things your roles let you do.")
        case "40001", "40P01", "55P03":
            self.init(.unavailable, "Others are changing the same just now. Try again in a moment.")
        // A deadline that ended a statement, or a standby that can't write until it takes over.
        case "57014", "25006":
            self.init(.unavailable, "The records can't be reached just now. Try again in a moment.")
        case let state where ["08", "53"].contains(state.prefix(2)) || state.hasPrefix("57P0"):
            self.init(.unavailable, "The records can't be reached just now. Try again in a moment.")
        default:
            self.init(.internal, "Something went wrong on our side.", rule: server.constraint)
        }
    }

    /// Words for constraints by name. A test compares the names with `pg_constraint`.
    static let constraints: [String: (Kind, String)] = [
        "work_entry_version_pkey": (
            .conflict, "This entry was changed meanwhile. Look at it as it stands now, then correct it."
        ),
        "incident_version_pkey": (
            .conflict, "This incident was changed meanwhile. Look at it as it stands now, then change it."
        ),
        "incident_pkey": (.conflict, "This incident was opened already."),
        "incident_version_title_is_short": (.invalid, "Give the incident a title of 3 to 140 letters."),
        "incident_version_module_is_known": (.invalid, "Choose the part of the record system that failed."),
        "incident_version_severity_is_known": (.invalid, "Choose how severe it is."),
        "incident_version_status_is_known": (.invalid, "Choose where it stands."),
        "incident_version_resolved_has_time": (
            .invalid, "Say when it was resolved; only a resolved incident has an end."
        ),
        "incident_version_times_in_order": (.invalid, "An incident ends after it began."),
        "incident_version_names_sites_or_all": (.invalid, "Choose at least one site, or every site."),
        "incident_version_note_is_short": (.invalid, "Keep the note to 500 letters."),
        "account_sign_in_name_key": (.conflict, "That sign-in name is taken."),
        "account_employee_id_key": (.conflict, "That person has an account already."),
    ]

    /// Words for constraints that only the operator can break, at the command line; no page has words for them.
    static let operatorConstraints: [String: String] = [
        "account_sign_in_name_is_lower": "A sign-in name has 1 to 255 letters.",
        "account_display_name_is_given": "A display name has 1 to 400 letters.",
        "role_grant_role_is_known":
            "Roles are site_reviewer, union_representative, hr, incident_administrator and auditor.",
        "role_grant_scope_fits_role":
            "A site_reviewer has a site, a union_representative a unit, hr a unit or none, the others neither.",
        "log_restore_reason_is_given": "Say why in 10 to 500 letters; others will read it.",
        "role_grant_dates_in_order": "The last day comes before the first.",
    ]
}
