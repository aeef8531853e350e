#if Web
internal import ArgumentParser
internal import Bookkeeping
internal import Dispatch
internal import EventLog
internal import Foundation
internal import Logging
internal import Synchronization
internal import Views
internal import Web
internal import Wording

/// The pages and the HTTP API.
struct ServeCommand: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(ServeHelp.serve, commandName: "serve") }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(ServeHelp.books)) var books: [String] = []
    @Option(help: ArgumentHelp(ServeHelp.host)) var host = "127.0.0.1"
    @Option(help: ArgumentHelp(ServeHelp.port)) var port = 8_080
    @Option(help: ArgumentHelp(ServeHelp.certificate)) var tlsCertificate: String?
    @Option(help: ArgumentHelp(ServeHelp.key)) var tlsKey: String?
    @Option(help: ArgumentHelp(ServeHelp.origin)) var address: String?

    mutating func validate() throws {
        guard (tlsCertificate == nil) == (tlsKey == nil) else { throw ValidationError(ServeHelp.certificateNeedsKey) }
        guard (0...65_535).contains(port) else { throw ValidationError(ServeHelp.portInvalid(port)) }
        if let address {
            guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host() != nil, url.path().isEmpty else {
                throw ValidationError(ServeHelp.originInvalid)
            }
        }
    }

    func run(in run: Run) throws {
        let paths = books.isEmpty ? [run.bookPath] : books
        for path in paths { try InputFile.requireBook(path) }
        let names = paths.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
        if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw Problem(.usage, code: "same-name", ServeHelp.sameName(name))
        }
        let sites = try Sites(books: paths, clock: Clock.now)
        let certificate = tlsCertificate.flatMap { chain in tlsKey.map { (chain: chain, key: $0) } }
        let options = Server.Options(host: host, port: port, certificate: certificate, origin: address)
        let logger = Logger(label: "minutebook") { StreamLogHandler.standardError(label: $0) }
        let console = run.console
        try Self.wait {
            try await Server.run(sites, options, logger: logger) { origin in
                for site in sites.all {
                    console.line(ServeHelp.serving(origin + site.prefix + "/"))
                    guard let link = try? site.firstLink() else { continue }
                    console.line(ServeHelp.firstLink(Site.firstAdministrator))
                    console.line(.plain(origin + site.prefix + link))
                }
                console.flush()
            }
        }
        try sites.close()
    }

    /// Runs what is asynchronous to its end: the main thread has nothing else to do.
    private static func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
        let done = DispatchSemaphore(value: 0)
        let result = Mutex<Result<Void, any Error>>(.success(()))
        Task {
            do { try await body() } catch { result.withLock { $0 = .failure(error) } }
            done.signal()
        }
        done.wait()
        try result.withLock { $0 }.get()
    }
}
#endif
