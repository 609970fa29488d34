import ArgumentParser
import Foundation
import WorkUnits
import Workload

extension AccountCommand {
    struct GrantRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grant", abstract: "Grant a role. Granting the same again changes nothing.",
            discussion: RoleArguments.roles)

        @OptionGroup var operating: OperatingOptions
        @OptionGroup var chosen: RoleArguments

        @Option(help: "First day, as 2026-08-20; today if left out.")
        var from: String?

        @Option(help: "Last day, as 2027-06-30; no end if left out.")
        var until: String?

        func run() async throws {
            let dates = RoleDates(from: try day(from, "--from"), until: try day(until, "--until"))
            try await operating.withDistrict { database, district in
                try await AccountBook(database, district: district).grant(
                    chosen.scope, on: dates, to: chosen.signIn, by: "operator \(NSUserName())")
            }
            print("Granted.")
        }

        private func day(_ text: String?, _ option: String) throws -> CivilDate? {
            guard let text else { return nil }
            guard let day = CivilDate(text) else {
                throw ValidationError("\(option) is a day, written like 2026-08-20.")
            }
            return day
        }
    }

    struct EndRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end-role", abstract: "End a role at once. That it was granted stays on record.",
            discussion: "Name the scope as when it was granted. \(RoleArguments.roles)")

        @OptionGroup var operating: OperatingOptions
        @OptionGroup var chosen: RoleArguments

        func run() async throws {
            try await operating.withDistrict { database, district in
                try await AccountBook(database, district: district).end(chosen.scope, of: chosen.signIn)
            }
            print("Ended.")
        }
    }
}

/// Whose role, which, and where.
struct RoleArguments: ParsableArguments {
    static let roles = """
        Roles: site_reviewer (with --site), union_representative (with --unit), hr (all units, or --unit), \
        incident_administrator, auditor.
        """

    @Argument(help: "Sign-in name.")
    var signIn: String

    @Argument(help: "The role.")
    var role: String

    @Option(help: "Name, number or roster key of a site.")
    var site: String?

    @Option(help: "Code of a bargaining unit.")
    var unit: String?

    var scope: RoleScope { RoleScope(role: role, site: site, unit: unit) }
}
