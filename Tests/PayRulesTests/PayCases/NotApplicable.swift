extension PayCases {
    /// Cases that state nothing the engine works out, and why.
    static let notApplicable: [String: String] = [
        "EXEMPT-FS17U-B": "A year's catch-up payment: the engine compares a weekly salary with the level of the day.",
        "EXEMPT-FS17U-C": "A highly compensated employee's year: the engine takes the exemption as recorded.",
        "EXEMPT-FS17G-FEE": "A fee projected to 40 hours: the engine takes the weekly salary as recorded.",
        "D-LIMIT-2Y": "Until when a claim may be filed: no rule about hours or pay.",
        "D-LIMIT-OPTIN": "Until when a claim may be filed: no rule about hours or pay.",
        "D-LIQ": "Liquidated damages: what a court may add to unpaid pay.",
    ]
}
