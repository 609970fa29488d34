import ArgumentParser
import Glibc
import Testing

@testable import afterbell

@Suite struct ServerSettingsTests {
    @Test func `what the environment leaves out is as usual`() throws {
        let settings = try ServerSettings(["AFTERBELL_CONNECTIONS": ""])

        #expect(settings.conninfo == "")
        #expect(settings.connections == 8)
        #expect(settings.preparedStatements == 256)
    }

    @Test func `the environment sets connections and prepared statements, and 0 switches those off`() throws {
        let settings = try ServerSettings([
            "AFTERBELL_DATABASE": "host=db", "AFTERBELL_CONNECTIONS": "40", "AFTERBELL_PREPARED_STATEMENTS": "0",
        ])

        #expect(settings.conninfo == "host=db")
        #expect(settings.connections == 40)
        #expect(settings.preparedStatements == 0)
    }

    @Test(arguments: [
        ("AFTERBELL_CONNECTIONS", "0"), ("AFTERBELL_CONNECTIONS", "1001"), ("AFTERBELL_CONNECTIONS", "many"),
        ("AFTERBELL_PREPARED_STATEMENTS", "-1"), ("AFTERBELL_PREPARED_STATEMENTS", "off"),
    ])
    func `a value that can't be is refused, and named`(name: String, value: String) throws {
        let error = #expect(throws: ValidationError.self) { try ServerSettings([name: value]) }

        #expect(error?.message.contains(name) == true)
        #expect(error?.message.contains(value) == true)
    }

    @Test func `a port that is taken or is none is told before anything is begun`() throws {
        let taken = try TakenPort()

        let inUse = #expect(throws: PortRefused.self) { try ListeningPort.check(taken.number) }
        let none = #expect(throws: PortRefused.self) { try ListeningPort.check(70_000) }

        #expect(inUse?.description.hasPrefix("Port \(taken.number) is in use.") == true)
        #expect(none?.description.contains("is no port") == true)
        let free = taken.number
        taken.give()
        try ListeningPort.check(free)
    }
}

/// A port that somebody listens on.
final class TakenPort {
    let number: Int
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) | listen(descriptor, 1) | getsockname(descriptor, $0, &length)
            }
        }
        try #require(status == 0)
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    func give() {
        close(descriptor)
    }
}
