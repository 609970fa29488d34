public import Foundation

/// The one look-up for files that come with the program: SQL, templates, assets.
public enum ResourceFolder {
    /// The folder of that name: in `AFTERBELL_RESOURCES`, else beside the executable.
    ///
    /// The build folder is the executable's own folder, so tests find the same files.
    /// - Throws: ``ResourcesNotFound`` with the places that were looked at.
    public static func find(_ name: String) throws(ResourcesNotFound) -> URL {
        let places = places()
        for place in places {
            let folder = place.appending(path: name, directoryHint: .isDirectory)
            if FileManager.default.fileExists(atPath: folder.path) { return folder }
        }
        throw ResourcesNotFound(name: name, places: places.map(\.path))
    }

    private static func places() -> [URL] {
        if let stated = ProcessInfo.processInfo.environment["AFTERBELL_RESOURCES"], !stated.isEmpty {
            return [URL(filePath: stated, directoryHint: .isDirectory)]
        }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return [executable.deletingLastPathComponent()]
    }
}

/// A folder of files that come with the program was not found.
public struct ResourcesNotFound: Error, CustomStringConvertible {
    /// The folder looked for.
    public let name: String
    /// The places looked at.
    public let places: [String]

    /// What is missing and what to do about it.
    public var description: String {
        """
        The folder \(name) was not found in \(places.joined(separator: ", ")). \
        Set AFTERBELL_RESOURCES to the folder that holds it, or keep it beside the program.
        """
    }
}
