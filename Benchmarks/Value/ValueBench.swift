import Dispatch
import Foundation
import PayRules
import Synchronization
import WorkUnits

/// Values made-up people under some rule sets on two cores, and says how many entries a second that was.
///
/// usage: ValueBench SECONDS RULES.json…
@main
struct ValueBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2, let seconds = Int(arguments[1]) else {
            FileHandle.standardError.write(Data("usage: ValueBench SECONDS RULES.json…\n".utf8))
            exit(64)
        }
        let engine = PayEngine(
            try arguments.dropFirst(2).map { path in
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
                return RuleSeries(asIfAlways: try RuleSetReader.read(bytes))
            })
        let people = try People(count: 400).all
        let entries = people.reduce(0) { $0 + $1.entries.count }
        // Once through, so that memory and caches are as they stay.
        let check = try value(people, engine, cores: 2)
        let before = residentKilobytes()
        let start = DispatchTime.now().uptimeNanoseconds
        var rounds = 0
        while DispatchTime.now().uptimeNanoseconds - start < UInt64(seconds) * 1_000_000_000 {
            guard try value(people, engine, cores: 2) == check else { throw Differs() }
            rounds += 1
        }
        let nanoseconds = DispatchTime.now().uptimeNanoseconds - start
        print("people \(people.count)")
        print("entries_per_round \(entries)")
        print("rounds \(rounds)")
        print("cents_of_a_round \(check)")
        print("premium_seconds_of_a_round \(try premiumSeconds(people, engine))")
        print("entries_per_second \(UInt64(entries * rounds) * 1_000_000_000 / nanoseconds)")
        print("memory_growth_kb \(residentKilobytes() - before)")
    }

    struct Differs: Error {}

    /// The sum of the combined cents of all people; each core takes every so manieth person.
    static func value(_ people: [Hours], _ engine: PayEngine, cores: Int) throws -> Int64 {
        let total = Mutex<Int64>(0)
        DispatchQueue.concurrentPerform(iterations: cores) { core in
            var sum: Int64 = 0
            for index in stride(from: core, to: people.count, by: cores) {
                guard let valuation = try? engine.value(people[index]) else { return total.withLock { $0 = .min } }
                for week in valuation.combined { sum += week.combined.count }
            }
            let done = sum
            total.withLock { $0 &+= done }
        }
        return total.withLock { $0 }
    }

    /// Overtime of all people under the first rule set, for the yardstick to find too.
    static func premiumSeconds(_ people: [Hours], _ engine: PayEngine) throws -> Int64 {
        try people.reduce(0) { sum, hours in
            let lines = try engine.value(hours).readings[0].lines
            return sum + lines.reduce(0) { $0 + ($1.payClass == .overtime ? $1.seconds : 0) }
        }
    }

    static func residentKilobytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
