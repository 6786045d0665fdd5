import Domain
import Foundation
import FoundationXML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("A letter for Digital Post")
struct MeMoTests {
    private static let cpr = "0101585006"
    private static let letter = EntryID(4_711)

    private func house(cpr: String? = cpr, cvr: String? = "11111111") throws -> (TestHouse, CaseRef)
    {
        let house = try TestHouse(cvr: cvr)
        let received = ReceivedEnquiry.test(receivedAt: house.now, name: "Grethe & Gran")
        var person = received.person
        person.cpr = cpr.flatMap { CPRNumber($0) }
        let ref = try house.register(
            ReceivedEnquiry(
                receivedAt: house.now, wish: .treatment, by: .`self`, channel: .phone,
                isAnonymous: false, person: person, text: ""), house.context(.reception))
        try house.act(.consultant, Propose(), on: ref)
        try house.act(.leader, Decide.refused(), on: ref, id: Self.letter)
        return (house, ref)
    }

    private func address(_ ref: CaseRef) -> String {
        "/sager/\(ref.number)/breve/\(Self.letter.formText)"
    }

    @Test(
        "is the letter as it is read, under a label that tells nothing; the log says that it left")
    func message() throws {
        let (house, ref) = try house()
        let visitor = try Visitor(house, as: .leader)
        let page = try visitor.get(address(ref)).text
        #expect(page.contains("\(address(ref))/digital-post"))
        let exported = try house.logCount(.exported)
        let file = try visitor.get("\(address(ref))/digital-post")
        #expect(file.status == 200)
        #expect(file["Content-Disposition"]?.contains("attachment") == true)
        #expect(try house.logCount(.exported) == exported + 1)
        for part in [
            "<memo:recipientID>0101585006</memo:recipientID>",
            "<memo:senderID>11111111</memo:senderID>",
            "<memo:legalNotification>true</memo:legalNotification>",
            "<memo:label>Brev fra Lyngby-Taarbæk Kommune</memo:label>",
        ] {
            #expect(file.text.contains(part), "\(part)")
        }
        let outside = file.text.split(separator: "<memo:content>")[0]
        for word in ["afslag", "Afgørelse", "behandling", "alkohol", "Grethe"] {
            #expect(!outside.contains(word), "\(word)")
        }
        // The same words as on the page.
        let content = try #require(file.text.firstMatch(of: #/<memo:content>([^<]*)</#)?.1)
        let inside = String(
            decoding: try #require(Data(base64Encoded: String(content))), as: UTF8.self)
        let start = try #require(page.firstRange(of: "<article class=\"letter\""))
        let article = page[start.lowerBound...].components(separatedBy: "</article>")[0]
        #expect(inside.contains(article))
        #expect(article.contains("Grethe"))
    }

    @Test("is XML that an independent reader takes")
    func wellFormed() throws {
        let (house, ref) = try house()
        let file = try Visitor(house, as: .leader).get("\(address(ref))/digital-post")
        let parser = XMLParser(data: Data(file.bytes))
        parser.shouldProcessNamespaces = true
        let seen = Elements()
        parser.delegate = seen
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(seen.names.first == "kombi_request")
        #expect(
            seen.names.filter { ["Message", "MessageHeader", "MessageBody", "File"].contains($0) }
                == ["Message", "MessageHeader", "MessageBody", "File"])
        #expect(seen.namespaces == ["", "https://DigitalPost.dk/MeMo-1"])
    }

    /// What an XML reader meets, in order.
    private final class Elements: NSObject, XMLParserDelegate {
        var names: [String] = []
        var namespaces: Set<String> = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            names.append(name)
            namespaces.insert(namespaceURI ?? "")
        }
    }

    @Test("is not made where there is nobody to name, or nobody to send it")
    func obstacles() throws {
        for (cpr, cvr, words) in [
            (nil, "11111111", "Der er ikke noget cpr-nummer"),
            (Self.cpr, nil, "Digital Post er ikke sat op"),
        ] as [(String?, String?, String)] {
            let (house, ref) = try house(cpr: cpr, cvr: cvr)
            let visitor = try Visitor(house, as: .leader)
            #expect(try visitor.get(address(ref)).text.contains(words))
            try visitor.visit("\(address(ref))/digital-post")
            #expect(visitor.address == address(ref) && visitor.page.contains(words))
        }
    }
}
