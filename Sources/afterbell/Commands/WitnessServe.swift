import ArgumentParser
import Evidence
import Foundation

extension WitnessCommand {
    /// A witness that logs ask over HTTP.
    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer requests to cosign, over HTTP.",
            discussion: """
                Speaks C2SP tlog-witness: POST /add-checkpoint, and GET /HASH/checkpoint for what was cosigned last. Put a \
                TLS proxy in front if others than this machine ask. What is cosigned is on the disk before it is answered.
                """)

        @OptionGroup var options: WitnessOptions

        @Option(help: "Address to listen on.")
        var host = "127.0.0.1"

        @Option(help: "Port to listen on.")
        var port = 8081

        func run() async throws {
            do {
                try await StopSignals.cancelling { try await serve() }
            } catch let code as ExitCode {
                throw code
            } catch let error as ValidationError {
                throw error
            } catch {
                throw CommandFailure(error)
            }
        }

        private func serve() async throws {
            try ListeningPort.check(port)
            let (witness, desk) = try options.open()
            let serving = WitnessServing(
                witness: witness, desk: desk, host: host, port: port, logger: Serving.logger())
            try await serving.run { port in
                let key = witness.verifier
                let text = "Witness \(key.name.text) listens at http://\(host):\(port)\n\(key)\n"
                FileHandle.standardOutput.write(Data(text.utf8))
            }
        }
    }
}
