import Glibc

/// The operating system refused something about a file.
struct SystemRefusal: Error, Equatable, CustomStringConvertible {
    let description: String
    /// Whether it refused because there is nothing at the path.
    let isMissing: Bool

    /// - Parameter number: the error number; left out, the one of the call before.
    init(_ action: String, _ path: String, number: Int32 = errno) {
        description = "Could not \(action) \(path): \(String(cString: strerror(number)))."
        isMissing = number == ENOENT
    }
}
