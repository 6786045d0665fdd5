/// ` name="value"` with the space before it, or nothing where there is no value.
package func attribute(_ name: StaticString, _ value: String?) -> HTML {
    guard let value else { return .empty }
    return " \(HTML(stringLiteral: name))=\(value)"
}

/// ` name` with the space before it when it is on, such as `required`.
package func flag(_ name: StaticString, _ isOn: Bool) -> HTML {
    isOn ? " \(HTML(stringLiteral: name))" : .empty
}
