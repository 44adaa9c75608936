package nl.sluis.gateway.vorm;

/// The way out of these pages for who is watched.
public final class Way {
  /// Where «Snel weg» ends: the weather, which anybody may have been reading.
  public static final String OUT = "https://www.knmi.nl";

  private Way() {}
}
