import WorkUnits

/// Shares the lines of a workweek to the incidents that caused its time, to the cent.
///
/// Straight pay stays with the time that earned it. With `last_hours` premium does too. With `beyond_schedule` the
/// week's premium is shared over all its time beyond schedule in proportion to its length: a premium line's own
/// incidents bear it first, as far as their share goes, and others the rest.
struct IncidentShares {
    private let week: WorkweekPay
    private let lines: WeekMoney.Lines

    init(_ week: WorkweekPay, _ lines: WeekMoney.Lines) {
        self.week = week
        self.lines = lines
    }

    func share(_ builder: inout ReadingBuilder) throws(ArithmeticOverflow) {
        let movesPremium =
            builder.rules.share == .beyondSchedule && week.premium.count > 0 && hasSeveralIncidents(builder)
        let premiums = movesPremium ? try premiumByLine(builder) : []
        var pools = movesPremium ? try premiumByIncident(premiums.reduce(0, +), &builder) : []
        defer { builder.pools.clear(pools.map(\.incident)) }
        var (cell, firstOpen) = (0, 0)
        for index in week.lines {
            let from = cell
            while cell < builder.cells.count, Int(builder.cells[cell].line) == index { cell += 1 }
            let line = builder.reading.lines[index]
            let moving = movesPremium ? premiums[index - week.lines.lowerBound] : 0
            let firstShare = builder.reading.shares.count
            try shareByTime(line.cents - moving, from..<cell, &builder)
            if moving > 0 { try takeFromPools(moving, &pools, firstOpen: &firstOpen, firstShare, &builder) }
            builder.reading.lines[index].firstShare = Int32(firstShare)
            builder.reading.lines[index].shareCount = Int32(builder.reading.shares.count - firstShare)
        }
    }

    /// Whether sharing premium can move anything.
    private func hasSeveralIncidents(_ builder: ReadingBuilder) -> Bool {
        guard let first = builder.cells.first?.incident else { return false }
        return builder.cells.contains { $0.incident != first }
    }

    /// Shares cents to the incidents of a line by their time.
    private func shareByTime(
        _ cents: Int64, _ cells: Range<Int>, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        switch cells.count {
        case 0: builder.reading.shares.append(LineShare(incident: -1, seconds: 0, cents: cents))
        case 1:
            let cell = builder.cells[cells.lowerBound]
            builder.reading.shares.append(LineShare(incident: cell.incident, seconds: cell.seconds, cents: cents))
        default:
            let parts = try allocate(cents, by: cells.map { builder.cells[$0].weight })
            for (number, index) in cells.enumerated() {
                let cell = builder.cells[index]
                builder.reading.shares.append(
                    LineShare(incident: cell.incident, seconds: cell.seconds, cents: parts[number]))
            }
        }
    }

    /// The cents of each line that are premium; together the week's premium.
    private func premiumByLine(_ builder: ReadingBuilder) throws(ArithmeticOverflow) -> [Int64] {
        let first = week.lines.lowerBound
        let withPremium = lines.amounts.indices.filter { lines.amounts[$0] > lines.straight[$0] }
        let withCents = withPremium.reduce(Int64(0)) { $0 + builder.reading.lines[first + $1].cents }
        let straightLeft = max(0, min(withCents, withCents - week.premium.count))
        let straight = try allocate(straightLeft, by: withPremium.map { lines.straight[$0] })
        var premiums = [Int64](repeating: 0, count: lines.amounts.count)
        for (number, index) in withPremium.enumerated() {
            premiums[index] = max(0, builder.reading.lines[first + index].cents - straight[number])
        }
        return premiums
    }

    /// The week's premium by incident, in proportion to its time beyond schedule, the earlier time first.
    private func premiumByIncident(
        _ premium: Int64, _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) -> [(incident: Int32, cents: Int64)] {
        let isAnyBeyond = builder.cells.contains { isBeyondSchedule($0, builder) }
        let parts = try allocate(
            premium,
            by: builder.cells.map { !isAnyBeyond || isBeyondSchedule($0, builder) ? $0.seconds : 0 })
        var pools: [(incident: Int32, cents: Int64)] = []
        for (cell, cents) in zip(builder.cells, parts) where cents > 0 {
            if let place = builder.pools.place(of: cell.incident) {
                pools[place].cents += cents
            } else {
                builder.pools.set(pools.count, for: cell.incident)
                pools.append((cell.incident, cents))
            }
        }
        return pools
    }

    private func isBeyondSchedule(_ cell: ShareCell, _ builder: ReadingBuilder) -> Bool {
        let line = builder.reading.lines[Int(cell.line)]
        return line.source == .entry && line.payClass.isInRegularRate
    }

    /// Takes a line's premium from the pools: those of its own incidents first, then the first one that is open.
    private func takeFromPools(
        _ cents: Int64, _ pools: inout [(incident: Int32, cents: Int64)], firstOpen: inout Int, _ firstShare: Int,
        _ builder: inout ReadingBuilder
    ) throws(ArithmeticOverflow) {
        var left = cents
        let own = firstShare..<builder.reading.shares.count
        let wanted = own.count == 1 ? [cents] : try allocate(cents, by: own.map { builder.reading.shares[$0].seconds })
        // First as much as each of them has time in the line, then whatever their pools still hold.
        for limits in [wanted, [Int64](repeating: .max, count: own.count)] {
            for (number, share) in own.enumerated() {
                let incident = builder.reading.shares[share].incident
                guard let pool = builder.pools.place(of: incident) else { continue }
                let taken = min(left, limits[number], pools[pool].cents)
                builder.reading.shares[share].cents += taken
                pools[pool].cents -= taken
                left -= taken
            }
        }
        while left > 0, firstOpen < pools.count {
            let taken = min(left, pools[firstOpen].cents)
            if taken > 0 {
                builder.reading.shares.append(LineShare(incident: pools[firstOpen].incident, seconds: 0, cents: taken))
                pools[firstOpen].cents -= taken
                left -= taken
            }
            if pools[firstOpen].cents == 0 { firstOpen += 1 }
        }
    }
}

/// Where each incident's pool of a workweek's premium stands, found without a search.
struct PoolPlaces {
    private var places: [Int32]

    /// - Parameter incidents: how many there are; -1 stands for none of them.
    init(incidents: Int) {
        places = [Int32](repeating: -1, count: incidents + 1)
    }

    func place(of incident: Int32) -> Int? {
        let place = places[Int(incident) + 1]
        return place < 0 ? nil : Int(place)
    }

    mutating func set(_ place: Int, for incident: Int32) { places[Int(incident) + 1] = Int32(place) }

    mutating func clear(_ incidents: [Int32]) {
        for incident in incidents { places[Int(incident) + 1] = -1 }
    }
}
