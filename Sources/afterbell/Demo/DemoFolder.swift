import Foundation

/// The folder `demo` with the made-up district: `AFTERBELL_DEMO`, else in the folder the program is run in.
enum DemoFolder {
    static func find() throws -> URL {
        let stated = ProcessInfo.processInfo.environment["AFTERBELL_DEMO"]
        let path = stated ?? FileManager.default.currentDirectoryPath + "/demo"
        guard FileManager.default.fileExists(atPath: path + "/demo.json") else {
            throw DemoFolderNotFound(path: path)
        }
        return URL(filePath: path)
    }
}

/// The demo district's files are not there.
struct DemoFolderNotFound: Error, CustomStringConvertible {
    let path: String

    var description: String {
        "There is no demo district in \(path). Run this in the folder of the source code, or set AFTERBELL_DEMO to its folder demo."
    }
}
