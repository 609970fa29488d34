/// A template taken apart into its tags, for the contract test only. Mustache's own parser keeps its tokens to itself.
indirect enum TemplateTag: Sendable {
    /// `{{name}}`
    case variable(String, line: Int)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}`
    case section(String, isInverted: Bool, line: Int, [TemplateTag])
    /// `{{>name}}`
    case partial(String, line: Int)
    /// `{{<name}}…{{/name}}` with the blocks it hands to its parent
    case parent(String, line: Int, [TemplateTag])
    /// `{{$name}}…{{/name}}`
    case block(String, [TemplateTag])
}

/// Why a template can't be read.
struct TemplateFault: Error, CustomStringConvertible {
    let line: Int
    let reason: String
    var description: String { "line \(line): \(reason)" }
}

extension TemplateTag {
    /// The tags of a template, nested as written.
    static func parse(_ text: String) throws -> [TemplateTag] {
        var tags = try scan(text)[...]
        let parsed = try nested(&tags, until: nil)
        return parsed
    }

    /// All tags in the order in which they stand, with their lines. Unescaped ones are refused here.
    private static func scan(_ text: String) throws -> [(tag: String, line: Int)] {
        var found: [(tag: String, line: Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let open = rest.firstRange(of: "{{") {
                let after = rest[open.upperBound...]
                guard let close = after.firstRange(of: "}}") else {
                    throw TemplateFault(line: index + 1, reason: "a tag does not end")
                }
                let tag = String(after[..<close.lowerBound])
                guard !tag.hasPrefix("{"), !tag.hasPrefix("&") else {
                    throw TemplateFault(line: index + 1, reason: "unescaped tags are banned: \(tag)")
                }
                found.append((tag, index + 1))
                rest = after[close.upperBound...]
            }
        }
        return found
    }

    private static func nested(_ tags: inout ArraySlice<(tag: String, line: Int)>, until end: String?) throws
        -> [TemplateTag]
    {
        var result: [TemplateTag] = []
        while let (tag, line) = tags.popFirst() {
            let name = String(tag.dropFirst())
            switch tag.first {
            case "#", "^":
                result.append(.section(name, isInverted: tag.first == "^", line: line, try nested(&tags, until: name)))
            case "<": result.append(.parent(name, line: line, try nested(&tags, until: name)))
            case "$": result.append(.block(name, try nested(&tags, until: name)))
            case ">": result.append(.partial(name, line: line))
            case "/":
                guard name == end else { throw TemplateFault(line: line, reason: "{{/\(name)}} closes nothing") }
                return result
            default: result.append(.variable(tag, line: line))
            }
        }
        guard end == nil else { throw TemplateFault(line: 0, reason: "{{#\(end ?? "")}} is not closed") }
        return result
    }
}
