import ArgumentParser
import Foundation
import Workload

/// Accounts: open, reset, disable, grant a role, end one.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Open, reset and disable accounts; grant and end roles.",
        subcommands: [Create.self, Reset.self, Disable.self, GrantRole.self, EndRole.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open an account and print its first password.",
            discussion:
                "For a person of the roster by employee number, or for somebody else by sign-in and display name.")

        @OptionGroup var operating: OperatingOptions

        @Option(help: "Employee number of the person on the roster.")
        var employee: String?

        @Option(help: "Sign-in name; for a person of the roster their e-mail if left out.")
        var signIn: String?

        @Option(help: "Name on pages, for somebody who is not on the roster.")
        var name: String?

        @Flag(help: "Read the password from standard input instead of making one.")
        var passwordStdin = false

        func run() async throws {
            let password = try FirstPassword(readsInput: passwordStdin)
            try await operating.withDistrict { database, district in
                try await AccountBook(database, district: district).open(
                    name: signIn, employeeNumber: employee, displayName: name, password: password.text)
            }
            print("Opened." + password.words)
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a new password, end the account's sessions, and let it in again if it was disabled.")

        @OptionGroup var operating: OperatingOptions

        @Argument(help: "Sign-in name.")
        var signIn: String

        @Flag(help: "Read the password from standard input instead of making one.")
        var passwordStdin = false

        func run() async throws {
            let password = try FirstPassword(readsInput: passwordStdin)
            try await operating.withDistrict { database, district in
                try await AccountBook(database, district: district).reset(name: signIn, password: password.text)
            }
            print("Reset." + password.words)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep an account from signing in and end its sessions. What it recorded stays.")

        @OptionGroup var operating: OperatingOptions

        @Argument(help: "Sign-in name.")
        var signIn: String

        func run() async throws {
            try await operating.withDistrict { database, district in
                try await AccountBook(database, district: district).disable(name: signIn)
            }
            print("Disabled.")
        }
    }
}

/// A password from standard input, or a new one that is printed.
private struct FirstPassword {
    let text: String
    let words: String

    init(readsInput: Bool) throws {
        if readsInput {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw ValidationError("No password came in on standard input.")
            }
            text = line
            words = ""
        } else {
            text = OneTimePassword().text
            words = " The password is \(text). Hand it over in person; it is not shown again."
        }
    }
}
