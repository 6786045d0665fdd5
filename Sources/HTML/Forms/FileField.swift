/// A file to send along. Its id is its name; the form must be one that carries files
/// (`carriesFiles`). `accept` are endings such as `.pdf`: a help in choosing, the server decides.
package func fileField(
    _ name: String, label: HTML, accept: [String] = [], allowsMany: Bool = false,
    hint: HTML? = nil, problems: [FormProblem] = [], isRequired: Bool = false,
    isOptional: Bool = false
) -> HTML {
    let guidance = Guidance(id: name, hint: hint, problems: problems)
    let endings = accept.isEmpty ? nil : accept.joined(separator: ",")
    return """
        <div class="\(guidance.groupClass("field"))">
        \(LabelStyle.plain.label(for: name, optional(label, isOptional)))
        \(guidance.markup)\
        <input class="input file" type="file" id="\(name)" name="\(name)"\
        \(attribute("accept", endings))\(flag("multiple", allowsMany))\(guidance.attributes)\
        \(flag("required", isRequired))>
        </div>
        """
}
