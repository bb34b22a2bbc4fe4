import Foundation
import TerminalTestKit
import Testing

/// The program's own calls for saving a file, made to fail one by one by strace(1).
struct SaveTraceTests {
  private static let watched = "openat,fstat,newfstatat,fchmod,write,fsync,linkat,close"
  private static let errors = [
    "ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EMFILE", "ENOMEM", "EINTR",
  ]

  /// A call of the save: its name, and how many of that name there were before, and itself.
  private struct Call {
    let name: String
    let number: Int
  }

  @Test(.enabled(if: KioskTrace.works, KioskTrace.why))
  func `whatever call fails, what is said is true`() throws {
    let answers = try Program.file("answers.json", #"{"on": "2026-11-22", "age": 67}"#)
    let folder = Program.newPath("saved")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let clean = try trace([], answers: answers, folder: folder)
    #expect(clean.status == 0 && clean.error.isEmpty)
    let whole = try #require(take(from: folder)["a.txt"])
    let calls = try saveCalls(in: clean.log, folder: folder)
    let order = calls.map(\.name).filter { ["write", "fsync", "linkat", "close"].contains($0) }
    #expect(order == ["write", "fsync", "linkat", "fsync", "close", "close"])

    var counts: [String: Int] = [:]
    for call in calls {
      for error in Self.errors {
        let what = "\(call.name) \(call.number) \(error)"
        let run = try trace(
          ["-e", "inject=\(call.name):error=\(error):when=\(call.number)"], answers: answers,
          folder: folder)
        let left = take(from: folder)
        switch run.status {
        case 0:
          #expect(left == ["a.txt": whole], "\(what) said saved")
          #expect(run.error.isEmpty || run.error.hasPrefix("kneeguide: "), "\(what)")
        case 73:
          #expect(left.isEmpty, "\(what) said not saved")
          #expect(run.error.hasPrefix("kneeguide: "), "\(run.error)")
        default: Issue.record("\(what): status \(run.status), \(run.error)")
        }
        counts[run.status == 0 ? "saved" : "not saved", default: 0] += 1
      }
    }
    #expect(counts["saved", default: 0] >= 16 && counts["not saved", default: 0] >= 40, "\(counts)")
  }

  private func trace(
    _ injection: [String], answers: String, folder: String
  ) throws -> (status: Int32, error: String, log: String) {
    let process = Process()
    let (log, errors) = (Program.newPath("trace"), Pipe())
    process.executableURL = URL(fileURLWithPath: KioskTrace.strace)
    process.arguments =
      ["-o", log, "-e", "trace=" + Self.watched] + injection
      + [try Program.path(), "recommend", "--answers", answers, "--output", folder + "/a.txt"]
    process.environment = ["LANG": "C.UTF-8", "KNEEGUIDE_PACK": try Program.pack()]
    process.standardError = errors
    try process.run()
    let error = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = try String(contentsOfFile: log, encoding: .utf8)
    return (process.terminationStatus, String(decoding: error, as: UTF8.self), text)
  }

  /// The files of the folder, which is empty afterwards.
  private func take(from folder: String) -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(into: [:]) { found, name in
      found[name] = FileManager.default.contents(atPath: folder + "/" + name)
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// From the opening of the folder to its closing.
  private func saveCalls(in log: String, folder: String) throws -> [Call] {
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    var descriptor: Substring?
    for line in log.split(separator: "\n") {
      let name = String(line.prefix { $0 != "(" })
      counts[name, default: 0] += 1
      if descriptor == nil {
        guard line.hasPrefix("openat(AT_FDCWD, \"\(folder)\"") else { continue }
        descriptor = line.split(separator: " ").last
      }
      calls.append(Call(name: name, number: counts[name, default: 0]))
      if let descriptor, line.hasPrefix("close(\(descriptor))") { return calls }
    }
    Issue.record("the folder was not opened and closed: \(log)")
    return []
  }
}
