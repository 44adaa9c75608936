package nl.sluis.policies.rules;

import java.util.List;

/// Every sentence of the convenant, in the order of evaluation.
///
/// The order protects people: what can be answered from the message alone is answered first and
/// alone, so that nobody learns what a family said by sending a message that could not pass anyway.
public final class Checks {
  /// Each of these answers alone: nothing else about the message matters then.
  public static final List<Check> OUTRIGHT = List.of(new OtherChannel(), new CountsOnly());

  /// What follows from the message and the convenant.
  public static final List<Check> MESSAGE =
      List.of(
          new InForce(),
          new LegallyDecided(),
          new PartiesAreBound(),
          new KindsMatch(),
          new FixedReceiver(),
          new Reference(),
          new AllowedCategories(),
          new RequiredCategories(),
          new Necessity(),
          new Sealing(),
          new Scanned(),
          new Preconditions(),
          new Meldcode(),
          new StandingObligations());

  /// What follows from the person it is about.
  public static final List<Check> PERSON =
      List.of(new Restrictions(), new AgeFits(), new ConsentGiven());

  private Checks() {}
}
