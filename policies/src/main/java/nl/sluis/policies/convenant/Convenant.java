package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// One version of the convenant, whole and checked. Immutable; may be shared between threads.
///
/// @param id the name of the convenant, such as `zuid-kennemerland`
/// @param version its version, such as `2026-09`
/// @param title its title
/// @param basis the model text on which it rests, such as `model-kennemerland/2026-09`; empty when
///   it stands alone
/// @param status whether it was adopted
/// @param validFrom first day it is in force
/// @param validUntil first day it is not in force any more
/// @param region the municipalities whose children it is for, each with its days
/// @param overlapDays how many days after the first day of this version a party that did not sign
///   it keeps the former one
/// @param schoolHolidays days on which no term counts, as the schools of the region have them
/// @param parties the signatories by number
/// @param purposes the Dutch B1 sentence of each purpose
/// @param book every rule, found by name or by what it is about
/// @param conditions every precondition by code
/// @param legalPoints every question for a lawyer by number
/// @param secrecy the roles that hold professional secrecy, each with its article
/// @param schemas the text of the JSON Schema of each category
/// @param forms the text of each JSON Schema by name, such as `K12-afspraken`
/// @param topics per form the words of topics that may not be spoken of
/// @param labels the plain Dutch name of each category, for families
/// @param examples every worked example
/// @param arrangements what was arranged besides the rules
/// @param digest SHA-256 over its files and those of its model, in hexadecimal; it is in every
///   decision
public record Convenant(
    String id,
    String version,
    String title,
    Optional<String> basis,
    Status status,
    LocalDate validFrom,
    LocalDate validUntil,
    List<Served> region,
    int overlapDays,
    List<Holiday> schoolHolidays,
    Map<Oin, Party> parties,
    Map<Purpose, String> purposes,
    RuleBook book,
    Map<String, Condition> conditions,
    Map<String, LegalPoint> legalPoints,
    Map<Role, LawRef> secrecy,
    Map<DataCategory, String> schemas,
    Map<String, String> forms,
    Map<String, Set<String>> topics,
    Map<DataCategory, String> labels,
    List<Example> examples,
    Arrangements arrangements,
    String digest) {
  /// How far the text has come.
  public enum Status {
    /// Still being written; nothing rests on it.
    CONCEPT,
    /// Nobody signed it; runs in demonstrations and tests only, and says so.
    VOORBEELD,
    /// Adopted by the parties.
    VASTGESTELD,
    /// Ended before its last day.
    VERVALLEN
  }

  /// Copies its parts.
  public Convenant {
    region = List.copyOf(region);
    schoolHolidays = List.copyOf(schoolHolidays);
    parties = Map.copyOf(parties);
    purposes = Map.copyOf(purposes);
    conditions = Map.copyOf(conditions);
    legalPoints = Map.copyOf(legalPoints);
    secrecy = Map.copyOf(secrecy);
    schemas = Map.copyOf(schemas);
    forms = Map.copyOf(forms);
    topics = Map.copyOf(topics);
    labels = Map.copyOf(labels);
    examples = List.copyOf(examples);
  }

  /// Every rule, in the order of the files.
  public List<Rule> rules() {
    return book.rules();
  }

  /// The one rule for this purpose between these roles; empty when the convenant is silent.
  public Optional<Rule> rule(Purpose purpose, PartyRole sender, PartyRole receiver) {
    return book.rule(purpose, sender.role(), receiver.role());
  }

  /// The rule with this identifier.
  public Optional<Rule> rule(String ruleId) {
    return book.rule(ruleId);
  }

  /// The points of law this rule leans on that no lawyer decided yet, in their order.
  public List<LegalPoint> undecided(Rule rule) {
    return rule.legalPoints().stream()
        .flatMap(id -> Optional.ofNullable(legalPoints.get(id)).stream())
        .filter(point -> !point.isDecided())
        .toList();
  }

  /// Is this version for the children of this municipality on this day?
  public boolean isFor(Municipality municipality, LocalDate day) {
    return region.stream()
        .anyMatch(s -> s.municipality().equals(municipality) && s.days().hold(day));
  }

  /// The party with this key, such as `ggd-jgz`.
  public Optional<Party> party(String key) {
    return parties.values().stream().filter(p -> p.key().equals(key)).findFirst();
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

  /// The days on which it holds, once adopted.
  public Days validity() {
    return new Days(validFrom, Optional.of(validUntil));
  }

  /// Was it adopted, or is it an example that runs as if it were?
  public boolean isInUse() {
    return status == Status.VASTGESTELD || status == Status.VOORBEELD;
  }

  /// Is this version in force on this day?
  public boolean isInForceOn(LocalDate day) {
    return isInUse() && !day.isBefore(validFrom) && day.isBefore(validUntil);
  }

  /// The same text as an example: for trying out, never for deciding about people.
  public Convenant asIfAdopted() {
    return new Convenant(
        id,
        version,
        title,
        basis,
        Status.VOORBEELD,
        validFrom,
        validUntil,
        region,
        overlapDays,
        schoolHolidays,
        parties,
        purposes,
        book,
        conditions,
        legalPoints,
        secrecy,
        schemas,
        forms,
        topics,
        labels,
        examples,
        arrangements,
        digest);
  }
}
