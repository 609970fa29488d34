import FoundationEssentials
import Glibc
import Testing

@testable import Postgres

/// A second server, which listens on 127.0.0.1 with TLS and a certificate that it signed itself, refuses connections
/// without TLS there, and starts every transaction read-only.
struct SecondCluster {
    let folder: String
    let port: Int
    let password: String

    /// Connection options by TCP, with the password.
    var network: ConnectionOptions {
        ConnectionOptions("host=127.0.0.1 port=\(port) user=postgres dbname=postgres password=\(password)")
    }

    /// Makes the cluster and starts it; takes some seconds.
    static func start() throws -> SecondCluster {
        let cluster = SecondCluster(
            folder: "/tmp/afterbell-second-\(UUID().uuidString.prefix(8))", port: Int.random(in: 40_000..<60_000),
            password: UUID().uuidString)
        let status = run(cluster.startScript)
        try #require(status == 0, "the second cluster didn't start")
        return cluster
    }

    func stop() {
        _ = run(
            """
            \(Self.preamble)
            as_server "$bin/pg_ctl" stop -s -m immediate -D '\(folder)/data'
            rm -rf '\(folder)'
            """)
    }

    private static let preamble = """
        set -e; cd /
        bin='\(getenv("AFTERBELL_PG_BIN").map { String(cString: $0) } ?? "/usr/lib/postgresql/15/bin")'
        as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        """

    private var startScript: String {
        """
        \(Self.preamble)
        mkdir -m 700 '\(folder)'
        printf '%s' '\(password)' > '\(folder)/password'
        if [ "$(id -u)" = 0 ]; then chown -R postgres: '\(folder)'; fi
        as_server "$bin/initdb" -D '\(folder)/data' -U postgres --pwfile='\(folder)/password' --auth=scram-sha-256 \
            --encoding=UTF8 --locale=C.UTF-8 --no-sync > '\(folder)/log' 2>&1
        as_server openssl req -new -x509 -days 2 -nodes -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 \
            -keyout '\(folder)/data/server.key' -out '\(folder)/data/server.crt' 2>> '\(folder)/log'
        as_server chmod 600 '\(folder)/data/server.key'
        cat >> '\(folder)/data/postgresql.conf' <<SETTINGS
        listen_addresses = '127.0.0.1'
        port = \(port)
        unix_socket_directories = '\(folder)'
        ssl = on
        fsync = off
        default_transaction_read_only = on
        SETTINGS
        echo 'hostssl all all 127.0.0.1/32 scram-sha-256' > '\(folder)/data/pg_hba.conf'
        as_server "$bin/pg_ctl" start -s -w -D '\(folder)/data' -l '\(folder)/server.log' >> '\(folder)/log' 2>&1
        """
    }
}

/// Runs a script in an empty environment and returns how it ended, 0 for well.
private func run(_ script: String) -> Int32 {
    var process = pid_t()
    let words: [String] = ["/bin/bash", "-c", script]
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    guard posix_spawn(&process, "/bin/bash", nil, nil, pointers, [nil]) == 0 else { return -1 }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
}
