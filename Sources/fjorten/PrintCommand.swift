internal import ArgumentParser
internal import Centre

/// `fjorten print`: files for the programs that stand around this one.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print a ready file for nginx or systemd.",
        discussion: """
            fjorten print nginx --server-name alkohol.example.dk > /etc/nginx/conf.d/fjorten.conf
            fjorten print systemd --backup-every 24h --backup-to /srv/backup > /etc/systemd/system/fjorten.service
            fjorten print systemd --socket > /etc/systemd/system/fjorten.socket
            """)

    enum Program: String, ExpressibleByArgument, CaseIterable {
        case nginx, systemd
    }

    @Argument(help: "nginx or systemd.")
    var program: Program

    @Flag(help: "Of systemd, the socket unit; otherwise the service.")
    var socket = false

    @Option(help: .init("The name the site has on the network.", valueName: "NAME"))
    var serverName = "localhost"

    @Option(help: .init("The certificate nginx shows.", valueName: "FILE"))
    var certificate = "/etc/ssl/certs/fjorten.pem"

    @Option(help: .init("The certificate's key.", valueName: "FILE"))
    var certificateKey = "/etc/ssl/private/fjorten.key"

    @Option(help: .init("The socket between nginx and the program.", valueName: "PATH"))
    var socketPath = "/run/fjorten.sock"

    @Option(help: .init("Where the program is installed.", valueName: "FILE"))
    var binary = "/usr/local/bin/fjorten"

    @Option(help: .init("The folder that holds Public/ and Migrations/.", valueName: "DIR"))
    var root = "/usr/local/share/fjorten"

    @Option(
        help: .init(
            "Of systemd: where the service tells /metrics.", valueName: "unix:/run/NAME/FILE"))
    var metrics: String?

    @Option(
        help: .init(
            "Of systemd: back up so often (24h, 30m); needs --backup-to.", valueName: "TIME"))
    var backupEvery: TimeSpan?

    @Option(help: .init("Of systemd: the folder that holds the backups.", valueName: "DIR"))
    var backupTo: String?

    func validate() throws {
        guard (backupEvery == nil) == (backupTo == nil) else {
            throw ValidationError("--backup-every and --backup-to belong together.")
        }
    }

    func run() throws {
        var files = ServiceFiles(
            serverName: serverName, certificateFile: certificate,
            certificateKeyFile: certificateKey, socketPath: socketPath, program: binary, root: root)
        do {
            files.metricsSocket = try metrics.map(ServiceFiles.metricsSocket)
            if let backupEvery, let backupTo {
                files.backups = .init(every: backupEvery.text, folder: backupTo)
            }
            try files.check()
        } catch {
            throw ValidationError("\(error)")
        }
        switch program {
        case .nginx: print(files.nginx, terminator: "")
        case .systemd: print(socket ? files.systemdSocket : files.systemdService, terminator: "")
        }
    }
}
