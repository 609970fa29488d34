import ArgumentParser
import Postgres
import Schema
import WorkUnits
import Workload

/// Districts: make one, list them.
struct DistrictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "district", abstract: "Make and list districts.",
        subcommands: [Create.self, SetHost.self, List.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a district: its schema, its role, its place in the registry.")

        @Argument(help: "Short name: lower-case letters, digits and underscores.")
        var slug: String

        @Option(help: "The name on pages.")
        var name: String

        @Option(help: "IANA time zone, such as America/Los_Angeles.")
        var zone: String

        @Option(help: "Who runs the servers: district, union or third-party.")
        var runBy = "district"

        @Option(help: "Host name that leads to it. May be left out for the only district, which answers on any.")
        var host: String?

        func run() async throws {
            guard let runBy = District.RunBy(rawValue: runBy.replacing("-", with: "_")) else {
                throw ValidationError("--run-by is district, union or third-party.")
            }
            guard (try? SiteZone(zone)) != nil else {
                throw ValidationError("\(zone) is no IANA time zone. Write it like America/Los_Angeles.")
            }
            do {
                let district = District(
                    slug: try DistrictSlug(slug), name: name, host: host, zone: zone, runBy: runBy, isDemo: false)
                try await Migrator(OperatingOptions.adminOptions(), schema: Schema()).createDistrict(district)
                print("Made district \(slug). Next: afterbell import roster ZIP --district \(slug)")
            } catch {
                throw CommandFailure(error)
            }
        }
    }

    struct SetHost: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the host name that leads to a district.",
            discussion: "Needed before there is a second district.")

        @Argument(help: "The district's slug.")
        var slug: String

        @Argument(help: "Host name, such as hours.example.org.")
        var host: String

        func run() async throws {
            do {
                let migrator = Migrator(OperatingOptions.adminOptions(), schema: try Schema())
                try await migrator.setHost(of: DistrictSlug(slug), to: host)
                print("Set.")
            } catch {
                throw CommandFailure(error)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the districts.")

        func run() async throws {
            let database = Database(OperatingOptions.adminOptions(), pool: PoolOptions(size: 1))
            do {
                let districts = try await Districts(database).all()
                await database.close()
                if districts.isEmpty { print("There is no district yet.") }
                for district in districts {
                    print(
                        "\(district.slug.text)\t\(district.name)\t\(district.zone)\trun by \(district.runBy.rawValue)")
                }
            } catch {
                await database.close()
                throw CommandFailure(error)
            }
        }
    }
}
