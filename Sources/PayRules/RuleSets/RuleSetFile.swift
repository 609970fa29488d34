import WorkUnits

/// The parts of one RULES.json while it is read.
final class RuleSetFile {
    let root: ObjectReader
    let source: String?
    var workweekDays = 7

    init(_ root: ObjectReader) {
        self.root = root
        source = root.optional("source", Read.text)
    }

    func ruleSet() -> RuleSet? {
        let name = root.required("name", Read.text)
        let version = root.required("version", Read.text)
        let regime = root.required("regime", Read.word(RuleSet.Regime.self))
        let workweek = root.object("workweek", workweek)
        if !root.has("workweek") { root.refuse("workweek", "is missing: {\"starts\": \"sunday\", \"at\": \"00:00\"}") }
        let rounding = root.object("rounding", rounding)
        _ = root.optional("note", Read.text)
        let premiumOn = root.optional("premium_on", Read.word(RuleSet.PremiumOn.self))
        let holiday = root.object("holiday", holiday)
        let adopted = root.optional("adopted", Read.text) ?? ""
        let hasDemoValues = root.optional("demo_values", Read.bool) ?? false
        let valid = root.object("valid", validDates) ?? .distantPast ... .distantFuture
        let units = root.optional("units", Read.list(Read.text)) ?? []
        let combine = root.optional("combine", Read.word(RuleSet.Combine.self)) ?? .noPyramiding
        let share = root.optional("share", Read.word(RuleSet.Share.self)) ?? .beyondSchedule
        let codes = Set(root.optional("codes_of_assigned_time", Read.list(Read.text)) ?? ["REG"])
        let shift = shift()
        let rules = optionalRules(holiday)
        // Every key has been asked for by now, so that one fault brings no false ones along.
        guard let name, let version, let regime, let workweek else { return nil }
        return RuleSet(
            name: name, version: version, source: source ?? "", regime: regime, adopted: adopted,
            hasDemoValues: hasDemoValues, valid: valid, units: units, workweek: workweek.week, cut: workweek.cut,
            shift: shift, tiers: rules.tiers, combine: combine, money: rounding?.money ?? .exactOnce,
            premiumOn: premiumOn ?? rounding?.premiumOn ?? .regularRate, share: share,
            timeRounding: rounding?.time ?? [], leaveCounted: rules.leave, paidRestSeconds: rules.rest,
            meals: rules.meals, differentials: rules.differentials, guarantees: rules.guarantees, holiday: holiday,
            rates: rules.rates, approval: rules.approval, caps: rules.caps, compTime: rules.comp,
            trivialBonus: rules.trivial, salaryTest: rules.salary, codesOfAssignedTime: codes)
    }

    private struct Optionals {
        let tiers: [Tier]
        let leave: LeaveCounted?
        let rest: Int64
        let meals: [MealRule]
        let differentials: [Differential]
        let guarantees: [Guarantee]
        let rates: [RateChoice]
        let approval: ApprovalRule?
        let caps: [Cap]
        let comp: CompTimeRule?
        let trivial: TrivialBonusRule?
        let salary: SalaryTest?
    }

    private func optionalRules(_ holiday: HolidayRule?) -> Optionals {
        var tiers = root.objects("tiers", atMost: 200, tier)
        if !root.has("tiers") { root.refuse("tiers", "is missing; write [] for none") }
        if let holiday, holiday.model != .payAndStraight { tiers.append(.holiday(holiday)) }
        if tiers.count > 60 { root.refuse("tiers", "are more than 60") }
        return Optionals(
            tiers: tiers, leave: root.object("leave_counted", leaveCounted),
            rest: root.object("paid_rest", paidRest) ?? 0, meals: root.objects("meals", atMost: 200, meal),
            differentials: root.objects("differentials", atMost: 200, differential),
            guarantees: root.objects("guarantees", atMost: 200, guarantee),
            rates: root.objects("rates", atMost: 200, rateChoice),
            approval: root.object("approval", approval), caps: root.objects("caps", atMost: 200, cap),
            comp: root.object("comp_time", compTime), trivial: root.object("trivial_bonus", trivialBonus),
            salary: root.object("salary_test", salaryTest))
    }

    /// The citation of a rule; the rule set's source where it has none of its own.
    func cite(_ reader: ObjectReader) -> String {
        let cite = reader.optional("cite", Read.text)
        if cite == nil, source == nil { reader.refuse("cite", "is missing, and so is the rule set's source") }
        return cite ?? source ?? ""
    }

    /// Reads `from` and `through`; either may be absent.
    func validDates(_ reader: ObjectReader) -> ClosedRange<CivilDate>? {
        let from = reader.optional("from", Read.date) ?? .distantPast
        let through = reader.optional("through", Read.date) ?? .distantFuture
        guard from <= through else {
            reader.refuse("through", "comes before from")
            return nil
        }
        return from...through
    }

    private func workweek(_ reader: ObjectReader) -> (week: Workweek, cut: RuleSet.Cut)? {
        let at = reader.optional("at", Read.time) ?? .midnight
        let cut = reader.optional("cut", Read.word(RuleSet.Cut.self)) ?? .exact
        _ = reader.optional("cite", Read.text)
        let days = reader.optional("days", Read.whole(7...28))
        let anchor = reader.optional("anchor", Read.date)
        guard let days else {
            if anchor != nil { reader.refuse("anchor", "is for a work period with days") }
            guard let starts = reader.required("starts", Read.weekday) else { return nil }
            return (Workweek(startingOn: starts, at: at), cut)
        }
        if reader.optional("starts", Read.weekday) != nil {
            reader.refuse("starts", "stands beside days; a work period starts on its anchor")
        }
        workweekDays = days
        guard let anchor else {
            if !reader.has("anchor") { reader.refuse("anchor", "is missing: the first day of one work period") }
            return nil
        }
        return Workweek(days: days, from: anchor, at: at).map { ($0, cut) }
    }

    private func shift() -> ShiftRule {
        let workdayStart = root.object("workday") { $0.optional("at", Read.time) } ?? .midnight
        return root.object("shift") { reader in
            ShiftRule(
                belongsTo: reader.optional("belongs_to", Read.word(ShiftRule.BelongsTo.self)) ?? .startDay,
                newAfterGapMinutes: reader.optional("new_after_gap_minutes", Read.whole(0...10_080)) ?? 240,
                maxMinutes: reader.optional("max_minutes", Read.whole(1...10_080)) ?? 960, workdayStart: workdayStart)
        } ?? ShiftRule(workdayStart: workdayStart)
    }

    private func holiday(_ reader: ObjectReader) -> HolidayRule? {
        let cite = cite(reader)
        return reader.required("model", Read.word(HolidayRule.Model.self)).map { HolidayRule(model: $0, cite: cite) }
    }
}
