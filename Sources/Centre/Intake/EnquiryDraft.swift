internal import Crypto
internal import Domain
internal import Records
internal import Foundation

/// What lies in a draft (kladde): the answers before Send, only the receipt after it.
struct EnquiryDraft: Hashable, Sendable {
    static let minutesMax = 60
    static let receiptMinutesMax = 30

    var answers = EnquiryAnswers()
    /// In every form of this draft: another site's page cannot send in her name.
    var token = DraftKey.randomText()
    /// The ledger entry that Send will write; chosen now, so that sending twice writes once.
    var entryID = EntryID.random()
    /// Set by Send. From then on there are no answers here.
    var receipt: Receipt?
}

/// The key to one draft. Only the browser's cookie holds it; we keep a digest to find the row by.
struct DraftKey: Sendable {
    static let cookieName = "__Host-kladde"

    /// As the cookie holds it.
    let text: String

    static func random() -> DraftKey { DraftKey(text: randomText()) }

    /// 256 bits in letters a cookie may hold.
    static func randomText() -> String {
        Hex.text(RandomID.bytes(32))
    }

    private init(text: String) { self.text = text }

    /// Reads a cookie; nil for anything that is not 64 hexadecimal digits.
    init?(cookie: String?) {
        guard let cookie, cookie.utf8.count == 64,
            cookie.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        text = cookie
    }

    /// The draft's row. Knowing it opens nothing.
    var rowID: [UInt8] { Array(SHA256.hash(data: Data("draft id \(text)".utf8))) }

    private var sealingKey: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(text.utf8)),
            info: Data("fjorten draft body".utf8), outputByteCount: 32)
    }

    /// Seals the draft for its row.
    func seal(_ draft: EnquiryDraft) throws -> [UInt8] {
        let box = try AES.GCM.seal(
            JSONWriter.write(draft.json), using: sealingKey, authenticating: rowID)
        guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
        return Array(combined)
    }

    /// Opens a draft that was sealed with this key, for this row.
    func open(_ sealed: [UInt8]) throws -> EnquiryDraft {
        let box = try AES.GCM.SealedBox(combined: sealed)
        let bytes = Array(try AES.GCM.open(box, using: sealingKey, authenticating: rowID))
        return try EnquiryDraft(json: JSONReader.read(bytes))
    }
}

// MARK: JSON

extension EnquiryDraft {
    var json: JSONValue {
        var object = JSONObject()
        object.append("token", .string(token))
        object.append("entry", .string(entryID.formText))
        if let receipt {
            object.append("receipt", receipt.json)
        } else {
            object.append("answers", answers.json)
        }
        return .object(object)
    }

    init(json: JSONValue) throws {
        guard let object = json.object, let token = object["token"]?.string,
            let entry = object["entry"]?.string.flatMap(EntryID.init(formText:))
        else { throw StoredValueError(expected: "a draft") }
        self.token = token
        entryID = entry
        if let answers = object["answers"]?.object {
            self.answers = EnquiryAnswers(answers)
        }
        receipt = try object["receipt"]?.object.map { try Receipt($0) }
    }
}

extension EnquiryAnswers {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("concern", concern.map { .string($0.rawValue) })
        object.append("age", age.map { .string($0.rawValue) })
        object.append("wish", wish.map { .string($0.rawValue) })
        object.append("isPregnant", .bool(isPregnant))
        object.append("hasChildren", .bool(hasChildren))
        object.append("message", .string(message))
        object.append("contact", contact.map { .string($0.rawValue) })
        object.append("phone", .string(phone))
        object.append("mobile", .string(mobile))
        object.append("hours", .array(hours.map(\.rawValue).sorted().map(JSONValue.string)))
        object.append("isDiscreet", .bool(isDiscreet))
        object.append("alias", .string(alias))
        return .object(object)
    }

    fileprivate init(_ object: JSONObject) {
        concern = object["concern"]?.string.flatMap(Concern.init)
        age = object["age"]?.string.flatMap { AgeGroup(rawValue: $0) }
        wish = object["wish"]?.string.flatMap(Wish.init)
        isPregnant = object["isPregnant"]?.bool ?? false
        hasChildren = object["hasChildren"]?.bool ?? false
        message = object["message"]?.string ?? ""
        contact = object["contact"]?.string.flatMap { ContactWay(rawValue: $0) }
        phone = object["phone"]?.string ?? ""
        mobile = object["mobile"]?.string ?? ""
        hours = Set((object["hours"]?.array ?? []).compactMap { $0.string.flatMap(PartOfDay.init) })
        isDiscreet = object["isDiscreet"]?.bool ?? true
        alias = object["alias"]?.string ?? ""
    }
}

extension Receipt {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("code", .array(code.map(JSONValue.string)))
        object.append("contact", .string(contact.rawValue))
        object.append("isDiscreet", .bool(isDiscreet))
        object.append("audience", .string(audience.rawValue))
        object.append("promisedBy", .string(promisedBy.isoText))
        object.append("lastDay", lastDay.map { .string($0.isoText) })
        return .object(object)
    }

    fileprivate init(_ object: JSONObject) throws {
        guard let contact = object["contact"]?.string.flatMap({ ContactWay(rawValue: $0) }),
            let promisedBy = object["promisedBy"]?.string.flatMap({ CalendarDay(isoText: $0) })
        else { throw StoredValueError(expected: "a receipt") }
        code = (object["code"]?.array ?? []).compactMap(\.string)
        self.contact = contact
        isDiscreet = object["isDiscreet"]?.bool ?? true
        audience = object["audience"]?.string.flatMap { Audience(rawValue: $0) } ?? .adult
        self.promisedBy = promisedBy
        lastDay = object["lastDay"]?.string.flatMap { CalendarDay(isoText: $0) }
    }
}
