package nl.sluis.policies.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Convenant.Status;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Lane;

/// One version told in Dutch: what it is, who signed it, and what stops where somebody did not.
public final class VersionText {
  private final Convenant version;
  private final Optional<Convenant> former;
  private final List<String> lines = new ArrayList<>();

  private VersionText(Convenant version, Optional<Convenant> former) {
    this.version = version;
    this.former = former;
  }

  /// @param version the version
  /// @param former the version before it, which binds whoever did not sign; empty for the first
  /// @param signatures every signature that is known; empty when that is not known here
  public static String of(
      Convenant version, Optional<Convenant> former, Optional<Collection<Signature>> signatures) {
    var text = new VersionText(version, former);
    text.head();
    text.lawyer();
    text.signing(signatures);
    return String.join("\n", text.lines) + "\n";
  }

  /// How far the text has come, in a few words.
  public static String status(Convenant version) {
    return switch (version.status()) {
      case CONCEPT -> "concept: geldt nooit";
      case VOORBEELD -> "voorbeeld: draait alleen in demo en tests";
      case VASTGESTELD -> "vastgesteld: geldt tussen wie getekend heeft";
      case VERVALLEN -> "vervallen: geldt niet meer";
    };
  }

  private void head() {
    lines.add(version.id() + " " + version.version() + ": " + version.title());
    add("status", status(version));
    add("geldig", "van " + version.validFrom() + " tot " + version.validUntil());
    version.basis().ifPresent(basis -> add("rust op", basis));
    add("digest", version.digest());
  }

  private void lawyer() {
    var waiting = new TreeMap<String, TreeSet<String>>();
    for (var rule : version.rules()) {
      for (var point : version.undecided(rule)) {
        waiting.computeIfAbsent(point.id(), _ -> new TreeSet<>()).add(rule.id());
      }
    }
    if (!waiting.isEmpty()) {
      add("jurist", "nog te beslissen; tot dan doen deze regels in productie niet mee:");
      waiting.forEach((point, rules) -> add("", point + ": " + String.join(", ", rules)));
    }
  }

  private void signing(Optional<Collection<Signature>> signatures) {
    boolean isAdopted = version.status() == Status.VASTGESTELD;
    if (!isAdopted || signatures.isEmpty()) {
      add(
          "tekenen",
          isAdopted
              ? "wie tekende weet alleen een draaiende Sluis: `--config sluis.yaml`"
              : "hoeft nog niemand; wordt deze tekst vastgesteld, dan deze partijen:");
      signatories().forEach(party -> add("", party.name() + ": " + stops(party)));
      return;
    }
    for (var party : signatories()) {
      var signed =
          signatures.get().stream()
              .filter(s -> s.digest().equals(version.digest()))
              .filter(s -> isBy(s, party))
              .map(Signature::at)
              .min(Comparator.naturalOrder());
      if (signed.isPresent()) {
        add("getekend", party.name() + " op " + signed.get().atZone(Age.CALENDAR).toLocalDate());
      } else {
        add("niet", party.name() + ": " + stops(party));
      }
    }
  }

  private boolean isBy(Signature signature, Party party) {
    return signature.by().equals(party.oin())
        || signature.by().equals(party.signatoryOn(version.validFrom()));
  }

  private List<Party> signatories() {
    return version.parties().values().stream()
        .filter(party -> !party.roles().isEmpty())
        .sorted(Comparator.comparing(Party::oin))
        .toList();
  }

  /// What comes to a stop as long as this party does not sign.
  private String stops(Party party) {
    var stops = rules(party, false);
    var goesOn = rules(party, true);
    if (stops.isEmpty() && goesOn.isEmpty()) {
      return "zonder handtekening stopt er niets";
    }
    boolean bound = former.filter(f -> f.parties().containsKey(party.oin())).isPresent();
    if (!bound) {
      return "zonder handtekening begint er niets: "
          + ids(java.util.stream.Stream.concat(stops.stream(), goesOn.stream()).toList());
    }
    var from = version.validFrom().plusDays(version.overlapDays());
    return "zonder handtekening geldt "
        + former.orElseThrow().version()
        + " nog tot "
        + from
        + "; dan stopt "
        + (stops.isEmpty() ? "niets" : ids(stops))
        + (goesOn.isEmpty() ? "" : ", en gaat door op de oude tekst " + ids(goesOn));
  }

  private List<Rule> rules(Party party, boolean carriedByLaw) {
    var held = party.heldDuring(version.validity());
    return version.rules().stream()
        .filter(rule -> rule.otherChannel().isEmpty())
        .filter(
            rule ->
                rule.from().stream().anyMatch(held::contains)
                    || rule.to().stream().anyMatch(held::contains))
        .filter(rule -> carriedByLaw == isCarriedByLaw(rule))
        .toList();
  }

  private static boolean isCarriedByLaw(Rule rule) {
    return rule.lane() == Lane.WETTELIJK || rule.lane() == Lane.OVERRIDE;
  }

  private static String ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).sorted().distinct().collect(Collectors.joining(", "));
  }

  private void add(String what, String text) {
    lines.add("  " + (what + "         ").substring(0, 9) + " " + text);
  }
}
