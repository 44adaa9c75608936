package nl.sluis.policies.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Role;

/// A function in which somebody is the contact of a school, as the convenant describes it.
///
/// @param role the function, such as `cjg-coach`
/// @param parts per kind of school the parts that have a contact of their own
/// @param familySees whether a family can have this contact as the person it speaks with
public record ContactFunction(Role role, Map<String, List<String>> parts, boolean familySees) {
  /// Copies its parts.
  public ContactFunction {
    parts = Map.copyOf(parts);
  }

  /// The parts of a school of this kind; none when it has no such contact.
  public List<String> partsOf(String kind) {
    return parts.getOrDefault(kind, List.of());
  }

  /// The part that is meant when a school of this kind names none: its only one.
  public Optional<String> onlyPartOf(String kind) {
    var all = partsOf(kind);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
