public import Foundation

/// Samples and oracles of other projects, which stand beside the repository and not in it.
public enum SharedFolder {
    /// The folder that `AFTERBELL_SHARED` names, else `shared` beside the repository.
    public static let url =
        ProcessInfo.processInfo.environment["AFTERBELL_SHARED"].map { URL(filePath: $0) }
        ?? URL(filePath: #filePath).appending(path: "../../../../shared").standardizedFileURL
}
