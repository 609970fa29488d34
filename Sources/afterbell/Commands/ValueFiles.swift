import ArgumentParser
import Foundation
import PayRules
import Schema
import WorkUnits

/// The files that hours are valued from.
struct ValueFiles: ParsableArguments {
    @Option(help: "The hours of one person, as JSON; - for standard input.")
    var hours: String

    @Option(help: "A law or an agreement, as JSON; give it once for each. - for standard input.")
    var rules: [String]

    @Option(help: "Read rates as they were known on this day: those decided later are left out.")
    var ratesKnownOn: String?

    func validate() throws {
        guard !rules.isEmpty else { throw ValidationError("Name a rule set: --rules flsa.json.") }
        guard ([hours] + rules).count(where: { $0 == "-" }) <= 1 else {
            throw ValidationError("Standard input can be one file only: write - once.")
        }
    }

    /// The hours and the rule sets, in their order. A refusal names the findings of all files.
    func read() throws -> (hours: Hours, rules: [RuleFile]) {
        var lines: [String] = []
        func collecting<Value>(_ read: () throws -> Value) throws -> Value? {
            do {
                return try read()
            } catch let refusal as FileRefusal {
                lines += refusal.lines
                return nil
            }
        }
        let hours = try collecting(readHours)
        let files = try rules.map { path in try collecting { try readRules(path) } }
        guard lines.isEmpty, let hours else { throw FileRefusal(lines: lines) }
        return (hours, files.compactMap { $0 })
    }

    private func readHours() throws -> Hours {
        let knownOn = try ratesKnownOn.map { text in
            guard let date = CivilDate(text) else {
                throw FileRefusal("--rates-known-on", "write a day like 2026-08-20")
            }
            return date
        }
        let bytes = try Self.bytes(of: hours, atMost: HoursReader.largest)
        do throws(RefusedInput) {
            return try HoursReader.read(bytes, knownOn: knownOn) { (name) throws(UnknownZone) in try SiteZone(name) }
        } catch {
            throw FileRefusal(hours, error)
        }
    }

    private func readRules(_ path: String) throws -> RuleFile {
        let bytes = try Self.bytes(of: Self.shipped(path) ?? path, atMost: RuleSetReader.largest)
        do throws(RefusedInput) {
            return RuleFile(path: path, ruleSet: try RuleSetReader.read(bytes))
        } catch {
            throw FileRefusal(path, error)
        }
    }

    /// A rule set that came with the program, when a name without a folder names no file here.
    private static func shipped(_ path: String) -> String? {
        guard !path.contains("/"), path != "-", !FileManager.default.fileExists(atPath: path) else { return nil }
        let name = path.hasSuffix(".json") ? path : path + ".json"
        guard let folder = try? ResourceFolder.find("afterbell_PayRules.resources") else { return nil }
        let place = folder.appending(path: "Shipped").appending(path: name).path
        return FileManager.default.fileExists(atPath: place) ? place : nil
    }

    /// A file's bytes; never more than one past the limit, so that a huge file is refused unread.
    static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
        let handle: FileHandle
        if path == "-" {
            handle = .standardInput
        } else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw FileRefusal(path, "there is no such file")
            }
            guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
                throw FileRefusal(path, "it can't be read as a file")
            }
            handle = file
        }
        var bytes: [UInt8] = []
        while bytes.count <= limit, let more = try handle.read(upToCount: 1 << 20), !more.isEmpty {
            bytes.append(contentsOf: more)
        }
        return bytes
    }

    /// Runs a command's work: refusals are printed line by line and end with status 2.
    static func reportingRefusals(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let refusal as FileRefusal {
            write(refusal.lines.joined(separator: "\n") + "\n", toErrors: true)
            throw ExitCode(2)
        } catch is ArithmeticOverflow {
            write("The amounts are too large to be worked out exactly. Check rates and sums.\n", toErrors: true)
            throw ExitCode(2)
        } catch let refusal as RuleSeries.Refusal {
            write("\(refusal)\n", toErrors: true)
            throw ExitCode(2)
        }
    }

    /// Prints text as it is.
    static func write(_ text: String, toErrors: Bool) {
        let handle = toErrors ? FileHandle.standardError : FileHandle.standardOutput
        handle.write(Data(text.utf8))
    }
}

/// A rule set and the file it came from.
struct RuleFile {
    let path: String
    let ruleSet: RuleSet

    /// Rule sets in the order they were named; files of one name whose dates are stated are versions of one.
    static func series(of files: [RuleFile]) throws(RuleSeries.Refusal) -> [RuleSeries] {
        var groups: [[RuleSet]] = []
        for file in files {
            let isDated = file.ruleSet.valid != .distantPast ... .distantFuture
            let group = groups.firstIndex { group in
                isDated && group[0].name == file.ruleSet.name && group[0].valid != .distantPast ... .distantFuture
            }
            if let group { groups[group].append(file.ruleSet) } else { groups.append([file.ruleSet]) }
        }
        return try groups.map { group throws(RuleSeries.Refusal) in try RuleSeries(group) }
    }
}

/// A file that is refused, with every finding.
struct FileRefusal: Error, CustomStringConvertible {
    /// A line each: file, path, reason.
    let lines: [String]

    var description: String { lines.joined(separator: "\n") }

    init(lines: [String]) {
        self.lines = lines
    }

    init(_ file: String, _ refused: RefusedInput) {
        lines = refused.findings.map { "\(file): \($0)" }
    }

    init(_ file: String, _ reason: String) {
        lines = ["\(file): \(reason)"]
    }
}
