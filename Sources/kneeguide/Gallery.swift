import ArgumentParser
import Glibc
import RecommendationCore
import Screens
import TextUI

/// What the screens are made of, for whoever changes how they look.
struct Gallery: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every component of the screens in every state.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var look: PrintedLook

  func run() throws {
    try reportingFailure {
      let loaded = try common.load()
      let size = try look.windowSize()
      let printer = try look.printer(isShown: isatty(1) == 1)
      let samples = gallery(loaded.pack.wording, size: size, glyphs: look.glyphs)
      let texts = samples.map { $0.name + "\n" + printer($0.frame) + "\n" }
      try StandardOutput.write(texts.joined(separator: "\n"))
    }
  }
}
