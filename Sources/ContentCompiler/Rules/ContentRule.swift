/// Something that must hold for the content as a whole, or for more than one key of it.
///
/// A rule is named after what must hold. It looks at what was read and adds its faults to the
/// report.
protocol ContentRule: Sendable {
  static func check(_ draft: Draft)
}

extension ContentRule {
  /// The name under which its faults are reported.
  static var name: String { String(describing: Self.self) }
}

/// Every rule, in the order of the alphabet.
let contentRules: [any ContentRule.Type] = [
  AcyclicEnableWhen.self,
  AssumedNumbers.self,
  CitedSources.self,
  ClarifiedSigns.self,
  CompleteGuidelines.self,
  CompleteLevels.self,
  CompleteWording.self,
  EarlierEnableWhen.self,
  EmergencyFirst.self,
  EvenPictureRows.self,
  FirstStepsOffLadder.self,
  FittingConsistency.self,
  FittingPictures.self,
  FulfillableRules.self,
  HintWithoutFullStop.self,
  KnownArticleStages.self,
  KnownFiles.self,
  KnownNames.self,
  KnownPlaceholders.self,
  KnownZoneLetters.self,
  NarrowPictureCharacters.self,
  OptionCount.self,
  OrderedFit.self,
  PageSourcesLinked.self,
  PairedNotes.self,
  PlacedZones.self,
  PlainCharacters.self,
  QuestionLength.self,
  ReachableZones.self,
  ReachableOtherWords.self,
  ReviewInTime.self,
  ScaleScores.self,
  UniqueIds.self,
  UsedPages.self,
  UsedPictures.self,
  UsedReferences.self,
  WellFormedIds.self,
  // The last ones: they are silent while there are errors.
  UsedDefinitions.self,
  UsedItems.self,
]
