package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// One version of the convenant, whole and checked. Immutable; may be shared between threads.
///
/// @param id the name of the convenant, such as `zuid-kennemerland`
/// @param version its version, such as `2026-09`
/// @param title its title
/// @param status whether it was adopted
/// @param validFrom first day it is in force
/// @param validUntil first day it is not in force any more
/// @param schoolHolidays days on which no term counts, as the schools of the region have them
/// @param parties the signatories by number
/// @param purposes the Dutch B1 sentence of each purpose
/// @param rules every rule, in the order of the files
/// @param conditions every precondition by code
/// @param schemas the text of the JSON Schema of each category
/// @param forms the text of each JSON Schema by name, such as `K12-afspraken`
/// @param topics per form the words of topics that may not be spoken of
/// @param labels the plain Dutch name of each category, for families
/// @param examples every worked example
/// @param digest SHA-256 over the files, in hexadecimal; it is in every decision
public record Convenant(
    String id,
    String version,
    String title,
    Status status,
    LocalDate validFrom,
    LocalDate validUntil,
    List<Holiday> schoolHolidays,
    Map<Oin, Party> parties,
    Map<Purpose, String> purposes,
    List<Rule> rules,
    Map<String, Condition> conditions,
    Map<DataCategory, String> schemas,
    Map<String, String> forms,
    Map<String, Set<String>> topics,
    Map<DataCategory, String> labels,
    List<Example> examples,
    String digest) {
  /// How far the text has come.
  public enum Status {
    /// Still being written; nothing rests on it.
    CONCEPT,
    /// Adopted by the parties.
    VASTGESTELD,
    /// Ended before its last day.
    VERVALLEN
  }

  /// Copies its parts.
  public Convenant {
    schoolHolidays = List.copyOf(schoolHolidays);
    parties = Map.copyOf(parties);
    purposes = Map.copyOf(purposes);
    rules = List.copyOf(rules);
    conditions = Map.copyOf(conditions);
    schemas = Map.copyOf(schemas);
    forms = Map.copyOf(forms);
    topics = Map.copyOf(topics);
    labels = Map.copyOf(labels);
    examples = List.copyOf(examples);
  }

  /// The one rule for this purpose between these roles; empty when the convenant is silent.
  public Optional<Rule> rule(Purpose purpose, PartyRole sender, PartyRole receiver) {
    return rules.stream()
        .filter(r -> r.purpose().equals(purpose))
        .filter(r -> r.from().contains(sender.role()) && r.to().contains(receiver.role()))
        .findFirst();
  }

  /// The rule with this identifier.
  public Optional<Rule> rule(String ruleId) {
    return rules.stream().filter(r -> r.id().equals(ruleId)).findFirst();
  }

  /// The JSON Schema by which this rule reads a category; empty when it does not take the category.
  public Optional<String> schema(Rule rule, DataCategory category) {
    return Optional.ofNullable(rule.categories().get(category)).map(c -> forms.get(c.form()));
  }

  /// The words of topics that a category may not hold under this rule.
  public Set<String> forbiddenWords(Rule rule, DataCategory category) {
    return Optional.ofNullable(rule.categories().get(category))
        .map(c -> topics.getOrDefault(c.form(), Set.of()))
        .orElse(Set.of());
  }

  /// Is this version in force on this day?
  public boolean isInForceOn(LocalDate day) {
    return status == Status.VASTGESTELD && !day.isBefore(validFrom) && day.isBefore(validUntil);
  }

  /// The same text as if the parties had adopted it: for trying out, never for deciding about
  /// people.
  public Convenant asIfAdopted() {
    return new Convenant(
        id,
        version,
        title,
        Status.VASTGESTELD,
        validFrom,
        validUntil,
        schoolHolidays,
        parties,
        purposes,
        rules,
        conditions,
        schemas,
        forms,
        topics,
        labels,
        examples,
        digest);
  }
}
