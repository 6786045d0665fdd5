internal import Domain
internal import Records

/// Who is in the house, by the words of her name and by her numbers; all in memory, nothing on disk.
///
/// Built for many names in little room: the words lie one after the other in one array, and a
/// second array has their places in alphabetical order, so that the beginning of a word is found
/// by halving; who has each word of several is found by laying sets of bits on one another. What
/// came lately waits unsorted until there is a thousand of it.
struct NameIndex: Sendable {
    /// What is searched of one person.
    struct Person: Sendable {
        var name = ""
        /// Digits as they can be dialled; nil also for whoever is anonymous.
        var phone: String?
        var cpr: CPRNumber?
    }

    /// What was found: the newest first, and how many there were in all.
    struct Found: Sendable {
        var cases: [CaseID] = []
        var total = 0
    }

    /// By a person's place: her case, 0 once she is erased.
    private var cases: [Int64] = []
    /// Where her words begin; they end where the next one's begin.
    private var starts: [UInt32] = []
    private var phones: [UInt64] = []
    private var cprs: [UInt64] = []
    /// The words, a zero behind each.
    private var letters: [UInt8] = []
    /// Words in alphabetical order: whose each is, and where it begins.
    private var sorted: [Word] = []
    /// From this place on, persons are not in `sorted` yet.
    private var sortedPersonCount = 0
    private var places: [Int64: UInt32] = [:]

    private struct Word {
        let person: UInt32
        let offset: UInt32
    }

    /// How many may wait unsorted.
    static let waitingMax = 1_000

    /// How many persons there are.
    var count: Int { places.count }

    /// About how many bytes it takes.
    var byteCount: Int {
        (cases.capacity + phones.capacity + cprs.capacity) * 8
            + starts.capacity * 4 + sorted.capacity * 8 + letters.capacity + places.capacity * 16
    }

