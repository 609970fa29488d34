extension PayCases {
    /// Cases that state nothing the engine works out, and why.
    static let notApplicable: [String: String] = [
        "EXEMPT-FS17U-B": """
            The engine compares a weekly salary with the level of the day. The tenth that bonuses may make up, and the \
            payment that catches up after a year, are payroll's.
            """,
        "EXEMPT-FS17U-C": "The yearly pay of a highly compensated employee: the engine takes the exemption as recorded.",
        "EXEMPT-FS17G-FEE": "A fee projected to 40 hours: the engine takes the weekly salary as recorded.",
        "D-LIMIT-2Y": "Until when a claim may be filed: no rule about hours or pay.",
        "D-LIMIT-OPTIN": "Until when a claim may be filed: no rule about hours or pay.",
        "D-LIQ": "Liquidated damages: what a court may add to unpaid pay.",
    ]
}
