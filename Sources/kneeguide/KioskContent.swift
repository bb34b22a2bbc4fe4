import ClinicTrust
import Export
import Glibc
import Kiosk
import QuestionnaireModel
import RecommendationCore

/// The content of a kiosk, and who answers for it until when.
struct KioskContent {
  let loaded: LoadedPack
  /// The name of the key that it was signed with; `nil`: the settings name no key.
  let signer: String?
  let review: ReviewState
  let digest: PackDigest
  /// The file of its example patients, there or not.
  let patients: String

  /// Reads and checks it: signed where the settings name a key, whole, with the region's numbers.
  ///
  /// Whether patients may see it on this day `review` says.
  static func read(_ settings: KioskConfig, on day: Day) throws -> KioskContent {
    let signed = try SignedPack.read(settings)
    let language = settings.languages.first.map { WantedLanguage.named($0) } ?? .original
    let loaded = try PackLocation.decode(signed.bytes, of: signed.path, in: language)
    _ = try loaded.region(named: settings.region)
    let manifest = loaded.pack.manifest
    let digest = PackDigest(of: signed.bytes)
    let review = ReviewState(
      ReviewDates(reviewed: manifest.reviewed, due: manifest.reviewDue, built: Day.built()),
      of: digest, on: day, override: try signed.override())
    return KioskContent(
      loaded: loaded, signer: signed.key?.name, review: review, digest: digest,
      patients: signed.path + ".patients")
  }

  /// The same, for patients.
  static func usable(_ settings: KioskConfig, on day: Day) throws -> KioskContent {
    let content = try read(settings, on: day)
    guard content.review.isUsable else {
      throw Failure(content.review.message, status: Failure.badInput)
    }
    return content
  }
}

/// The bytes of a pack, signed where a key is asked for.
struct SignedPack {
  let path: String
  let bytes: [UInt8]
  let key: PublicKey?
  private let overridePath: String

  static func read(_ settings: KioskConfig) throws -> SignedPack {
    let key = try settings.packKey.map { try publicKey($0) }
    if let folder = settings.packs, let key {
      var packs = InstalledPacks(folder: folder, key: key, calls: SystemStore())
      do throws(InstallFault) {
        let pack = try packs.current(decoding: false)
        return SignedPack(
          path: pack.path, bytes: pack.bytes, key: key,
          overridePath: folder + "/" + overrideName)
      } catch {
        throw Failure("the packs in \(folder): \(error)", status: Failure.badInput)
      }
    }
    let path = try PackLocation.find(settings.pack)
    let bytes = try PackLocation.bytes(of: path)
    if let key {
      do throws(SignatureFault) {
        try PackSignature.verify(bytes, signature: try readIfThere(path + ".sig"), key: key)
      } catch {
        throw Failure("the pack \(path): \(error)", status: Failure.badInput)
      }
    }
    return SignedPack(path: path, bytes: bytes, key: key, overridePath: path + ".override")
  }

  /// The clinic's word that the pack may be used past its date; `nil`: there is none, or no key to
  /// check it with.
  func override() throws -> ReviewOverride? {
    guard let key else { return nil }
    do throws(SignatureFault) {
      let file = try Self.readIfThere(overridePath)
      return file.isEmpty ? nil : try ReviewOverride(file: file, key: key)
    } catch {
      throw Failure("\(overridePath): \(error)", status: Failure.badInput)
    }
  }

  /// What the override is called among installed packs.
  static let overrideName = "override"

  static func publicKey(_ path: String) throws -> PublicKey {
    do {
      return try PublicKey(file: try SystemStore().read(path))
    } catch let fault as KeyFault {
      throw Failure("the key \(path): \(fault)", status: Failure.badConfig)
    } catch let error as SystemError {
      throw Failure(
        "cannot read the key \(path): \(error.reason); put the public key there, which the file"
          + " with .pub holds", status: Failure.badConfig)
    }
  }

  /// Every file that it is read from, there or not.
  static func places(_ settings: KioskConfig) -> [String] {
    let key = [settings.packKey].compactMap(\.self)
    if let folder = settings.packs {
      // A pack that is installed never changes: its name is that of its bytes. One that is damaged
      // its visitor finds.
      return key + ["installed", overrideName].map { "\(folder)/\($0)" }
    }
    guard let path = try? PackLocation.find(settings.pack) else { return key }
    return key + [path, path + ".sig", path + ".override"]
  }

  /// Empty where there is none; one that cannot be read counts as that.
  private static func readIfThere(_ path: String) throws(SignatureFault) -> [UInt8] {
    var calls = SystemStore()
    do throws(SystemError) {
      return try calls.readIfThere(path) ?? []
    } catch {
      throw .notASignature
    }
  }
}
