/// The files that put the program behind a proxy and under a service manager, for given settings.
package struct ServiceFiles: Sendable {
    /// The name the site has on the network.
    package var serverName: String
    /// The certificate and its key, as nginx reads them.
    package var certificateFile: String
    /// The certificate's key.
    package var certificateKeyFile: String
    /// The Unix socket between the proxy and the program.
    package var socketPath: String
    /// The program file.
    package var program: String
    /// The folder that holds `Public/` and `Migrations/`.
    package var root: String
    /// The Unix socket where the figures are told; nil for nowhere.
    package var metricsSocket: String?
    /// How often to back up, and where to; nil for never.
    package var backups: Backups?

    /// Backups by the service.
    package struct Backups: Sendable {
        /// As it is typed: `24h`.
        package var every: String
        /// The folder that holds them.
        package var folder: String

        /// Backups this often, into a folder.
        package init(every: String, folder: String) {
            self.every = every
            self.folder = folder
        }
    }

    /// Settings for a machine with one centre.
    package init(
        serverName: String, certificateFile: String, certificateKeyFile: String,
        socketPath: String, program: String, root: String
    ) {
        self.serverName = serverName.lowercased()
        self.certificateFile = certificateFile
        self.certificateKeyFile = certificateKeyFile
        self.socketPath = socketPath
        self.program = program
        self.root = root
    }

    /// An nginx site: TLS, nothing logged about who came, and the client's address told to the program alone.
    package var nginx: String {
        """
        # Written by `fjorten print nginx`. Belongs in /etc/nginx/conf.d/.
        upstream fjorten {
            server unix:\(socketPath);
            keepalive 16;
        }

        server {
            listen 80;
            listen [::]:80;
            server_name \(serverName);
            access_log off;
            error_log /dev/null emerg;
            # Whoever asks for another name may be sent nowhere in ours: the connection is closed.
            if ($host != \(serverName)) { return 444; }
            return 301 https://\(serverName)$request_uri;
        }

        server {
            listen 443 ssl http2;
            listen [::]:443 ssl http2;
            server_name \(serverName);
            if ($host != \(serverName)) { return 444; }

            ssl_certificate \(certificateFile);
            ssl_certificate_key \(certificateKeyFile);
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_session_cache shared:fjorten:2m;
            ssl_session_tickets off;

            # Who visits an alcohol treatment centre's pages is nobody's business: no log holds an address or what was
            # asked. nginx writes both with every error of a request, so there are none of these either: what goes
            # wrong behind it stands in the program's own log.
            access_log off;
            error_log /dev/null emerg;
            server_tokens off;

            # The program refuses by its own limits; this only keeps nginx from refusing sooner.
            client_max_body_size 32m;
            client_body_timeout 30s;
            client_header_timeout 10s;

            location / {
                proxy_pass http://fjorten;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host $host;
                # One address, the one nginx saw: what the client claims of itself is dropped.
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header Expect "";
                proxy_read_timeout 130s;
                # Neither what a citizen writes nor a large export ever lies in a file of nginx's: both are passed on
                # as they come.
                proxy_request_buffering off;
                proxy_max_temp_file_size 0;
            }
        }

        """
    }

    /// The socket unit: systemd holds the socket, so a restart refuses nobody.
    package var systemdSocket: String {
        """
        # Written by `fjorten print systemd --socket`. Belongs in /etc/systemd/system/fjorten.socket
        [Unit]
        Description=Fjorten's socket

        [Socket]
        ListenStream=\(socketPath)
        SocketMode=0660
        SocketGroup=www-data
        Backlog=1024

        [Install]
        WantedBy=sockets.target

        """
    }

    /// The service unit: no network, no devices, no other files than its own.
    package var systemdService: String {
        """
        # Written by `fjorten print systemd`. Belongs in /etc/systemd/system/fjorten.service
        # The data lies in /var/lib/fjorten and the keys apart from it in /var/lib/fjorten-keys: back them up apart.
        [Unit]
        Description=Fjorten
        Requires=fjorten.socket
        After=fjorten.socket

        [Service]
        Type=notify
        ExecStart=\(command)
        DynamicUser=yes
        User=fjorten
        StateDirectory=fjorten fjorten-keys
        StateDirectoryMode=0700
        UMask=0077
        Restart=on-failure
        RestartSec=2
        TimeoutStopSec=30
        LimitNOFILE=16384
        \(ownPlaces)
        \(Self.confinement)

        [Install]
        WantedBy=multi-user.target

        """
    }

    private var command: String {
        var words = [
            program, "serve", "--data /var/lib/fjorten/data",
            "--key /var/lib/fjorten-keys/fjorten.key", "--root \(root)",
        ]
        if let metricsSocket { words.append("--metrics unix:\(metricsSocket)") }
        if let backups {
            words.append("--backup-every \(backups.every) --backup-to \(backups.folder)")
        }
        return words.joined(separator: " ")
    }

    /// What the service may write besides its state.
    private var ownPlaces: String {
        var lines = ""
        if let metricsSocket {
            lines += "RuntimeDirectory=\(Self.folder(of: metricsSocket).dropFirst(5))\n"
        }
        if let backups {
            lines += """
                # Before the first start: useradd --system fjorten; install -d -o fjorten -m 0700 \(backups.folder)
                ReadWritePaths=\(backups.folder)

                """
        }
        return lines
    }

    static func folder(of path: String) -> Substring {
        path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    }

    private static let confinement = """
        AmbientCapabilities=
        CapabilityBoundingSet=
        DevicePolicy=closed
        IPAddressDeny=any
        KeyringMode=private
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        NoNewPrivileges=yes
        NotifyAccess=main
        PrivateDevices=yes
        PrivateIPC=yes
        PrivateNetwork=yes
        PrivateTmp=yes
        PrivateUsers=yes
        ProcSubset=pid
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHome=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        ProtectSystem=strict
        RemoveIPC=yes
        RestrictAddressFamilies=AF_UNIX
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallErrorNumber=EPERM
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources @mount @swap @reboot @raw-io @obsolete @debug @cpu-emulation @module @clock
        """
}
