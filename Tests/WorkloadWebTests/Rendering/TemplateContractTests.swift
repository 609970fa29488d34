import Foundation
import Testing

@testable import WorkloadWeb

/// The templates beside the sources, found from this file.
enum TemplateFolder {
    static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/WorkloadWeb/Templates").path

    /// Their texts, by the names that templates call each other.
    static func texts() throws -> [String: String] {
        let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        guard !files.isEmpty else { throw PageRenderer.RenderingError.noTemplates(folder: path) }
        return try files.filter { $0.hasSuffix(".mustache") }.reduce(into: [:]) { texts, file in
            texts[String(file.dropLast(".mustache".count))] = try String(
                contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        }
    }

    static func contract() throws -> TemplateContract {
        TemplateContract(templates: try texts().mapValues(TemplateTag.parse))
    }
}

@Suite("Templates and page models fit each other")
struct TemplateContractTests {
    @Test func `every tag of every template names a property of some page, and no sample finds a fault`() throws {
        var contract = try TemplateFolder.contract()

        for language in Language.allCases {
            for sample in Sample.all(language) { contract.check(sample.page, template: type(of: sample.page).template) }
        }

        #expect(contract.faults.sorted() == [])
        #expect(contract.places.subtracting(contract.seen).sorted() == [])
    }

    @Test(arguments: Language.allCases)
    func `every page renders whole, with its title and without a trace of Swift`(_ language: Language) async throws {
        let renderer = try await PageRenderer(templates: TemplateFolder.path)

        for sample in Sample.all(language) {
            let html = try renderer.html(sample.page)
            #expect(html.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"), "\(sample.name)")
            #expect(html.hasSuffix("</html>\n"), "\(sample.name)")
            #expect(html.components(separatedBy: "<h1").count == 2, "\(sample.name) has one h1")
            for trace in ["Optional(", "(Function)", "WorkloadWeb.", "{{", "nil"] {
                #expect(!html.contains(trace), "\(sample.name) holds \(trace)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `ids stand once on a page, and every label and description leads to one`(_ language: Language) async throws {
        let renderer = try await PageRenderer(templates: TemplateFolder.path)

        for sample in Sample.all(language) {
            let html = try renderer.html(sample.page)
            let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(sample.name): \(ids.sorted())")
            for reference in html.matches(of: /\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"/) {
                for id in reference.1.split(separator: " ") {
                    #expect(ids.contains(String(id)), "\(sample.name) has no \(id)")
                }
            }
            for link in html.matches(of: /href="#([^"]*)"/) {
                #expect(ids.contains(String(link.1)), "\(sample.name) has no #\(link.1)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `every form that posts carries the token, and nothing is inline`(_ language: Language) async throws {
        let renderer = try await PageRenderer(templates: TemplateFolder.path)

        for sample in Sample.all(language) {
            let html = try renderer.html(sample.page)
            let posts = html.components(separatedBy: "<form method=\"post\"").dropFirst()
            for form in posts {
                let inside = form.components(separatedBy: "</form>")[0]
                #expect(
                    inside.components(separatedBy: "name=\"antiForgery\" value=\"t0ken-&quot;quoted&quot;\"").count
                        == 2,
                    "\(sample.name)"
                )
            }
            #expect(html.firstMatch(of: /<[^>]*\s(?:style|on[a-z]+)=/) == nil, "\(sample.name)")
            #expect(html.firstMatch(of: /(?:src|href)="(?:https?:|\/\/|data:|javascript:)/) == nil, "\(sample.name)")
        }
    }

    @Test func `what people typed is escaped`() async throws {
        let renderer = try await PageRenderer(templates: TemplateFolder.path)
        let sample = try #require(Sample.record(.english).first { $0.name == "record-not-listed" })

        let html = try renderer.html(sample.page)

        #expect(html.contains("value=\"&lt;b&gt;Grade 12 credits&lt;/b&gt; show 0\""))
        #expect(!html.contains("<b>Grade 12"))
    }

    @Test func `a misspelt property, a misspelt partial and a string as a section are found`() throws {
        struct Model {
            let name = "Maya"
            let jobs = ["Counselor"]
        }
        let text = "{{name}}{{nme}}{{>parts/nothing}}{{#name}}x{{/name}}{{#jobs}}{{.}}{{.title}}{{/jobs}}"
        var contract = TemplateContract(templates: ["page": try TemplateTag.parse(text)])

        contract.check(Model(), template: "page")

        #expect(
            contract.faults.sorted() == [
                "page:1 {{#name}} is no section: String is always true",
                "page:1 {{.title}} names no property of String",
                "page:1 {{>parts/nothing}} names no template", "page:1 {{nme}} names no property of Model",
            ]
        )
    }

    @Test func `an inner object that hides a property of the page is found`() throws {
        struct Row { let title = "Row" }
        struct Model {
            let title = "Page"
            let rows = [Row()]
        }
        var contract = TemplateContract(templates: ["page": try TemplateTag.parse("{{#rows}}{{title}}{{/rows}}")])

        contract.check(Model(), template: "page")

        #expect(contract.faults == ["page:1 {{title}} takes the property of an inner object"])
    }

    @Test(arguments: ["{{{name}}}", "{{&name}}", "{{#name}}", "{{/name}}", "{{name"])
    func `unescaped, unclosed and unopened tags are refused`(_ text: String) {
        #expect(throws: TemplateFault.self) { try TemplateTag.parse(text) }
    }

    @Test func `a folder without templates is an error`() async {
        await #expect(throws: PageRenderer.RenderingError.self) { try await PageRenderer(templates: "/nonexistent") }
    }
}
