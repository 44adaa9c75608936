package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A part of the record, read field by field; what is missing or wrong becomes a gap in Dutch
/// words.
///
/// Whoever reads it asks for each field it knows and then calls [#close]: any other field is a gap.
sealed class Fields permits Outline {
  private final String part;
  private final Map<?, ?> values;
  private final List<String> gaps;
  private final Set<Object> asked = new HashSet<>();

  Fields(String part, Map<?, ?> values, List<String> gaps) {
    this.part = part;
    this.values = values;
    this.gaps = gaps;
  }

  void gap(String sentence) {
    gaps.add(part.isEmpty() ? sentence : part + ": " + sentence);
  }

  boolean has(String key) {
    return value(key) != null;
  }

  /// The text of a field that must be there.
  Optional<String> text(String key, String what) {
    var text = optional(key);
    if (text.isEmpty()) {
      gap(what + " ontbreekt (`" + key + "`)");
    }
    return text;
  }

  /// The text of a field that may be there.
  Optional<String> optional(String key) {
    return value(key) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /// A text that is one of these words.
  Optional<String> choice(String key, String what, Set<String> words) {
    var text = text(key, what);
    if (text.isPresent() && !words.contains(text.get())) {
      gap(what + " is geen van: " + String.join(", ", words.stream().sorted().toList()));
      return Optional.empty();
    }
    return text;
  }

  /// A day that is not after today.
  Optional<LocalDate> day(String key, String what, LocalDate today) {
    var day = anyDay(key, what);
    if (day.isPresent() && day.get().isAfter(today)) {
      gap(what + " ligt in de toekomst (`" + key + "`)");
    }
    return day;
  }

  /// A day that may lie ahead.
  Optional<LocalDate> anyDay(String key, String what) {
    var text = text(key, what);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException _) {
      gap(what + " is geen dag van de vorm 2026-11-03 (`" + key + "`)");
      return Optional.empty();
    }
  }

  /// Yes or no, as `true`, `false`, `ja` or `nee`.
  Optional<Boolean> answer(String key, String what) {
    return switch (value(key)) {
      case Boolean yes -> Optional.of(yes);
      case String word when word.equals("ja") -> Optional.of(true);
      case String word when word.equals("nee") -> Optional.of(false);
      case null, default -> {
        gap(what + " is niet met ja of nee beantwoord (`" + key + "`)");
        yield Optional.empty();
      }
    };
  }

  /// A part of this part.
  Optional<Fields> part(String key, String name) {
    return value(key) instanceof Map<?, ?> map
        ? Optional.of(new Fields(name, map, gaps))
        : Optional.empty();
  }

  /// A part of this part that may be left out.
  Optional<Fields> optionalPart(String key, String name) {
    return part(key, name);
  }

  /// A text that is one of these words when it is needed, and may be any or none when it is not.
  Optional<String> choiceWhen(boolean needed, String key, String what, Set<String> words) {
    return needed ? choice(key, what, words) : optional(key);
  }

  /// The parts of a list; a gap when there is none.
  List<Fields> parts(String key, String name, String what) {
    var parts = new ArrayList<Fields>();
    if (value(key) instanceof List<?> list) {
      for (var item : list) {
        if (item instanceof Map<?, ?> map) {
          parts.add(new Fields(name + " " + (parts.size() + 1), map, gaps));
        }
      }
    }
    if (parts.isEmpty()) {
      gap(what + " ontbreekt (`" + key + "`)");
    }
    return parts;
  }

  /// Says of every field that nobody asked for that the form does not have it.
  void close() {
    for (var key : values.keySet()) {
      if (!asked.contains(key)) {
        gap("het formulier kent het veld `" + key + "` niet");
      }
    }
  }

  private @Nullable Object value(String key) {
    asked.add(key);
    return values.get(key);
  }
}
