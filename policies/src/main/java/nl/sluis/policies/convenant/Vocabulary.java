package nl.sluis.policies.convenant;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// Turns the words of the files into the words of Sluis; an unknown word is a fault.
final class Vocabulary {
  /// The sorts of organisation that can be a party.
  static final Set<String> KINDS =
      Set.of(
          "school-po",
          "school-vo",
          "school-mbo",
          "swv",
          "cjg",
          "ggd-jgz",
          "veilig-thuis",
          "leerplicht",
          "gemeente",
          "huisarts",
          "schoolcoach",
          "jmw",
          "jeugdhulp",
          "gi",
          "rvdk",
          "welzijn",
          "opvang",
          "arts",
          "inspectie",
          "bureau",
          "leverancier",
          "sluis");

  private final Faults faults;

  Vocabulary(Faults faults) {
    this.faults = faults;
  }

  Optional<Role> role(Word word) {
    return known(
        word, Role.of(word.value()), "De rol", Arrays.stream(Role.values()).map(Role::code));
  }

  Set<Role> roles(Collection<Word> words) {
    return all(words, this::role, Role.class);
  }

  Optional<DataCategory> category(Word word) {
    return known(
        word,
        DataCategory.of(word.value()),
        "De categorie",
        Arrays.stream(DataCategory.values()).map(DataCategory::name));
  }

  Set<DataCategory> categories(Collection<Word> words) {
    return all(words, this::category, DataCategory.class);
  }

  /// The constant of an enum that is written with hyphens in the files.
  <E extends Enum<E>> Optional<E> of(Class<E> type, Word word, String what) {
    var name = word.value().toUpperCase(Locale.ROOT).replace('-', '_');
    var found =
        Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
    return known(
        word, found, what, Arrays.stream(type.getEnumConstants()).map(Vocabulary::written));
  }

  <E extends Enum<E>> Set<E> allOf(Class<E> type, Collection<Word> words, String what) {
    return all(words, w -> of(type, w, what), type);
  }

  Set<String> kinds(Collection<Word> words) {
    for (var word : words) {
      kind(word);
    }
    return words.stream().map(Word::value).collect(Collectors.toUnmodifiableSet());
  }

  String kind(Word word) {
    if (!word.value().isEmpty() && !KINDS.contains(word.value())) {
      faults.add(
          word.spot(),
          "De soort organisatie `"
              + word.value()
              + "` is onbekend"
              + Nearest.question(word.value(), KINDS, "."));
    }
    return word.value();
  }

  private <E extends Enum<E>> Set<E> all(
      Collection<Word> words, Function<Word, Optional<E>> one, Class<E> type) {
    var found = EnumSet.noneOf(type);
    for (var word : words) {
      one.apply(word)
          .filter(e -> !found.add(e))
          .ifPresent(_ -> faults.add(word.spot(), "`" + word.value() + "` staat hier twee keer."));
    }
    return found;
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private <T> Optional<T> known(Word word, Optional<T> found, String what, Stream<String> options) {
    if (found.isEmpty() && !word.value().isEmpty()) {
      faults.add(
          word.spot(),
          what
              + " `"
              + word.value()
              + "` is onbekend"
              + Nearest.question(
                  word.value(),
                  options.toList(),
                  "; kies er een uit policies/convenant/LEESMIJ.md."));
    }
    return found;
  }
}
