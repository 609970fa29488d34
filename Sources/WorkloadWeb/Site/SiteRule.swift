import Workload

/// Rules of the site itself, by name; pages choose their words by it as by the name of a constraint.
enum SiteRule: String, CaseIterable {
    case formIsFromElsewhere = "form_is_from_elsewhere"
    case formIsOld = "form_is_old"
    case formNeedsSignIn = "form_needs_sign_in"
    case formIsUnreadable = "form_is_unreadable"
    case formNamesNoVersion = "form_names_no_version"
    case addressIsUnreadable = "address_is_unreadable"
    case weekIsUnreadable = "week_is_unreadable"
}

extension WorkloadError {
    /// - Parameters:
    ///   - kind: what kind of obstacle it is.
    ///   - message: a sentence for the person.
    ///   - rule: the rule that was broken.
    init(_ kind: Kind, _ message: String, rule: SiteRule) {
        self.init(kind, message, rule: rule.rawValue)
    }
}
