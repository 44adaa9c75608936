package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes down what the check asks for instead of checking it: so the empty form and the check are
/// one text, and can never come to differ.
///
/// Every part is there, so that the check looks into each; no text is, so that nothing is compared.
final class Outline extends Fields {
  private final List<Draft> drafts = new ArrayList<>();

  /// A field whose parts are still being asked for.
  private record Draft(FormField field, Optional<Outline> inside) {
    FormField done() {
      return new FormField(
          field.name(),
          field.kind(),
          field.what(),
          field.required(),
          field.words(),
          inside.map(Outline::fields).orElse(List.of()));
    }
  }

  Outline() {
    super("", Map.of(), new ArrayList<>());
  }

  /// What was asked for so far, in the order of asking.
  List<FormField> fields() {
    return drafts.stream().map(Draft::done).toList();
  }

  private void note(
      String key, FormField.Kind kind, String what, boolean required, Set<String> words) {
    var sorted = words.stream().sorted().toList();
    drafts.add(
        new Draft(new FormField(key, kind, what, required, sorted, List.of()), Optional.empty()));
  }

  private Outline inside(String key, FormField.Kind kind, String what, boolean required) {
    var inside = new Outline();
    drafts.add(
        new Draft(
            new FormField(key, kind, what, required, List.of(), List.of()), Optional.of(inside)));
    return inside;
  }

  @Override
  void gap(String sentence) {}

  @Override
  boolean has(String key) {
    return false;
  }

  @Override
  Optional<String> text(String key, String what) {
    note(key, FormField.Kind.TEKST, what, true, Set.of());
    return Optional.empty();
  }

  @Override
  Optional<String> optional(String key) {
    note(key, FormField.Kind.TEKST, "", false, Set.of());
    return Optional.empty();
  }

  @Override
  Optional<String> choice(String key, String what, Set<String> words) {
    note(key, FormField.Kind.KEUZE, what, true, words);
    return Optional.empty();
  }

  @Override
  Optional<LocalDate> day(String key, String what, LocalDate today) {
    return anyDay(key, what);
  }

  @Override
  Optional<LocalDate> anyDay(String key, String what) {
    note(key, FormField.Kind.DAG, what, true, Set.of());
    return Optional.empty();
  }

  @Override
  Optional<Boolean> answer(String key, String what) {
    note(key, FormField.Kind.JA_NEE, what, true, Set.of());
    return Optional.empty();
  }

  @Override
  Optional<Fields> part(String key, String name) {
    return Optional.of(inside(key, FormField.Kind.DEEL, name, true));
  }

  @Override
  Optional<Fields> optionalPart(String key, String name) {
    return Optional.of(inside(key, FormField.Kind.DEEL, name, false));
  }

  @Override
  Optional<String> choiceWhen(boolean needed, String key, String what, Set<String> words) {
    note(key, FormField.Kind.KEUZE, what, false, words);
    return Optional.empty();
  }

  @Override
  List<Fields> parts(String key, String name, String what) {
    return List.of(inside(key, FormField.Kind.LIJST, what, true));
  }

  @Override
  void close() {}
}
