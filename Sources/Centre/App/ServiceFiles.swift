/// The files that put the program behind a proxy and under a service manager, for given settings.
public struct ServiceFiles: Sendable {
    /// The name the site has on the network.
    public var serverName: String
    /// The certificate and its key, as nginx reads them.
    public var certificateFile: String
    /// The certificate's key.
    public var certificateKeyFile: String
    /// The Unix socket between the proxy and the program.
    public var socketPath: String
    /// The program file.
    public var program: String
    /// The folder that holds `Public/` and `Migrations/`.
    public var root: String

    /// Settings for a machine with one centre.
    public init(
        serverName: String, certificateFile: String, certificateKeyFile: String,
        socketPath: String, program: String, root: String
    ) {
        self.serverName = serverName
        self.certificateFile = certificateFile
        self.certificateKeyFile = certificateKeyFile
        self.socketPath = socketPath
        self.program = program
        self.root = root
    }

    /// A setting that would mean something else in the file it is written into; nil when all are plain.
    public var unsuitable: String? {
        [serverName, certificateFile, certificateKeyFile, socketPath, program, root].first {
            $0.isEmpty
                || !$0.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                        || (0x61...0x7A).contains(byte) || "/._-:".utf8.contains(byte)
                }
        }
    }

    /// An nginx site: TLS, nothing logged about who came, and the client's address told to the program alone.
    public var nginx: String {
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
            return 301 https://$host$request_uri;
        }

        server {
            listen 443 ssl http2;
            listen [::]:443 ssl http2;
            server_name \(serverName);

            ssl_certificate \(certificateFile);
            ssl_certificate_key \(certificateKeyFile);
            ssl_protocols TLSv1.2 TLSv1.3;
            ssl_session_cache shared:fjorten:2m;
            ssl_session_tickets off;

            # Who visits an alcohol treatment centre's pages is nobody's business: no log holds an address.
            access_log off;
            error_log /var/log/nginx/fjorten-error.log crit;
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
                # A large export is passed on as it comes and never lies in a file of nginx's.
                proxy_max_temp_file_size 0;
            }
        }

        """
    }

    /// The socket unit: systemd holds the socket, so a restart refuses nobody.
    public var systemdSocket: String {
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
    public var systemdService: String {
        """
        # Written by `fjorten print systemd`. Belongs in /etc/systemd/system/fjorten.service
        # The data lies in /var/lib/fjorten and the keys apart from it in /var/lib/fjorten-keys: back them up apart.
        [Unit]
        Description=Fjorten
        Requires=fjorten.socket
        After=fjorten.socket

        [Service]
        Type=notify
        ExecStart=\(program) serve --data /var/lib/fjorten/data --key /var/lib/fjorten-keys/fjorten.key --root \(root)
        DynamicUser=yes
        User=fjorten
        StateDirectory=fjorten fjorten-keys
        StateDirectoryMode=0700
        UMask=0077
        Restart=on-failure
        RestartSec=2
        TimeoutStopSec=30
        LimitNOFILE=16384

        \(Self.confinement)

        [Install]
        WantedBy=multi-user.target

        """
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
