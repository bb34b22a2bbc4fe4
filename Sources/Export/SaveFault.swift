import Glibc
import QuestionnaireModel
package import RecommendationCore

/// A file that was saved.
package enum Saved: Equatable, Sendable {
  case durable
  /// It is there and whole, but the disk did not say that it keeps it.
  case notFlushed

  package var word: ExportWord {
    switch self {
    case .durable: .saved
    case .notFlushed: .savedNotFlushed
    }
  }

  /// One line for the person.
  package func message(path: String, wording: Wording) -> String {
    wording(word, ["path": printable(path)])
  }
}

/// Why nothing was saved.
///
/// The folder is as it was before.
package enum SaveFault: Error, Equatable, Sendable {
  /// A file has the name.
  case exists
  case symbolicLink
  case isFolder
  /// A pipe, a socket or a device has the name.
  case notAFile
  case folderMissing
  /// A part of the path before the last is no folder.
  case notAFolder
  case badName
  case nameTooLong
  case readOnly
  case notAllowed
  /// Everybody may rename the files in the folder.
  case unsafeFolder
  case full
  case quota
  case tooLarge
  /// The file system has neither links nor a rename that does not replace.
  case unsupported
  /// Something else, as errno.
  case failed(Int32)

  init(_ error: SystemError) {
    self =
      switch error.code {
      case EEXIST: .exists
      case ENOENT: .folderMissing
      case ENOTDIR, ELOOP: .notAFolder
      case ENAMETOOLONG: .nameTooLong
      case EROFS: .readOnly
      case EACCES, EPERM: .notAllowed
      case ENOSPC: .full
      case EDQUOT: .quota
      case EFBIG: .tooLarge
      default: .failed(error.code)
      }
  }

  /// The fault of a name that something of this mode has.
  init(takenBy mode: Int32) {
    self =
      switch UInt32(bitPattern: mode) & S_IFMT {
      case S_IFLNK: .symbolicLink
      case S_IFDIR: .isFolder
      case S_IFREG: .exists
      default: .notAFile
      }
  }

  /// What is wrong; holds `{path}`, and `{error}` for an error without words of its own.
  package var sentence: ExportWord {
    switch self {
    case .exists: .saveExists
    case .symbolicLink: .saveSymbolicLink
    case .isFolder: .saveIsFolder
    case .notAFile: .saveNotAFile
    case .folderMissing: .saveFolderMissing
    case .notAFolder: .saveNotAFolder
    case .badName: .saveBadName
    case .nameTooLong: .saveNameTooLong
    case .readOnly: .saveReadOnly
    case .notAllowed: .saveNotAllowed
    case .unsafeFolder: .saveUnsafeFolder
    case .full: .saveFull
    case .quota: .saveQuota
    case .tooLarge: .saveTooLarge
    case .unsupported: .saveUnsupported
    case .failed: .saveFailed
    }
  }

  /// What to do about it.
  ///
  /// The answers are still there.
  package var remedy: ExportWord {
    switch self {
    case .exists, .symbolicLink, .isFolder, .notAFile, .badName, .nameTooLong: .saveOtherName
    case .folderMissing, .notAFolder: .saveCheckFolder
    case .full, .quota, .tooLarge: .saveMakeRoom
    case .readOnly, .notAllowed, .unsafeFolder, .unsupported, .failed: .saveOtherFolder
    }
  }

  /// One line for the person: what is wrong, and what to do.
  package func message(path: String, wording: Wording) -> String {
    var error = ""
    if case .failed(let code) = self, let text = strerror(code) { error = String(cString: text) }
    let values: KeyValuePairs = ["path": printable(path), "error": error]
    return wording(sentence, values) + " " + wording(remedy, values)
  }
}

/// The text with a mark in place of what could move a cursor or hide a letter.
func printable(_ text: String) -> String {
  String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.isPrintableInAnswers ? $0 : "\u{FFFD}" }))
}
