import Randomness
import Testing
import WorkUnits

struct MoneyTests {
    @Test func `ratios stay exact and in lowest terms`() throws {
        #expect(try Ratio(6, over: -4) == Ratio(-3, over: 2))
        #expect(try Ratio(1, over: 3) + Ratio(1, over: 6) == Ratio(1, over: 2))
        #expect(try Ratio(7, over: 8) - Ratio(1, over: 8) == Ratio(3, over: 4))
        #expect(try Ratio(2, over: 3) * Ratio(9, over: 4) == Ratio(3, over: 2))
        #expect(try Ratio(2, over: 3) / Ratio(4, over: 9) == Ratio(3, over: 2))
        #expect(try Ratio(1, over: 3) < Ratio(1, over: 2) && Ratio(-1, over: 2) < Ratio(-1, over: 3))
    }

    @Test func `what does not fit is an error, never a wrong number`() throws {
        let large = try Ratio(.max, over: 1)
        #expect(throws: ArithmeticOverflow.self) { try large + large }
        #expect(throws: ArithmeticOverflow.self) { try large * large }
        #expect(throws: ArithmeticOverflow.self) { try Ratio(1, over: 0) }
        #expect(throws: ArithmeticOverflow.self) { try Ratio(1, over: 2) / Ratio(whole: 0) }
        #expect(throws: ArithmeticOverflow.self) { try Cents(.max) + Cents(1) }
        #expect(throws: ArithmeticOverflow.self) { try Cents(.min) - Cents(1) }
        // Products whose factors cross out do fit.
        #expect(try large * Ratio(1, over: .max) == .one)
    }

    @Test(arguments: [(1, 2, 1), (-1, 2, -1), (5, 2, 3), (-5, 2, -3), (7, 3, 2), (-7, 3, -2), (0, 1, 0)])
    func `exactly half goes up, away from zero`(upper: Int128, lower: Int128, expected: Int128) throws {
        #expect(try Ratio(upper, over: lower).roundedHalfUp == expected)
    }

    @Test func `decimals are rounded at their last place`() throws {
        #expect(try Ratio(275, over: 48).decimal(places: 6) == "5.729167")
        #expect(try Ratio(-1, over: 200).decimal(places: 2) == "-0.01")
        #expect(try Ratio(whole: 9).decimal(places: 0) == "9")
        #expect(Cents(-5).description == "-0.05" && Cents(120_969).description == "1209.69")
    }

    @Test func `shares add up, and odd cents go to the largest remainders, the earlier first`() throws {
        #expect(try allocate(100, by: [1, 1, 1] as [Int64]) == [34, 33, 33])
        #expect(try allocate(10, by: [1, 2, 3, 4] as [Int64]) == [1, 2, 3, 4])
        #expect(try allocate(5, by: [0, 0] as [Int64]) == [3, 2])
        #expect(try allocate(0, by: [] as [Int64]) == [])
        #expect(throws: ArithmeticOverflow.self) { try allocate(1, by: [] as [Int64]) }
        #expect(throws: ArithmeticOverflow.self) { try allocate(-1, by: [1] as [Int64]) }
        #expect(throws: ArithmeticOverflow.self) { try allocate(1, by: [-1, 2] as [Int64]) }
    }

    @Test func `any sum shared by any weights adds up, each part within one of its exact share`() throws {
        var random = SplitMix64.seeded()
        for _ in 0..<2_000 {
            let total = Int64.random(in: 0...10_000_000, using: &random)
            let weights = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                Int128.random(in: 0...90_000, using: &random)
            }
            let parts = try allocate(total, by: weights)
            #expect(try allocate(total, by: weights.map { Int64($0) }) == parts)
            let sum = weights.reduce(0, +)
            #expect(parts.reduce(0, +) == total)
            for (part, weight) in zip(parts, weights) where sum > 0 {
                #expect(abs(Int128(part) * sum - Int128(total) * weight) < sum)
            }
        }
    }

    @Test func `lengths read as people say them`() {
        #expect(Seconds(12_300).description == "3 h 25 min")
        #expect(Seconds(3_601).description == "1 h 0 min 1 s")
        #expect(
            Seconds(0).description == "0 min" && Seconds(-300).description == "-5 min"
                && Seconds(7).description == "7 s")
    }
}
