package nl.sluis.policies.question;

/// What the sender wants when not every category may pass.
public enum PartialDelivery {
  /// Deliver what may pass and tell me what was withheld.
  LEVER_REST,
  /// Deliver nothing, so that nobody believes a fact was delivered.
  WEIGER
}
