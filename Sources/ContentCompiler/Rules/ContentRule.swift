import RecommendationCore

/// Something that must hold for the content as a whole, or for more than one key of it.
///
/// A rule is named after what must hold. It looks at what was read and adds its faults to the
/// report.
protocol ContentRule: Sendable {
  static func check(_ draft: Draft)
}

/// Something that must hold for what comes out for the example patients.
protocol PatientRule: Sendable {
  static func check(_ draft: Draft, _ rules: Rules)
}

extension PatientRule {
  /// The name under which its faults are reported.
  static var name: String { String(describing: Self.self) }
}

extension ContentRule {
  /// The name under which its faults are reported.
  static var name: String { String(describing: Self.self) }
}

/// Every rule, in the order of the alphabet.
///
/// `TracedRules` is not among them: it looks at what came out for the example patients.
let contentRules: [any ContentRule.Type] = [
  AcyclicEnableWhen.self,
  AssumedNumbers.self,
  CarriedSections.self,
  CheckedNumbers.self,
  CitedClaims.self,
  CitedDissent.self,
  CitedSources.self,
  ClarifiedSigns.self,
  CompleteGuidelines.self,
  CompleteLevels.self,
  CompleteWording.self,
  ControlledHazards.self,
  CountsWithinBase.self,
  CurrentSignOff.self,
  DiagnosisFree.self,
  DosesByLabel.self,
  EarlierEnableWhen.self,
  EmergencyFirst.self,
  EvenPictureRows.self,
  ExplainedTerms.self,
  FirstStepsOffLadder.self,
  FittingBadges.self,
  FittingBase.self,
  FittingConsistency.self,
  FittingPictures.self,
  FulfillableRules.self,
  GlossedWords.self,
  HarmBesideBenefit.self,
  HarmsBesideBenefit.self,
  HazardNumbers.self,
  HazardScales.self,
  HintWithoutFullStop.self,
  KnownArticleStages.self,
  KnownFiles.self,
  KnownHazardRules.self,
  KnownNames.self,
  KnownPlaceholders.self,
  KnownZoneLetters.self,
  LeftToRight.self,
  NarrowPictureCharacters.self,
  NumberedClaims.self,
  NumbersOfRegion.self,
  OptionCount.self,
  OrderedFit.self,
  PageSourcesLinked.self,
  PairedNotes.self,
  PlacedZones.self,
  PlainCharacters.self,
  PrescriptionsKept.self,
  PromiseFree.self,
  QuestionLength.self,
  QuestionLimit.self,
  QuotedPromises.self,
  ReachableOtherWords.self,
  ReachableZones.self,
  ReviewInTime.self,
  RunningTests.self,
  SafetyNetOfFlags.self,
  ScaleScores.self,
  SellersUnnamed.self,
  ShortGlosses.self,
  ShortSourceNames.self,
  ShownClaims.self,
  ShownFigures.self,
  UniqueForms.self,
  UniqueIds.self,
  UsedPages.self,
  UsedPictures.self,
  UsedReferences.self,
  UsedTerms.self,
  WelcomeWithoutTerms.self,
  WellFormedIds.self,
  // The last ones: they are silent while there are errors.
  NeededExceptions.self,
  UsedDefinitions.self,
  UsedItems.self,
]

/// Every rule on what came out, in the order of the alphabet.
///
/// They are silent while there are errors.
let patientRules: [any PatientRule.Type] = [
  OwnSafetyNet.self,
  ShownQuestions.self,
]
