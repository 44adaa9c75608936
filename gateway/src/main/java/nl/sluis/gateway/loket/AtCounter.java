package nl.sluis.gateway.loket;

/// A page of a person as it stands at the desk.
///
/// @param token of the session at the desk; every form sends it back
/// @param page what the person's own page shows
/// @param <T> of what
public record AtCounter<T>(String token, T page) {
  @Override
  public String toString() {
    return "page at the desk";
  }
}
