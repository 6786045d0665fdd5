internal import ArgumentParser
internal import Centre
internal import Records

/// `fjorten backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, while it is served, into a folder of its own.",
        discussion: """
            The copy is of one moment, is checked, and gets a manifest: its digest, schema, row counts and \
            where the audit log ended. It never holds a key. Back up the key file and the case keys beside \
            it (<key> and <key>.cases) on their own, newest copy only: that is what makes an erased case \
            unreadable in every older backup too. DEST lies outside the data folder.

              fjorten backup --data /var/lib/fjorten /srv/backup --gzip --keep 14
            """)

    @OptionGroup var centre: CentreOptions

    @Argument(help: .init("The folder that holds the backups.", valueName: "DEST"))
    var destination: String

    @Flag(help: "Compress the copy.")
    var gzip = false

    @Option(
        help: .init(
            "Keep the newest N backups that this program made, and remove older ones.",
            valueName: "N"))
    var keep: Int?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep needs a number of at least 1.") }
    }

    func run() throws {
        try inPlainWords {
            let house = try Commands.open(centre.configuration, clock: .ofTheMachine)
            defer { house.close() }
            let report = try house.backUp(to: destination, compressed: gzip, keep: keep)
            print("\(report.folder): \(report.rowCount) rows, \(report.byteCount) bytes, checked.")
            for name in report.removed { print("Removed \(name).") }
        }
    }
}

/// `fjorten restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a backup back into an empty data folder, and prove it.",
        discussion: """
            Never overwrites. The copy is compared with its manifest, its pages, references, row counts and \
            audit log are checked, its key is tried, and cases that were erased since are erased again; only \
            then does it get its name. Give the newest key file and case keys.

              fjorten restore /srv/backup/fjorten-20260302T090000Z-1f2e3d4c --data NEWDIR --key FILE
            """)

    @OptionGroup var centre: CentreOptions

    @Argument(help: .init("The backup's own folder.", valueName: "BACKUP"))
    var backup: String

    func run() throws {
        try inPlainWords {
            let report = try Commands.restore(
                backup, centre.configuration, clock: .ofTheMachine)
            print(
                "Restored \(counted(report.rowCount, "row", "rows")) as they were at \(report.madeAt)."
            )
            print("The audit log is whole, \(counted(report.chainLength, "entry", "entries")).")
            switch report.lostEntryCount ?? 0 {
            case 0: break
            case 1: print("Not in this backup: what the last entry of the log speaks of.")
            case let lost:
                print("Not in this backup: what the last \(lost) entries of the log speak of.")
            }
            for fault in report.proofFaults { print("WRONG  \(fault)") }
            if report.erasedCount > 0 {
                let cases = counted(report.erasedCount, "case", "cases")
                print("Erased again, since they were after the backup: \(cases).")
            }
            if report.pendingCount > 0 { print("Now run: fjorten migrate") }
        }
    }
}