    /// Makes room at once for so many persons.
    mutating func reserve(_ count: Int) {
        cases.reserveCapacity(count)
        starts.reserveCapacity(count)
        phones.reserveCapacity(count)
        cprs.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    /// Puts a person in, in the place of what was known of her.
    mutating func set(_ person: Person, for id: CaseID) {
        remove(id)
        places[id.rawValue] = UInt32(cases.count)
        cases.append(id.rawValue)
        starts.append(UInt32(letters.count))
        phones.append(Self.number(ofPhone: person.phone))
        cprs.append(Self.number(ofCPR: person.cpr))
        for word in FoldedWords(person.name).words {
            letters += word
            letters.append(0)
        }
        if cases.count - sortedPersonCount > Self.waitingMax { sort() }
    }

    /// Takes a person out, and her name from memory.
    mutating func remove(_ id: CaseID) {
        guard let place = places.removeValue(forKey: id.rawValue).map(Int.init) else { return }
        if place < sortedPersonCount {
            for offset in wordStarts(of: place) {
                let word = Array(letters[offset...].prefix { $0 != 0 }) + [0]
                let same = range(word)
                if let found = sorted[same].firstIndex(where: { $0.offset == UInt32(offset) }) {
                    sorted.remove(at: found)
                }
            }
        }
        for offset in words(at: place) { letters[offset] = 0 }
        cases[place] = 0
        phones[place] = 0
        cprs[place] = 0
    }

    // MARK: Finding

    /// Everybody who has a word that begins with each of these, or that is each of these.
    func find(_ wanted: FoldedWords, asWholeWords: Bool = false, limit: Int) -> Found {
        guard !wanted.words.isEmpty else { return Found() }
        let beginnings = asWholeWords ? wanted.words.map { $0 + [0] } : wanted.words
        var persons = Persons(count: cases.count)
        for (index, beginning) in beginnings.enumerated() {
            var these = Persons(count: cases.count)
            for word in sorted[range(beginning)] { these.insert(Int(word.person)) }
            if index == 0 { persons = these } else { persons.keep(these) }
        }
        for person in sortedPersonCount..<cases.count
        where cases[person] != 0
            && beginnings.allSatisfy({ hasWord(person, beginningWith: $0) })
        {
            persons.insert(person)
        }
        return Found(
            cases: persons.last(limit).map { CaseID(cases[$0]) }, total: persons.count)
    }

    /// Everybody with this telephone.
    func find(phone: String, limit: Int) -> Found {
        find(Self.number(ofPhone: phone), in: phones, limit)
    }

    /// Everybody with this CPR number.
    func find(cpr: CPRNumber, limit: Int) -> Found {
        find(Self.number(ofCPR: cpr), in: cprs, limit)
    }

    private func find(_ number: UInt64, in numbers: [UInt64], _ limit: Int) -> Found {
        guard number != 0 else { return Found() }
        var found = Found()
        for place in numbers.indices.reversed() where numbers[place] == number {
            found.total += 1
            if found.cases.count < limit { found.cases.append(CaseID(cases[place])) }
        }
        return found
    }

    /// The places in `sorted` of the words that begin so.
    private func range(_ beginning: [UInt8]) -> Range<Int> {
        let first = partition { compare($0, beginning) < 0 }
        let end = partition { compare($0, beginning) <= 0 }
        return first..<end
    }

    /// The first place of `sorted` where the words no longer come before.
    private func partition(from start: Int = 0, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (start, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(Int(sorted[middle].offset)) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The word at a place against a beginning: 0 where it begins so.
    private func compare(_ offset: Int, _ beginning: [UInt8]) -> Int {
        for (index, wanted) in beginning.enumerated() {
            let letter = letters[offset + index]
            if letter != wanted { return letter < wanted ? -1 : 1 }
        }
        return 0
    }

    private func hasWord(_ person: Int, beginningWith beginning: [UInt8]) -> Bool {
        var offset = starts[person]
        let end = UInt32(words(at: person).upperBound)
        while offset < end {
            if compare(Int(offset), beginning) == 0 { return true }
            while letters[Int(offset)] != 0 { offset += 1 }
            offset += 1
        }
        return false
    }

    private func words(at person: Int) -> Range<Int> {
        let end = person + 1 < starts.count ? Int(starts[person + 1]) : letters.count
        return Int(starts[person])..<end
    }

    private func wordStarts(of person: Int) -> [Int] {
        var isStart = true
        return words(at: person).filter { offset in
            defer { isStart = letters[offset] == 0 }
            return isStart
        }
    }

    // MARK: Sorting

    /// Puts what waits in its alphabetical place.
    mutating func sort() {
        var fresh: [(head: UInt64, word: Word)] = []
        for person in sortedPersonCount..<cases.count where cases[person] != 0 {
            fresh += wordStarts(of: person).map { offset in
                (head(at: offset), Word(person: UInt32(person), offset: UInt32(offset)))
            }
        }
        fresh.sort {
            $0.head == $1.head
                ? comesBefore($0.word.offset, $1.word.offset) : $0.head < $1.head
        }
        merge(fresh.map(\.word))
        sortedPersonCount = cases.count
    }

    /// Puts sorted words between those that are there: long runs are moved whole.
    private mutating func merge(_ fresh: [Word]) {
        var merged: [Word] = []
        merged.reserveCapacity(sorted.count + fresh.count)
        var place = 0
        for word in fresh {
            let next = partition(from: place) { !comesBefore(word.offset, UInt32($0)) }
            merged += sorted[place..<next]
            merged.append(word)
            place = next
        }
        merged += sorted[place...]
        sorted = merged
    }

    /// The first eight letters as a number that sorts as they do.
    private func head(at offset: Int) -> UInt64 {
        var head: UInt64 = 0
        var offset = offset
        for _ in 0..<8 {
            let letter = letters[offset]
            head = head << 8 | UInt64(letter)
            if letter != 0 { offset += 1 }
        }
        return head
    }

    private func comesBefore(_ one: UInt32, _ other: UInt32) -> Bool {
        var (one, other) = (Int(one), Int(other))
        while letters[one] == letters[other] {
            if letters[one] == 0 { return false }
            one += 1
            other += 1
        }
        return letters[one] < letters[other]
    }

    // MARK: Numbers

    /// A telephone as a number, foreign ones apart; 0 for none.
    private static func number(ofPhone phone: String?) -> UInt64 {
        guard let phone, let digits = UInt64(phone.filter(\.isNumber)) else { return 0 }
        return phone.hasPrefix("+") ? digits | 1 << 63 : digits
    }

    /// Ten digits or letters as a number; 0 for none.
    private static func number(ofCPR cpr: CPRNumber?) -> UInt64 {
        cpr.flatMap { UInt64($0.compact, radix: 36) } ?? 0
    }
}

/// A set of persons by their places, one bit for each.
private struct Persons {
    private var bits: [UInt64]

    init(count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

    var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

    mutating func insert(_ person: Int) { bits[person / 64] |= 1 << UInt64(person % 64) }

    mutating func keep(_ others: Persons) {
        for index in bits.indices { bits[index] &= others.bits[index] }
    }

    /// The highest places, the highest first.
    func last(_ limit: Int) -> [Int] {
        var persons: [Int] = []
        for index in bits.indices.reversed() where bits[index] != 0 {
            var rest = bits[index]
            while rest != 0, persons.count < limit {
                let bit = 63 - rest.leadingZeroBitCount
                persons.append(index * 64 + bit)
                rest &= ~(1 << UInt64(bit))
            }
            if persons.count == limit { break }
        }
        return persons
    }
}
