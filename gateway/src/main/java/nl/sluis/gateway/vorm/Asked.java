package nl.sluis.gateway.vorm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a browser asked. Immutable; may be shared between threads.
///
/// @param at when
/// @param path the variable parts of the path
/// @param form the fields of the form, with all values that each had; empty when nothing was sent
/// @param query the parameters of the query; only who logs in comes back with one
/// @param cookies by name
public record Asked(
    Instant at,
    Map<String, String> path,
    Map<String, List<String>> form,
    Map<String, String> query,
    Map<String, String> cookies) {
  /// Copies its parts.
  public Asked {
    path = Map.copyOf(path);
    form = Map.copyOf(form);
    query = Map.copyOf(query);
    cookies = Map.copyOf(cookies);
  }

  /// The identifier in the path; empty when it is not one, which is the same as not there.
  public Optional<UUID> id() {
    return id("id");
  }

  /// The identifier under this name in the path; empty when it is not one.
  public Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(path.getOrDefault(name, "")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The one value of a field, without space around it.
  ///
  /// @return empty text when the field was left empty or not chosen
  /// @throws InputFault when it came more than once
  public String one(String field) throws InputFault {
    var values = many(field);
    if (values.size() > 1) {
      throw new InputFault(field);
    }
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  /// Every value of a field of which more can be chosen; empty when none was.
  public List<String> many(String field) {
    return form.getOrDefault(field, List.of());
  }

  /// Was this button pressed or this box ticked?
  public boolean has(String field) {
    return form.containsKey(field);
  }
}
