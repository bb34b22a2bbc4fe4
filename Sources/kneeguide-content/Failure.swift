import ArgumentParser
import Glibc

/// The end of the program after one line on standard error: what is wrong, where, and how to mend
/// it.
func failure(_ problem: String, _ remedy: String, status: Int32) -> ExitCode {
  failure("\(problem); \(remedy)", status: status)
}

/// The same for a line that says how to mend it already.
func failure(_ message: String, status: Int32) -> ExitCode {
  let line = Array("kneeguide-content: \(message)\n".utf8)
  // Nothing can be said where standard error is closed.
  _ = write(STDERR_FILENO, line, line.count)
  return ExitCode(status)
}
