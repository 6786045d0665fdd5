internal import HTML

/// What must be mended in a form before it can be saved, in the order of its fields.
struct FieldFaults: Error {
    let all: [FormProblem]
    /// The fields that are asked for because of them, and were not before.
    let asked: Set<String>

    init(_ all: [FormProblem], asking asked: Set<String> = []) {
        self.all = all
        self.asked = asked
    }
}
