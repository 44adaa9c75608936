package nl.sluis.policies.decision;

/// The five words in which every decision is told.
public enum Outcome {
  PERMIT,
  PERMIT_MET_VERPLICHTINGEN,
  GEDEELTELIJK,
  AANHOUDEN,
  WEIGEREN
}
