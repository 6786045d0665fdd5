internal import HTML

/// What must be mended in a form before it can be saved, in the order of its fields.
struct FieldFaults: Error {
    let all: [FormProblem]

    init(_ all: [FormProblem]) {
        self.all = all
    }
}
