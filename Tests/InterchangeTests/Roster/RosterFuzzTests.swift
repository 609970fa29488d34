import Foundation
import Interchange
import Randomness
import Testing
import Workload

/// Bytes nobody meant: every reading ends in a value or in one of our errors, never in a crash.
@Suite struct RosterFuzzTests {
    @Test func `2,000 mutated CSV files read or are refused`() throws {
        var random = SplitMix64.seeded(for: "mutated CSV")
        let sound = Array((HRSupplementReaderTests.header + "\n" + HRSupplementReaderTests.clerk + "\n").utf8)
        let folder = try TemporaryFolder()
        var refused = 0
        for _ in 0..<2_000 {
            let path = try folder.write(random.mutated(sound), to: "hr.csv")
            do { _ = try HRSupplementReader().read(path: path) } catch is RosterFileError { refused += 1 }
        }
        #expect((1..<2_000).contains(refused))
    }

    @Test func `5,000 mutated pieces come out the same whatever their size`() throws {
        var random = SplitMix64.seeded(for: "mutated pieces")
        let sound = Array("a,\"b\"\"c\",d\r\n\"x\ny\",z,\n\n,,\"\"\rlast,\"row\"".utf8)
        for _ in 0..<5_000 {
            let bytes = random.mutated(sound)
            let size = Int.random(in: 1...9, using: &random)
            let whole = Result { try CSVReaderTests.rows(bytes) }.mapError { $0 as? CSVError ?? .utf16 }
            let pieces = Result { try CSVReaderTests.rows(bytes, pieces: size) }.mapError { $0 as? CSVError ?? .utf16 }
            #expect(whole == pieces, "\(bytes) in pieces of \(size)")
        }
    }

    @Test func `1,500 mutated files inside sound zips read or are refused`() throws {
        var random = SplitMix64.seeded(for: "mutated files")
        let folder = try TemporaryFolder()
        for round in 0..<1_500 {
            let roster = round.isMultiple(of: 2) ? SampleRoster.v1p2 : SampleRoster.v1p1
            let victim = Int.random(in: 0..<roster.files.count, using: &random)
            let path = folder.path("roster.zip")
            let zip = try ZipBuilder(path: path)
            for (index, file) in roster.files.enumerated() {
                let bytes = Array(file.text.utf8)
                try zip.add(file.name, pieces: [index == victim ? random.mutated(bytes) : bytes])
            }
            try zip.close()
            do { _ = try OneRosterReader().read(path: path) } catch is RosterFileError {}
        }
    }

    @Test func `1,500 mutated zips read or are refused`() throws {
        var random = SplitMix64.seeded(for: "mutated zips")
        let folder = try TemporaryFolder()
        try SampleRoster.v1p2.write(to: folder.path("sound.zip"))
        let sound = Array(try Data(contentsOf: folder.url.appending(path: "sound.zip")))
        var refused = 0
        for _ in 0..<1_500 {
            let path = try folder.write(random.mutated(sound), to: "roster.zip")
            do { _ = try OneRosterReader().read(path: path) } catch is RosterFileError { refused += 1 }
        }
        #expect((1..<1_500).contains(refused))
    }
}
