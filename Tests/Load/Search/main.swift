// 160,000 invented names in the index of the program itself: how much room, how fast found.
// Made into a program by Tests/Load/search-bench.sh, with the files of Sources/Centre that it tries.

internal import Domain
internal import Glibc
internal import Records

let first = [
    "Anne", "Åse", "Søren", "Jørgen", "Mette", "Kirsten", "Hanne", "Bo", "Ole", "Niels", "Michael",
    "Bodil", "Øjvind", "José", "Karen Margrethe", "Poul Erik", "Ida", "Viggo", "Aage", "Birthe",
]
let last = [
    "Jensen", "Nielsen", "Møller", "Ærø", "Kjær", "Skovgaard", "Åkjær", "Brandt-Hansen", "Holm",
    "Østergård", "Dam", "Krogh", "Lindø", "Ravn", "Thygesen", "Vestergaard", "Winther", "Bak",
]
let personCount = 160_000

func residentByteCount() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 200)
    guard fgets(&line, 200, file) != nil else { return 0 }
    let text = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (Int(text.split(separator: " ")[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

func milliseconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(work).components
    return Double(time.seconds) * 1_000 + Double(time.attoseconds) / 1e15
}

func person(_ number: Int) -> NameIndex.Person {
    let mixed = number &* 2_654_435_761 >> 7
    let name =
        "\(first[mixed % first.count]) \(first[(mixed / 31) % first.count]) "
        + "\(last[(mixed / 977) % last.count])sen\(number % 400)"
    let digits = String(100_000 + number % 900_000)
    let year = String(10 + number % 80)
    return .init(
        name: name, phone: String(20_000_000 + number),
        cpr: CPRNumber("0107\(year)\(digits.prefix(4))"))
}

let before = residentByteCount()
var index = NameIndex()
let building = milliseconds {
    index.reserve(personCount + personCount / 8)
    for number in 1...personCount { index.set(person(number), for: CaseID(Int64(number))) }
    index.sort()
}
let room = residentByteCount() - before

let questions = [
    "a", "so", "jens", "øst", "åse møl", "sen", "karen margrethe h", "xyz", "o o o", "aage j",
]
var slowest = 0.0
var found = 0
for question in questions {
    let words = FoldedWords(question)
    let time = (1...20).map { _ in
        milliseconds { found += index.find(words, limit: 25).total }
    }.sorted()[18]
    slowest = max(slowest, time)
}
let phone = milliseconds { found += index.find(phone: "20080000", limit: 25).total }
var writing = 0.0
for number in 1...2_500 {
    let time = milliseconds { index.set(person(number + 7), for: CaseID(Int64(number))) }
    writing = max(writing, time)
}

func text(_ number: Double) -> String { String((number * 10).rounded() / 10) }
print(
    """
    search index, \(personCount) persons: \(text(Double(room) / 1e6)) MB resident, \
    \(text(Double(index.byteCount) / 1e6)) MB counted (goal: under 40)
    read in:                           \(text(building)) ms
    found in, slowest of \(questions.count) questions:  \(text(slowest)) ms (goal: under 10); \
    a telephone \(text(phone)) ms
    slowest of 2500 changes:           \(text(writing)) ms; \(found) found in all
    """)
