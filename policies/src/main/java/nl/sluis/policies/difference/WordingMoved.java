package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.LegalPoint;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// What is written differently around the rules: purposes, preconditions, questions for a lawyer,
/// professional secrecy, kinds of data and the fields they may have.
final class WordingMoved {
  private static final List<Part<String>> SENTENCE =
      List.of(Part.one("heet voor het gezin", s -> "\"" + s + "\""));
  private static final List<Part<Condition>> CONDITION =
      List.of(
          Part.one("heet", Condition::code),
          Part.one("komt van", c -> c.source().name().toLowerCase(Locale.ROOT)),
          Part.some("vraagt de velden", c -> c.fields().stream()),
          Part.some("is vervuld bij", c -> c.outcomes().stream()),
          Part.one("mag oud zijn (dagen)", c -> "" + c.maxAgeDays()),
          Part.one("geldt voor wie woont in", c -> c.residence().map(m -> m.name()).orElse("")),
          Part.some("tekent", c -> c.functions().stream()),
          Part.one("geldt tot", c -> c.youth().map(Condition.Youth::words).orElse("")),
          Part.one(
              "laat het gezin vooraf lezen",
              c -> c.readFirst().map(r -> r.kind().code()).orElse("")),
          Part.some(
              "laat lezen wie telt bij",
              c -> c.readFirst().stream().flatMap(r -> r.regimes().stream()).map(Regime::code)),
          Part.one("ziet het gezin", c -> c.shown() ? "ja" : "nee"),
          Part.one("zegt", c -> "\"" + c.sentence() + "\""));
  private static final List<Part<LegalPoint>> POINT =
      List.of(
          Part.one("heet", LegalPoint::id),
          Part.one("vraagt", p -> "\"" + p.question() + "\""),
          Part.one("gaat nu uit van", LegalPoint::chosen),
          Part.row("kan worden", p -> p.options().stream()),
          Part.one("raakt", LegalPoint::touches),
          Part.some("geldt bij", p -> p.bearing().inWords().stream()),
          Part.one("raakt geen stroom, want", p -> p.noLane().orElse("")),
          Part.one(
              "is besloten",
              p ->
                  p.ruling()
                      .map(r -> r.answer() + " door " + r.by() + " op " + r.on())
                      .orElse("")));
  private static final List<Part<LawRef>> SECRECY = List.of(Part.one("rust op", RulesMoved::law));
  private static final List<Part<String>> FORM =
      List.of(Part.row("zegt", text -> text.lines().map(String::strip)));
  private static final List<Part<Set<String>>> TOPICS = List.of(Part.some("zijn", Set::stream));

  private WordingMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    var moved = new ArrayList<String>();
    moved.addAll(Part.moved(before.purposes(), after.purposes(), p -> "Doel " + p, SENTENCE));
    moved.addAll(
        Part.moved(before.conditions(), after.conditions(), c -> "Voorwaarde " + c, CONDITION));
    moved.addAll(
        Part.moved(before.legalPoints(), after.legalPoints(), p -> "Juristpunt " + p, POINT));
    moved.addAll(
        Part.<Role, LawRef>moved(
            before.secrecy(), after.secrecy(), r -> "Het beroepsgeheim van " + r, SECRECY));
    moved.addAll(
        Part.<DataCategory, String>moved(
            before.labels(), after.labels(), c -> "Gegevens " + c, SENTENCE));
    moved.addAll(Part.moved(before.forms(), after.forms(), f -> "Vorm " + f, FORM));
    moved.addAll(
        Part.moved(
            before.topics(), after.topics(), f -> "Verboden onderwerpen in vorm " + f, TOPICS));
    return moved;
  }
}
