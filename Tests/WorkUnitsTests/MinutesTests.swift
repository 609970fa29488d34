import Foundation
import Testing
import WorkUnits

struct MinutesTests {
    @Test func `lengths add up and subtract`() throws {
        #expect(try Minutes(205) + Minutes(35) == Minutes(240))
        #expect(try Minutes(205) - Minutes(240) == Minutes(-35))
    }

    @Test func `a sum that does not fit is an error, not another number`() {
        #expect(throws: ArithmeticOverflow()) { try Minutes(.max) + Minutes(1) }
        #expect(throws: ArithmeticOverflow()) { try Minutes(.min) - Minutes(1) }
        #expect(throws: ArithmeticOverflow()) { try [Minutes(.max), Minutes(1), Minutes(-1)].total() }
    }

    @Test func `the total of no lengths is zero`() throws {
        #expect(try [Minutes]().total() == .zero)
        #expect(try [Minutes(205), Minutes(35), Minutes(60)].total() == Minutes(300))
    }

    @Test func `a length is written as a plain number`() throws {
        let written = try JSONEncoder().encode([Minutes(205)])
        #expect(String(decoding: written, as: UTF8.self) == "[205]")
        #expect(try JSONDecoder().decode([Minutes].self, from: written) == [Minutes(205)])
    }
}
