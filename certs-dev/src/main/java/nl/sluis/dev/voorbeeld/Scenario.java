package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.convenant.Convenant;

/// One scenario, read and checked. Immutable.
///
/// @param convenant the version by whose words and forms it is read
/// @param title its title
/// @param explanation what it shows, for the reader of the report; may be empty
/// @param start the first instant of its clock
/// @param parties by their short names
/// @param families by the short names of the children
/// @param setUp what is registered before the first step
/// @param steps what happens
/// @param ownDatabase whether it must not share a database with other scenarios
/// @param place where it stands
public record Scenario(
    Convenant convenant,
    String title,
    String explanation,
    Instant start,
    Map<String, PartySpec> parties,
    Map<String, Family> families,
    List<Step> setUp,
    List<Step> steps,
    boolean ownDatabase,
    Place place) {
  /// Copies its parts.
  public Scenario {
    parties = new java.util.LinkedHashMap<>(parties);
    families = new java.util.LinkedHashMap<>(families);
    setUp = List.copyOf(setUp);
    steps = List.copyOf(steps);
  }
}
