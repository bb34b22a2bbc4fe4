import Lockdown
import Printing
import QuestionnaireModel
import TextUI

func path(_ value: String) throws(ValueFault) -> String {
  guard value.hasPrefix("/"), value.unicodeScalars.allSatisfy(\.isPrintableInAnswers) else {
    throw ValueFault("is no path from the root: '\(value.shown)'", "begin it with /")
  }
  return value
}

/// A program and its arguments, with blanks between.
func program(_ value: String) throws(ValueFault) -> [String] {
  try path(value).split { $0 == " " || $0 == "\t" }.map { String($0) }
}

/// A name of small letters, digits and hyphens, as the content uses.
func word(_ value: String) throws(ValueFault) -> String {
  let isName = value.utf8.allSatisfy {
    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
  }
  guard isName, !value.isEmpty, value.utf8.count <= 40 else {
    throw ValueFault(
      "is no name: '\(value.shown)'", "write small letters, digits and hyphens, such as us")
  }
  return value
}

func list(_ value: String) throws(ValueFault) -> [String] {
  var found: [String] = []
  for part in value.split(separator: ",", omittingEmptySubsequences: false) {
    let name = try word(String(part).trimmed)
    if found.contains(name) { throw ValueFault("has '\(name)' twice", "take one of the two away") }
    found.append(name)
  }
  return found
}

/// The clinic's own words: what prints, in a length that a small screen has room for.
func words(_ value: String, atMost most: Int) throws(ValueFault) -> String {
  if let hidden = value.unicodeScalars.first(where: { !$0.isPrintableInAnswers }) {
    let code = String(hidden.value, radix: 16, uppercase: true)
    throw ValueFault("holds a character that does not print (U+\(code))", "type the words anew")
  }
  let columns = displayWidth(value)
  if columns > most {
    throw ValueFault(
      "is \(columns) columns wide", "say it in at most \(most): a small screen has no more room")
  }
  return value
}

func choice(_ value: String) throws(ValueFault) -> Bool {
  switch value {
  case "yes": return true
  case "no": return false
  default: throw ValueFault("is '\(value.shown)'", "write yes or no")
  }
}

func onOff(_ value: String) throws(ValueFault) -> Bool {
  switch value {
  case "on": return true
  case "off": return false
  default: throw ValueFault("is '\(value.shown)'", "write on or off")
  }
}

func number(_ value: String, _ range: ClosedRange<Int>) throws(ValueFault) -> Int {
  let remedy = "write a whole number from \(range.lowerBound) to \(range.upperBound)"
  guard let number = Int(value) else { throw ValueFault("is '\(value.shown)', no number", remedy) }
  guard range.contains(number) else { throw ValueFault("is \(number)", remedy) }
  return number
}

func length(_ value: String, _ range: ClosedRange<Double>) throws(ValueFault) -> Double {
  let plain = value.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  guard plain, let length = Double(value), range.contains(length) else {
    throw ValueFault(
      "is '\(value.shown)'",
      "write millimeters from \(range.lowerBound) to \(range.upperBound), such as 6.5")
  }
  return length
}

func theme(_ value: String) throws(ValueFault) -> String {
  guard Theme(named: value) != nil else {
    let known = Theme.all.map(\.name)
    throw ValueFault(
      "is '\(value.shown)'",
      nearestName(to: value, among: known).map { "did you mean '\($0)'?" }
        ?? "take one of " + known.joined(separator: ", "))
  }
  return value
}

/// A folder of the clinic's, without a slash at its end.
func folder(_ value: String) throws(ValueFault) -> String {
  var path = try path(value)
  while path.last == "/" { path.removeLast() }
  if path.isEmpty { throw ValueFault("is the root folder", "name a folder for nothing else") }
  return path
}

/// The screen always hands over, so that a printer out of paper leaves nobody without.
func handOver(_ value: String) throws(ValueFault) -> [String] {
  let ways = try list(value)
  let known = ["screen", "print", "qr", "file"]
  if let other = ways.first(where: { !known.contains($0) }) {
    throw ValueFault(
      "names '\(other)', which there is not", "take of " + known.joined(separator: ", "))
  }
  if !ways.contains("screen") {
    throw ValueFault(
      "leaves the screen out", "write " + (["screen"] + ways).joined(separator: ", "))
  }
  return ways
}

func printer(_ value: String) throws(ValueFault) -> String {
  guard PrintClient.isPrinterName(value) else {
    throw ValueFault("is no name of a printer: '\(value.shown)'", "'lpstat -e' lists them")
  }
  return value
}

func demand(_ value: String) throws(ValueFault) -> Sandbox.Demand {
  guard let demand = Sandbox.Demand(rawValue: value) else {
    let known = Sandbox.Demand.allCases.map(\.rawValue)
    throw ValueFault("is '\(value.shown)'", "write " + known.joined(separator: " or "))
  }
  return demand
}

extension String {
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\r", "\r\n"]
    var rest = self[...]
    while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
    while let last = rest.last, blanks.contains(last) { rest.removeLast() }
    return String(rest)
  }

  /// As it may stand in a message: short, and only what prints.
  var shown: String {
    let plain = unicodeScalars.map { $0.isPrintableInAnswers ? Character($0) : "?" }
    return plain.count > 40 ? String(plain.prefix(40)) + "…" : String(plain)
  }
}
