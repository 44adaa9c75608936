package nl.sluis.gateway.werkplek.opstellen;

import java.util.List;
import java.util.Optional;

/// One field of a category, as its schema in the convenant has it: nothing beside these can be
/// filled in. Immutable.
sealed interface Field {
  /// Its name in the message.
  String name();

  /// Must it be there?
  boolean required();

  /// A text.
  ///
  /// @param longest in characters
  /// @param pattern what it must look like; empty when anything may stand there
  /// @param hint what the schema says about it; empty when it says nothing
  record Text(String name, boolean required, int longest, Optional<String> pattern, String hint)
      implements Field {}

  /// A day.
  record Day(String name, boolean required) implements Field {}

  /// One of these words.
  record Choice(String name, boolean required, List<String> words) implements Field {
    /// Copies its list.
    public Choice {
      words = List.copyOf(words);
    }
  }

  /// A whole number.
  record Count(String name, boolean required, int least, int most, String hint) implements Field {}

  /// Yes or no.
  record Truth(String name, boolean required) implements Field {}

  /// Several of the same: texts, or groups of fields.
  ///
  /// @param parts the fields of each; one field without a name when each is a text
  record Many(String name, boolean required, int least, int most, List<Field> parts)
      implements Field {
    /// Copies its list.
    public Many {
      parts = List.copyOf(parts);
    }

    /// Is each of them a bare text?
    boolean isOfTexts() {
      return parts.size() == 1 && parts.getFirst().name().isEmpty();
    }
  }
}
