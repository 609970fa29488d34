import Testing

@testable import Workload

@Suite struct HostNameTests {
    @Test(arguments: [
        ("hours.example.org", "hours.example.org"), ("Hours.Example.ORG:8080", "hours.example.org"),
        ("hours.example.org.", "hours.example.org"), ("localhost:8080", "localhost"), ("192.0.2.7:80", "192.0.2.7"),
        ("[::1]:8080", "::1"), ("[2001:DB8::7]", "2001:db8::7"), ("hours.example.org:", "hours.example.org"),
    ])
    func `an authority names its host without the port, in lower case`(authority: String, host: String) {
        #expect(HostName(authority: authority)?.text == host)
    }

    @Test(arguments: [
        "", ".", ":8080", "[::1", "[::1]x", "[]", "[host]", "host:80x", "a b", "a/b", "host:1:2", "::1", "user@host",
        "é.org",
    ])
    func `what names no host is none`(authority: String) {
        #expect(HostName(authority: authority) == nil)
    }
}
