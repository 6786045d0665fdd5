package import Domain

// The centre's own facts as they are kept: one JSON text a version, public through and through.

extension CentreFacts {
    package var json: JSONObject {
        var json = JSONObject()
        json.append("unit", .string(unit))
        json.append("phone", .string(phone))
        json.append("email", .string(email))
        json.append("street", .string(street))
        json.append("town", .string(town))
        json.append("open", openHours.json)
        json.append("walkIn", walkInHours.json)
        json.append("sites", .array(sites.map(\.json)))
        json.append("teams", .array(teams.map(\.json)))
        json.append("closings", .array(closings.map(\.json)))
        json.append("notice", .string(notice))
        json.append("directions", .string(directions))
        return json
    }

    /// - Throws: ``StoredValueError`` for what no program of ours has written.
    package init(_ json: JSONObject) throws(StoredValueError) {
        func text(_ key: String) throws(StoredValueError) -> String { try json.text(key) }
        self.init(.demonstration)
        unit = try text("unit")
        phone = try text("phone")
        email = try text("email")
        street = try text("street")
        town = try text("town")
        openHours = try OpeningHours(json: json["open"])
        walkInHours = try OpeningHours(json: json["walkIn"])
        sites = try json.objects("sites").map(Site.init)
        teams = try json.objects("teams").map(Team.init)
        closings = try json.objects("closings").map(Closing.init)
        notice = try text("notice")
        directions = try text("directions")
    }
}

extension OpeningHours {
    /// `{"1": "08:30-10:00"}`: Monday is 1.
    fileprivate var json: JSONValue {
        .object(
            JSONObject(
                Weekday.allCases.compactMap { weekday in
                    spans[weekday].map {
                        .init(
                            String(weekday.rawValue),
                            .string("\($0.opens.isoText)-\($0.closes.isoText)"))
                    }
                }))
    }

    fileprivate init(json: JSONValue?) throws(StoredValueError) {
        var spans: [Weekday: Span] = [:]
        for member in json?.object?.members ?? [] {
            let parts = (member.value.string ?? "").split(separator: "-")
                .compactMap { ClockTime(isoText: $0) }
            guard let weekday = Int(member.key).flatMap(Weekday.init), parts.count == 2 else {
                throw StoredValueError(expected: "the hours of a weekday")
            }
            spans[weekday] = Span(parts[0], parts[1])
        }
        self.init(spans)
    }
}

extension CentreFacts.Site {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "name": .string(name), "street": .string(street),
            "town": .string(town),
            "rooms": .array(rooms.map { ["id": .string($0.id), "name": .string($0.name)] }),
        ]
    }

    fileprivate init(_ json: JSONObject) throws(StoredValueError) {
        var rooms: [CentreFacts.Room] = []
        for room in try json.objects("rooms") {
            rooms.append(.init(id: try room.text("id"), name: try room.text("name")))
        }
        self.init(
            id: try json.text("id"), name: try json.text("name"), street: try json.text("street"),
            town: try json.text("town"), rooms: rooms)
    }
}

extension CentreFacts.Team {
    fileprivate var json: JSONValue {
        var json = JSONObject()
        json.append("id", .string(id))
        json.append("name", .string(name))
        json.append("ageMin", ageMin.map { .integer($0) })
        json.append("ageMax", ageMax.map { .integer($0) })
        json.append("site", site.map { .string($0) })
        // An id is wider than a number of JSON is sure to carry.
        json.append("members", .array(members.map { .string(String($0.rawValue)) }))
        return .object(json)
    }

    fileprivate init(_ json: JSONObject) throws(StoredValueError) {
        self.init(
            id: try json.text("id"), name: try json.text("name"),
            ageMin: json["ageMin"]?.wholeNumber, ageMax: json["ageMax"]?.wholeNumber,
            site: json["site"]?.string,
            members: (json["members"]?.array ?? []).compactMap {
                $0.string.flatMap { Int64($0) }.map { StaffID($0) }
            })
    }
}

extension CentreFacts.Closing {
    fileprivate var json: JSONValue {
        ["first": .string(first.isoText), "last": .string(last.isoText), "words": .string(words)]
    }

    fileprivate init(_ json: JSONObject) throws(StoredValueError) {
        self.init(
            first: try CalendarDay(stored: try json.text("first")),
            last: try CalendarDay(stored: try json.text("last")), words: try json.text("words"))
    }
}

extension JSONObject {
    fileprivate func text(_ key: String) throws(StoredValueError) -> String {
        guard let text = self[key]?.string else {
            throw StoredValueError(expected: "what the centre says of itself")
        }
        return text
    }

    fileprivate func objects(_ key: String) throws(StoredValueError) -> [JSONObject] {
        guard let list = self[key]?.array else {
            throw StoredValueError(expected: "what the centre says of itself")
        }
        return list.compactMap(\.object)
    }
}
