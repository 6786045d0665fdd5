import Testing

@testable import HTTP

@Suite("multipart/form-data")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=snit"
    private static let form = [
        "--snit\r\nContent-Disposition: form-data; name=\"navn\"\r\n\r\nAase Møller\r\n",
        "--snit\r\nContent-Disposition: form-data; name=\"tom\"\r\n\r\n\r\n",
        "--snit\r\nContent-Disposition: form-data; name=\"bilag\"; filename=\"brev.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nlinje 1\r\n--sni\r\nlinje 2\r\n",
        "--snit--\r\n",
    ].joined()

    private func read(
        _ text: String, type: String = type, limits: MultipartLimits = .init()
    ) throws -> MultipartForm {
        try Request(.post, "/", headers: [("Content-Type", type)], body: Array(text.utf8))
            .multipart(limits: limits)
    }

    @Test("fields and files")
    func whole() throws {
        let form = try read(Self.form)
        #expect(form.fields.text("navn") == "Aase Møller")
        #expect(form.fields.text("tom") == "")
        #expect(form.files.count == 1)
        #expect(form.files[0].part.fileName == "brev.txt")
        #expect(form.files[0].part.contentType == "text/plain")
        #expect(
            String(decoding: form.files[0].bytes, as: UTF8.self) == "linje 1\r\n--sni\r\nlinje 2")
    }

    @Test("the same however it is cut")
    func cuts() throws {
        let bytes = Array(Self.form.utf8)
        for size in 1...bytes.count {
            let receiver = MultipartReceiver(
                Request(.post, "/", headers: [("Content-Type", Self.type)]))
            for start in stride(from: 0, to: bytes.count, by: size) {
                receiver.take(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            let form = try receiver.finish().get()
            #expect(form.fields.text("navn") == "Aase Møller", "pieces of \(size)")
            #expect(form.files[0].bytes.count == 23, "pieces of \(size)")
        }
    }

    @Test(
        "what is no form is refused with its reason",
        arguments: [
            ("text/plain", form, MultipartFault.noBoundary),
            ("multipart/form-data", form, .noBoundary),
            ("multipart/form-data; boundary=", form, .noBoundary),
            (
                "multipart/form-data; boundary=\"\(String(repeating: "x", count: 71))\"", form,
                .noBoundary
            ),
            (type, "", .unfinished),
            (type, "--snit\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", .unfinished),
            (type, "--snit\r\n\r\nx\r\n--snit--", .badPart),
            (
                type, "--snit\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--snit--",
                .badPart
            ),
            (type, "--snit\r\nContent-Disposition: form-data\r\n\r\nx\r\n--snit--", .badPart),
            (
                type,
                "--snitter\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--snit--",
                .badPart
            ),
            (type, "--snit\r\nX Y: 1\r\n\r\nx\r\n--snit--", .badPart),
            (
                type,
                "--snit\r\nContent-Disposition: form-data; name=\"a\"\r\nX: "
                    + String(repeating: "x", count: 5_000), .tooLarge
            ),
        ])
    func refused(type: String, text: String, problem: MultipartFault) {
        #expect(throws: problem) { try read(text, type: type) }
    }

    @Test("limits on parts, fields and files")
    func limits() {
        var limits = MultipartLimits()
        limits.partCountMax = 2
        #expect(throws: MultipartFault.tooLarge) { try read(Self.form, limits: limits) }
        limits = .init()
        limits.fieldBytesMax = 11
        #expect(throws: MultipartFault.tooLarge) { try read(Self.form, limits: limits) }
        limits.fieldBytesMax = 12
        #expect(throws: Never.self) { try read(Self.form, limits: limits) }
        limits.fileBytesMax = 22
        #expect(throws: MultipartFault.tooLarge) { try read(Self.form, limits: limits) }
    }

    @Test(
        "a file's name never holds a folder",
        arguments: [
            ("brev.txt", "brev.txt"), ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\b.txt", "b.txt"),
            ("a%22b", "a\"b"), ("fuld%0D%0Astop", "fuld\r\nstop"), ("100%", "100%"),
            ("æøå.pdf", "æøå.pdf"),
        ])
    func fileNames(sent: String, kept: String) throws {
        let form = try read(
            "--snit\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(sent)\"\r\n\r\nx\r\n--snit--"
        )
        #expect(form.files.first?.part.fileName?.equals(kept) == true)
    }

    @Test("a preamble and an epilogue are read past; an unused file field is no file")
    func around() throws {
        let form = try read(
            "forord\r\n--snit  \r\nContent-Disposition: form-data; name=f; filename=\"\"\r\n\r\n\r\n"
                + "--snit--\r\nefterord\r\n--snit")
        #expect(form.files.isEmpty)
    }

    @Test("a route's receiver gets the content as it comes, and the body stays empty")
    func receiver() throws {
        let router = Router<Int>(routes: [
            Route(.post, "/", bodyLimit: .bytes(10_000), receiver: { MultipartReceiver($0) }) {
                request, _, _ in
                let form = try? request.multipart()
                return .now(
                    .text(
                        "\(request.body.count) \(form?.fields.text("navn")?.unlimitedString ?? "nil")"
                    ))
            }
        ])
        let bytes = Array(Self.form.utf8)
        var wire = Wire(router)
        wire.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(Self.type)\r\nContent-Length: \(bytes.count)\r\n\r\n"
                .utf8)
        for byte in bytes { wire.send([byte]) }
        #expect(wire.text.hasSuffix("\r\n\r\n0 Aase Møller"))
        let size = String(bytes.count, radix: 16)
        wire.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: \(Self.type)\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n"
                .utf8)
        wire.send(bytes)
        wire.send("\r\n0\r\n\r\n".utf8)
        #expect(wire.statuses == [200, 200])
        #expect(wire.text.hasSuffix("\r\n\r\n0 Aase Møller"))
    }
}
