import ArgumentParser
import Evidence
import Foundation
import Postgres
import Schema
import WorkUnits
import Workload
import WorkloadWeb

/// A made-up district on a PostgreSQL of its own, served on this machine.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a private PostgreSQL, load a made-up district, and serve it on this machine.",
        discussion: "Data survive a restart. Ctrl-C stops both.")

    @Option(help: "Port to listen on.")
    var port = 8080

    @Option(help: "Folder for the data. Left out: .afterbell here, or one in /var/lib/afterbell.")
    var folder: String?

    @Flag(help: "Delete what is there and start over.")
    var fresh = false

    func run() async throws {
        do {
            try await StopSignals.cancelling { try await startAndServe() }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw CommandFailure(error)
        }
    }

    /// All that can be wrong with what was asked comes first; then the cluster, which stops whatever happens.
    private func startAndServe() async throws {
        let files = try DemoFolder.find()
        let file = try DemoFile(folder: files)
        try ListeningPort.check(port)
        let cluster = try await PrivateCluster.start(folder: folder, fresh: fresh, progress: Self.say)
        do {
            // Keys and last checkpoint of a log that is no more.
            for path in [cluster.keys, cluster.folder + "/others"] where fresh {
                try? FileManager.default.removeItem(atPath: path)
            }
            try await load(file, from: files, into: cluster)
            try await serve(file, from: cluster)
            await cluster.stop()
        } catch {
            if Task.isCancelled { Self.say("Stopping") }
            await cluster.stop()
            throw error
        }
    }

    private func load(_ file: DemoFile, from files: URL, into cluster: PrivateCluster) async throws {
        try Task.checkCancellation()
        let admin = ConnectionOptions(cluster.conninfo())
        Self.say("Bringing the database up to date")
        let migrator = Migrator(admin, schema: try Schema())
        _ = try await migrator.migrate()
        let district = District(
            slug: try DistrictSlug(file.district.slug), name: file.district.name, host: nil, zone: file.district.zone,
            runBy: .district, isDemo: true)
        do {
            try await migrator.createDistrict(district)
        } catch let error as WorkloadError where error.kind == .conflict {}

        let operating = Database(admin, pool: PoolOptions(size: 4, timeLimit: nil))
        try await DemoLoader(
            file: file, folder: files, database: operating, district: district, now: .now, progress: Self.say
        ).load()
        try await beginLog(of: district, operating, in: cluster)
        await operating.close()
    }

    /// The demo's log begins once, and is sealed up to here.
    private func beginLog(of district: District, _ database: Database, in cluster: PrivateCluster) async throws {
        let sealer = Sealer(database, district: district, keys: cluster.keys)
        if try await sealer.keys.all().isEmpty {
            Self.say("Making the keys of the evidence log")
            guard let origin = KeyName("afterbell.example/\(district.slug.text)") else { return }
            try await sealer.begin(origin: origin)
        }
    }

    private func serve(_ file: DemoFile, from cluster: PrivateCluster) async throws {
        try Task.checkCancellation()
        let database = Database(ConnectionOptions(cluster.conninfo(user: "afterbell_server")))
        var serving = try Serving(database: database, host: "127.0.0.1", port: port)
        serving.site.isSecure = false
        serving.site.demoPeople = file.accounts.map {
            .init(account: $0.sign_in_name, name: $0.name, role: $0.position, password: DemoLoader.password)
        }
        serving.keys = cluster.keys
        let operating = Database(ConnectionOptions(cluster.conninfo()), pool: PoolOptions(size: 2))
        serving.isReady = { [port] in Self.announce(file, port: port) }
        try await WitnessClient.withHTTP { [serving] http in
            var serving = serving
            serving.sealing =
                SealingServices(
                    sealers: { [keys = cluster.keys] in
                        try await Districts(operating).all().map { Sealer(operating, district: $0, keys: keys) }
                    }, http: http, logger: Serving.logger()
                ).all
            for district in try await Districts(operating).all() where district.slug.text == file.district.slug {
                serving.sealing.append(
                    DemoWitnesses(
                        sealer: Sealer(operating, district: district, keys: cluster.keys),
                        folder: cluster.folder + "/others",
                        logger: Serving.logger()))
            }
            try await serving.run()
        }
        await operating.close()
        await database.close()
    }

    private static func say(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }

    private static func announce(_ file: DemoFile, port: Int) {
        say("\nServing \(file.district.name) (made up) at http://127.0.0.1:\(port)")
        say("Sign in with a button on the first page, or with password \(DemoLoader.password) as:")
        for account in file.accounts {
            let name = account.sign_in_name.padding(toLength: 44, withPad: " ", startingAt: 0)
            say("  \(name)\(account.name), \(account.position)")
        }
        say("Ctrl-C stops it. The data stay; --fresh starts over.")
    }
}
