/// The name or address of a host without its port, in lower case: names of hosts are the same in either case.
public struct HostName: Sendable, Hashable {
    /// `hours.example.org`, `192.0.2.7` or `2001:db8::7`.
    public let text: String

    /// The host of an authority as a request names it: `Hours.Example.org:8080`, `[2001:db8::7]:8080`.
    ///
    /// Nil when there is none: empty, brackets left open, anything but digits for a port, or a sign no name has.
    public init?(authority: String) {
        var name = authority.lowercased()[...]
        var port = Substring()
        if name.first == "[" {
            guard let end = name.firstIndex(of: "]") else { return nil }
            port = name[name.index(after: end)...]
            name = name[name.index(after: name.startIndex)..<end]
            guard name.contains(":") else { return nil }
        } else if let colon = name.firstIndex(of: ":") {
            port = name[colon...]
            name = name[..<colon]
        }
        guard port.isEmpty || port.first == ":" && port.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        // A dot at the end says that the name is whole; it is the same name.
        if name.last == "." { name = name.dropLast() }
        let isPlain = name.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || [UInt8](".:-".utf8).contains(byte)
        }
        guard !name.isEmpty, isPlain, name.first != ".", name.last != "." else { return nil }
        text = String(name)
    }
}
