internal import Domain
internal import Foundation
internal import HTML
internal import Records

/// A letter as Digital Post takes it: a MeMo message in the request that Serviceplatformen's "Afsend post" (SF1601) knows.
///
/// Its label says that there is a letter, never what it is about: it stands on a locked telephone.
struct MeMo {
    /// The letter as a page of its own, the same that is read on the screen and on paper.
    let page: HTML
    let recipient: CPRNumber
    /// The municipality's CVR number, eight digits.
    let senderCVR: String
    let sender: String
    /// It sets a deadline, so Digital Post notes that it was delivered.
    let isLegalNotification: Bool
    let id: EntryID
    let createdAt: Instant

    /// The message as UTF-8.
    var bytes: [UInt8] {
        let content = Data(page.bytes).base64EncodedString()
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kombi_request>
              <KombiValgKode>Digital Post</KombiValgKode>
              <memo:Message xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.1" \
            memoSchVersion="1.1.0">
                <memo:MessageHeader>
                  <memo:messageType>DIGITALPOST</memo:messageType>
                  <memo:messageUUID>\(uuid)</memo:messageUUID>
                  <memo:label>\(Self.escaped("Brev fra \(sender)"))</memo:label>
                  <memo:mandatory>false</memo:mandatory>
                  <memo:legalNotification>\(isLegalNotification)</memo:legalNotification>
                  <memo:Sender>
                    <memo:senderID>\(Self.escaped(senderCVR))</memo:senderID>
                    <memo:idType>CVR</memo:idType>
                    <memo:label>\(Self.escaped(sender))</memo:label>
                  </memo:Sender>
                  <memo:Recipient>
                    <memo:recipientID>\(recipient.compact)</memo:recipientID>
                    <memo:idType>CPR</memo:idType>
                  </memo:Recipient>
                </memo:MessageHeader>
                <memo:MessageBody>
                  <memo:createdDateTime>\(createdAt.wholeSecond.rfc3339)</memo:createdDateTime>
                  <memo:MainDocument>
                    <memo:File>
                      <memo:encodingFormat>text/html</memo:encodingFormat>
                      <memo:filename>brev.html</memo:filename>
                      <memo:language>da</memo:language>
                      <memo:content>\(content)</memo:content>
                    </memo:File>
                  </memo:MainDocument>
                </memo:MessageBody>
              </memo:Message>
            </kombi_request>

            """.utf8)
    }

    /// The same letter has the same id, however often its file is fetched: whoever receives it twice can tell.
    private var uuid: String {
        let digits = String(id.rawValue, radix: 16)
        let hex = Array(String(repeating: "0", count: max(0, 16 - digits.count)) + digits)
        func part(_ range: Range<Int>) -> String { String(hex[range]) }
        return "\(part(0..<8))-\(part(8..<12))-4\(part(12..<15))-8\(part(15..<16))00-000000000000"
    }

    /// A text inside an element: by bytes, as everywhere.
    private static func escaped(_ text: String) -> String { HTML(escaping: text).text }
}
