import Mustache

/// Turns page models into HTML.
struct PageRenderer: Sendable {
    /// Why a page can't be rendered.
    enum RenderingError: Error, CustomStringConvertible {
        case noTemplates(folder: String)
        case noTemplate(name: String)

        var description: String {
            switch self {
            case .noTemplates(let folder): "No templates in \(folder)."
            case .noTemplate(let name): "There is no template “\(name)”."
            }
        }
    }

    private let library: MustacheLibrary

    /// Loads all templates below `folder`, once, at start.
    ///
    /// - Throws: what is wrong with a template, or ``RenderingError/noTemplates(folder:)``.
    init(templates folder: String) async throws {
        library = try await MustacheLibrary(directory: folder)
        guard library.getTemplate(named: "layout") != nil else { throw RenderingError.noTemplates(folder: folder) }
    }

    /// The whole HTML document of `page`.
    func html(_ page: some Page) throws -> String {
        guard let html = library.render(page, withTemplate: type(of: page).template) else {
            throw RenderingError.noTemplate(name: type(of: page).template)
        }
        return html
    }
}
