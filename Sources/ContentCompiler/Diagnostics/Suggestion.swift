import QuestionnaireModel

/// "did you mean 'x'?", or what to do where no known name is near.
func suggestion(for name: String, among known: some Collection<String>, otherwise: String) -> String
{
  if let near = nearestName(to: name, among: known) { return "did you mean '\(near)'?" }
  // A name that lost or won a part: `injury` for `acute-injury`.
  let parts = known.filter { $0.hasSuffix("-" + name) || $0.hasPrefix(name + "-") }.sorted()
  if let part = parts.first, name.count > 2 { return "did you mean '\(part)'?" }
  return otherwise
}

/// "write one of: a, b, c", in the order given.
func oneOf(_ names: some Collection<String>) -> String {
  names.count <= 12
    ? "write one of: " + names.joined(separator: ", ")
    : "see Content/FORMAT.md for those that there are"
}
