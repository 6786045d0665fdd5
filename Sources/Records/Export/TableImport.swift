internal import Domain
internal import Foundation
package import SQLite

/// Takes the lines of one table of an export, and names the first that cannot be or is not the one that was exported.
package struct TableImport {
    private let table: ExitTable
    private let path: String
    private let file: String
    private let forms: [ColumnForm]
    private let digests: LineDigests

    package init(
        _ name: String, _ folder: String, _ plan: HousePlan, _ dictionary: DataDictionary,
        _ db: borrowing Connection
    ) throws {
        table = try ExitTable(name, of: db)
        file = ExitFile.lines(name)
        path = "\(folder)/\(file)"
        forms = table.columns.map { ColumnForm(dictionary.meaning(of: $0.name, in: name), plan) }
        digests = try LineDigests(name, of: folder)
    }

    /// Writes one row.
    package func take(_ line: [UInt8], _ number: Int, _ db: borrowing Connection) throws {
        do {
            let values = try table.values(line)
            for (index, value) in values.enumerated() {
                if let fault = forms[index].fault(in: value) {
                    throw JSONFault(path: table.columns[index].name, fault)
                }
            }
            try db.insertRow(values, intoTable: table.name)
        } catch let fault as JSONFault {
            throw ImportError.line(file: file, number: number, what: fault.description)
        } catch let error as SQLiteError where !error.isStorageTrouble {
            throw ImportError.line(
                file: file, number: number, what: error.detail ?? "the database refuses it")
        }
        guard digests.fits(line, number: number) else { throw differs(number) }
    }

    /// After the last line: there are as many as were exported.
    package func finish(_ count: Int) throws {
        guard count == digests.count else { throw differs(count + 1) }
    }

    private func differs(_ number: Int) -> ImportError {
        let lines = FileManager.default.contents(atPath: path) ?? Data()
        let found = lines.split(separator: UInt8(ascii: "\n")).count
        let counted =
            found == digests.count
            ? "" : ": the file has \(found) lines, \(digests.count) were exported"
        return .line(
            file: file, number: number, what: "this is not the line that was exported\(counted)")
    }
}
