/// Walks a template beside a page model and collects every tag that names no property.
///
/// The rule of the templates: `{{.name}}` is a property of the innermost object; `{{name}}` is a property of the page
/// itself, and no object in between has one of that name.
struct TemplateContract {
    /// Where a tag stands.
    struct Place: Hashable, Comparable, CustomStringConvertible {
        let template: String
        let line: Int
        let tag: String
        var description: String { "\(template):\(line) {{\(tag)}}" }
        static func < (left: Place, right: Place) -> Bool {
            (left.template, left.line, left.tag) < (right.template, right.line, right.tag)
        }
    }

    let templates: [String: [TemplateTag]]
    /// Tags that were reached with an object to look at.
    private(set) var seen: Set<Place> = []
    /// What is wrong, each with its place.
    private(set) var faults: Set<String> = []

    init(templates: [String: [TemplateTag]]) {
        self.templates = templates
    }

    /// Looks at every tag that rendering `page` with the template would reach.
    mutating func check(_ page: Any, template: String) {
        walk(templates[template] ?? [], of: template, stack: [page], blocks: [:])
    }

    /// All tags of all templates.
    var places: Set<Place> {
        templates.reduce(into: []) { places, template in
            Self.collect(template.value, of: template.key, into: &places)
        }
    }

    private typealias Blocks = [String: (template: String, tags: [TemplateTag], stack: [Any])]

    private mutating func walk(_ tags: [TemplateTag], of template: String, stack: [Any], blocks: Blocks) {
        for tag in tags {
            switch tag {
            case .variable(let name, let line):
                let place = Place(template: template, line: line, tag: name)
                guard let value = find(name, in: stack, at: place) else { continue }
                if !(Self.unwrapped(value) is String?) { faults.insert("\(place) is not text") }
            case .section(let name, let isInverted, let line, let inner):
                let place = Place(template: template, line: line, tag: (isInverted ? "^" : "#") + name)
                guard let value = find(name, in: stack, at: place) else { continue }
                for object in objects(of: value, isInverted: isInverted, at: place) {
                    walk(inner, of: template, stack: stack + object, blocks: blocks)
                }
            case .partial(let name, let line):
                let place = Place(template: template, line: line, tag: ">" + name)
                seen.insert(place)
                guard let partial = templates[name] else {
                    faults.insert("\(place) names no template")
                    continue
                }
                walk(partial, of: name, stack: stack, blocks: blocks)
            case .parent(let name, let line, let inner):
                let place = Place(template: template, line: line, tag: "<" + name)
                seen.insert(place)
                guard let parent = templates[name] else {
                    faults.insert("\(place) names no template")
                    continue
                }
                var given = blocks
                for case .block(let block, let content) in inner { given[block] = (template, content, stack) }
                walk(parent, of: name, stack: stack, blocks: given)
            case .block(let name, let standard):
                if let given = blocks[name] {
                    walk(given.tags, of: given.template, stack: stack, blocks: [:])
                } else {
                    walk(standard, of: template, stack: stack, blocks: blocks)
                }
            }
        }
    }

    /// The value that a tag names; nil, and a fault, where it names nothing.
    private mutating func find(_ name: String, in stack: [Any], at place: Place) -> Any? {
        seen.insert(place)
        guard let top = stack.last, let page = stack.first else { return nil }
        if name == "." { return top }
        let path = name.split(separator: ".").map(String.init)
        let isInner = name.hasPrefix(".")
        if !isInner, stack.dropFirst().contains(where: { Self.child(path[0], of: $0) != nil }) {
            faults.insert("\(place) takes the property of an inner object")
        }
        var value: Any = isInner ? top : page
        for part in path {
            guard let child = Self.child(part, of: Self.unwrapped(value)) else {
                if Self.isNothing(value) { return nil }
                faults.insert("\(place) names no property of \(type(of: value))")
                return nil
            }
            value = child
        }
        return value
    }

    /// What a section renders its inside with: nothing added for a boolean, the object or each element else.
    private mutating func objects(of value: Any, isInverted: Bool, at place: Place) -> [[Any]] {
        if value is Bool { return [[]] }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            guard !isInverted else { return [[]] }
            return mirror.children.first.map { [[$0.value]] } ?? []
        case .collection: return isInverted ? [[]] : mirror.children.map { [$0.value] }
        case .struct where !(value is String) && !isInverted: return [[value]]
        default:
            faults.insert("\(place) is no section: \(type(of: value)) is always true")
            return []
        }
    }

    private static func child(_ name: String, of object: Any) -> Any? {
        Mirror(reflecting: object).children.first { $0.label == name }?.value
    }

    /// Whether it is an optional without a value, which prints nothing and hides nothing.
    private static func isNothing(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional && mirror.children.isEmpty
    }

    private static func unwrapped(_ value: Any) -> Any {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? (mirror.children.first?.value ?? String?.none as Any) : value
    }

    private static func collect(_ tags: [TemplateTag], of template: String, into places: inout Set<Place>) {
        for tag in tags {
            switch tag {
            case .variable(let name, let line): places.insert(Place(template: template, line: line, tag: name))
            case .section(let name, let isInverted, let line, let inner):
                places.insert(Place(template: template, line: line, tag: (isInverted ? "^" : "#") + name))
                collect(inner, of: template, into: &places)
            case .partial(let name, let line): places.insert(Place(template: template, line: line, tag: ">" + name))
            case .parent(let name, let line, let inner):
                places.insert(Place(template: template, line: line, tag: "<" + name))
                collect(inner, of: template, into: &places)
            case .block(_, let inner): collect(inner, of: template, into: &places)
            }
        }
    }
}
