import Foundation
import Testing

/// What the documents print of `afterbell value` and `compare` is what the program prints.
struct ValueDocumentsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A fenced block: its language and its lines.
    private struct Block {
        let language: String
        let lines: [String]

        /// The lines as they have to be found in an output; … at the end stands for what was left out.
        var shown: [String] {
            lines.map { line in
                let text = line.hasSuffix("…") ? String(line.dropLast()) : line
                return text.trimmingCharacters(in: .whitespaces)
            }
            .filter { !$0.isEmpty }
        }

        /// The arguments of its first command, when that is one of ours.
        var arguments: [String]? {
            let words = lines.joined(separator: " ").replacing("\\", with: " ").split(separator: " ").map(String.init)
            guard language == "sh", words.first == "afterbell", ["value", "compare"].contains(words[1]) else {
                return nil
            }
            return Array(words.dropFirst())
        }
    }

    private static func blocks(of document: String) throws -> [Block] {
        let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
        var blocks: [Block] = []
        var open: (language: String, lines: [String])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(Block(language: block.language, lines: block.lines))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        return blocks
    }

    /// Commands with the output that stands under them.
    private static func commands(of document: String) throws -> [(arguments: [String], shown: [String])] {
        let blocks = try blocks(of: document)
        return zip(blocks, blocks.dropFirst()).compactMap { command, output in
            guard let arguments = command.arguments, output.language.isEmpty else { return nil }
            return (arguments, output.shown)
        }
    }

    @Test(arguments: ["docs/tutorial/one-week-two-readings.md", "docs/reference/value.md"])
    func `each command prints what stands under it`(document: String) throws {
        let commands = try Self.commands(of: document)
        #expect(!commands.isEmpty)
        for command in commands {
            let run = try ValueProcess(command.arguments)
            let printed = (run.output + run.errors).split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            for line in command.shown {
                #expect(printed.contains { $0.hasPrefix(line) }, "\(command.arguments): \(line)")
            }
        }
    }

    @Test func `what the reference of rule sets prints is printed by its examples`() throws {
        let folder = Self.root.appending(path: "docs/examples/value/parts")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var printed: Set<String> = []
        for hours in names where hours.hasSuffix("-hours.json") {
            let part = hours.dropLast("-hours.json".count)
            let rules = names.filter { $0.hasPrefix(part) && $0.hasSuffix("-rules.json") }
            #expect(!rules.isEmpty, "\(hours) has no rule set")
            let files = ["--hours", "docs/examples/value/parts/\(hours)"]
            let each = rules.map { ["--rules", "docs/examples/value/parts/\($0)"] }
            for options in [["--explain"], []] {
                for chosen in each + [each.flatMap { $0 }] {
                    let run = try ValueProcess(["value"] + files + chosen + options)
                    for line in run.output.split(separator: "\n") {
                        printed.insert(line.trimmingCharacters(in: .whitespaces))
                    }
                }
            }
        }
        let shown = try Self.blocks(of: "docs/reference/rule-sets.md").filter { $0.language.isEmpty }.flatMap(\.shown)
        #expect(shown.count > 50)
        for line in shown { #expect(printed.contains { $0.hasPrefix(line) }, "\(line)") }
    }
}
