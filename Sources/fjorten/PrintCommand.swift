internal import ArgumentParser
internal import Centre

/// `fjorten print`: files for the programs that stand around this one.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print a ready file for nginx or systemd.",
        discussion: """
            fjorten print nginx --server-name alkohol.example.dk > /etc/nginx/conf.d/fjorten.conf
            fjorten print systemd > /etc/systemd/system/fjorten.service
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

    func run() throws {
        let files = ServiceFiles(
            serverName: serverName, certificateFile: certificate,
            certificateKeyFile: certificateKey, socketPath: socketPath, program: binary, root: root)
        if let unsuitable = files.unsuitable {
            throw ValidationError("\(unsuitable.debugDescription) cannot stand in such a file.")
        }
        switch program {
        case .nginx: print(files.nginx, terminator: "")
        case .systemd: print(socket ? files.systemdSocket : files.systemdService, terminator: "")
        }
    }
}
