import Foundation
import HTML
import Records
import Testing

@testable import Centre
@testable import TestHouse

@Suite("What the fields of our forms are called")
struct FieldLabelsTests {
    @Test("every field of every form, and of every act, has its words")
    func everyField() throws {
        let house = try TestHouse()
        let root = TestFolder.projectRoot + "/Sources/Centre"
        var names: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: root)
        where path.hasSuffix(".swift") {
            let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
            let control = /(?:textField|textArea|select|radios|checkbox|checkboxes)\(\s*"([a-z-]+)"/
            for match in text.matches(of: control) { names.insert(String(match.1)) }
        }
        #expect(names.count > 20)
        let state = try CaseState.ofNobody(house.records.standards, at: house.now)
        for act in house.centre.services.acts.all {
            for field in act.fields(state) where !field.isHidden { names.insert(field.name) }
        }
        #expect(names.count > 30)
        let labels = house.centre.web.fieldLabels
        for name in names where !name.contains("adgangskode") {
            #expect(labels.names.contains(name), "\(name)")
        }
    }

    @Test("a field's name is told by the same words in every act, and stands once in each")
    func ownNames() throws {
        let house = try TestHouse()
        let state = try CaseState.ofNobody(house.records.standards, at: house.now)
        var labels: [String: Set<String>] = [:]
        for act in house.centre.services.acts.all {
            let fields = act.fields(state).filter { !$0.isHidden }
            #expect(Set(fields.map(\.name)).count == fields.count, "\(act)")
            for field in fields { labels[field.name, default: []].insert(field.label.text) }
        }
        #expect(labels.count > 40)
        for (name, words) in labels { #expect(words.count == 1, "\(name): \(words.sorted())") }
    }
}
