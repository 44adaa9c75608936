package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.difference.Moved.Direction;
import nl.sluis.policies.hypothesis.Allowance.Under;
import nl.sluis.policies.hypothesis.LaneText;
import nl.sluis.policies.hypothesis.Need;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A [Difference] told in Dutch: counted, listed, and whom it touches.
public final class DifferenceText {
  private final Difference difference;
  private final List<String> lines = new ArrayList<>();

  private DifferenceText(Difference difference) {
    this.difference = difference;
  }

  /// The whole difference.
  public static String of(Difference difference) {
    return new DifferenceText(difference).text();
  }

  private String text() {
    lines.add("Van " + name(difference.before()) + " naar " + name(difference.after()) + ".");
    lines.add("");
    if (difference.isNone()) {
      lines.add("Er verandert niets: voor niemand, bij geen enkel doel.");
      return String.join("\n", lines) + "\n";
    }
    counts();
    cells("Wat erbij komt", Direction.OPENED);
    cells("Wat niet meer mag", Direction.CLOSED);
    cells("Wat makkelijker wordt", Direction.WIDER);
    cells("Wat strenger wordt", Direction.NARROWER);
    cells("Wat anders moet", Direction.OTHERWISE);
    consents();
    examples();
    touched();
    plain("Wat er van deze versie zelf anders is", difference.head());
    plain("Wie erbij komt, weggaat of iets anders wordt", difference.parties());
    plain("Wat er naast de regels anders is afgesproken", difference.arrangements());
    plain("Wat er in de tekst anders staat", difference.texts());
    plain("Uitgewerkte voorbeelden die anders in de tekst staan", difference.cases());
    return String.join("\n", lines) + "\n";
  }

  private void counts() {
    lines.add(count(Direction.OPENED, "van weigeren naar toestaan"));
    lines.add(count(Direction.CLOSED, "van toestaan naar weigeren"));
    int other =
        difference.count(Direction.WIDER)
            + difference.count(Direction.NARROWER)
            + difference.count(Direction.OTHERWISE);
    lines.add(
        Words.count(other, "combinatie blijft", "combinaties blijven")
            + " toegestaan, onder andere voorwaarden.");
    lines.add("Een combinatie is: één soort gegevens, bij één doel, van één rol aan één rol.");
  }

  private String count(Direction direction, String how) {
    return Words.count(difference.count(direction), "combinatie gaat", "combinaties gaan")
        + " "
        + how
        + ".";
  }

  /// What is told in one breath: the same move on several roads.
  private record Breath(
      Purpose purpose,
      Role to,
      DataCategory category,
      Optional<Under> before,
      Optional<Under> after) {}

  private void cells(String title, Direction direction) {
    Map<Breath, Set<Role>> breaths = new LinkedHashMap<>();
    for (var moved : difference.moved()) {
      if (moved.direction() == direction) {
        var cell = moved.cell();
        var breath =
            new Breath(cell.purpose(), cell.to(), cell.category(), moved.before(), moved.after());
        breaths.computeIfAbsent(breath, _ -> new TreeSet<>()).add(cell.from());
      }
    }
    if (breaths.isEmpty()) {
      return;
    }
    heading(title);
    breaths.forEach(this::breath);
  }

  private void breath(Breath breath, Set<Role> from) {
    var rule = breath.after().or(breath::before).map(Under::ruleId).orElse("");
    var convenant = breath.after().isPresent() ? difference.after() : difference.before();
    lines.add(
        "  "
            + Words.category(breath.category(), convenant)
            + " van "
            + Words.roles(from)
            + " aan "
            + breath.to()
            + ", bij "
            + breath.purpose()
            + " ("
            + rule
            + ")");
    if (breath.before().isEmpty() || breath.after().isEmpty()) {
      breath.after().ifPresent(under -> under(under));
      return;
    }
    var old = breath.before().get();
    var now = breath.after().get();
    if (old.lane() != now.lane()) {
      lines.add("    eerst " + LaneText.of(old.lane()) + ", nu " + LaneText.of(now.lane()));
    }
    Words.needs(minus(now.needs(), old.needs()), difference.after())
        .forEach(need -> lines.add("    nu ook: " + need));
    Words.needs(minus(old.needs(), now.needs()), difference.before())
        .forEach(need -> lines.add("    niet meer: " + need));
  }

  private void under(Under under) {
    lines.add("    " + LaneText.of(under.lane()));
    Words.needs(under.needs(), difference.after()).forEach(need -> lines.add("    " + need));
  }

  private void consents() {
    if (difference.consents().isEmpty()) {
      return;
    }
    heading("Toestemming die opnieuw gevraagd moet worden");
    Map<List<Object>, Set<Role>> grouped = new LinkedHashMap<>();
    for (var again : difference.consents()) {
      grouped
          .computeIfAbsent(
              List.of(again.purpose(), again.to(), again.because()), _ -> new TreeSet<>())
          .add(again.from());
    }
    grouped.forEach(
        (again, from) ->
            lines.add(
                "  "
                    + again.get(0)
                    + ", van "
                    + Words.roles(from)
                    + " aan "
                    + again.get(1)
                    + ": "
                    + String.join("; ", strings(again.get(2)))
                    + "."));
    lines.add("  Wat mensen eerder zeiden geldt alleen voor de tekst die zij toen lazen.");
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private void examples() {
    if (difference.examples().isEmpty()) {
      return;
    }
    heading("Uitgewerkte voorbeelden die een ander antwoord krijgen");
    for (var moved : difference.examples()) {
      lines.add("  " + moved.example().ruleId() + ": " + moved.example().title());
      lines.add("    eerst " + moved.before());
      lines.add("    nu    " + moved.after());
    }
  }

  private void plain(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      heading(title);
      sentences.forEach(sentence -> lines.add("  " + sentence));
    }
  }

  private void touched() {
    var roles = new TreeSet<Role>();
    for (var moved : difference.moved()) {
      roles.add(moved.cell().from());
      roles.add(moved.cell().to());
    }
    if (roles.isEmpty()) {
      return;
    }
    heading("Wie dit raakt");
    var validity = difference.after().validity();
    for (var role : roles) {
      var names =
          difference.after().parties().values().stream()
              .filter(party -> party.heldDuring(validity).contains(role))
              .map(Party::name)
              .sorted()
              .toList();
      lines.add("  " + role + ": " + (names.isEmpty() ? "niemand" : String.join("; ", names)));
    }
  }

  private void heading(String title) {
    lines.add("");
    lines.add(title);
  }

  private static String name(Convenant convenant) {
    return convenant.id() + " " + convenant.version();
  }

  private static Set<Need> minus(Set<Need> some, Set<Need> others) {
    var rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
