package nl.sluis.policies.export;

import static nl.sluis.policies.export.Holds.all;
import static nl.sluis.policies.export.Holds.always;
import static nl.sluis.policies.export.Holds.any;
import static nl.sluis.policies.export.Holds.has;
import static nl.sluis.policies.export.Holds.no;
import static nl.sluis.policies.export.Holds.not;
import static nl.sluis.policies.export.Holds.oneOf;
import static nl.sluis.policies.export.Holds.yes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.Lane;

/// What stops or holds a message as a whole, whatever its categories say.
final class MessageSentences {
  private final Rule rule;
  private final boolean override;
  private final List<Sentence> said = new ArrayList<>();

  private MessageSentences(Rule rule) {
    this.rule = rule;
    this.override = rule.lane() == Lane.OVERRIDE;
  }

  static List<Sentence> of(Convenant convenant, Rule rule) {
    var it = new MessageSentences(rule);
    if (rule.otherChannel().isPresent()) {
      it.refuses("ander-kanaal", always());
      it.counts();
      return it.said;
    }
    it.counts();
    it.road();
    if (convenant.status() != Convenant.Status.VOORBEELD && !convenant.undecided(rule).isEmpty()) {
      it.refuses("juridisch-niet-besloten", always());
    }
    it.parties();
    it.reference();
    it.scanned();
    it.person();
    it.missing();
    return it.said;
  }

  private void counts() {
    if (rule.aggregateOnly()) {
      refuses(
          "aggregatie-vereist",
          any(
              not(oneOf(Fact.VERWIJZING, "geen")),
              not(new Holds.Only(Fact.AANGEBODEN, words(Set.of("K00"))))));
    }
  }

  private void road() {
    boolean statutory = override || rule.lane() == Lane.WETTELIJK;
    refuses("convenant-niet-geldig", statutory ? stand("nog-niet") : stand("nog-niet", "verlopen"));
    refuses(
        "versie-niet-ondertekend",
        statutory ? stand("nooit-getekend") : stand("nooit-getekend", "ingehaald"));
  }

  private static Holds stand(String... words) {
    return oneOf(Fact.STAND, words);
  }

  private void parties() {
    refuses("partij-onbekend/afzender", no(Fact.AFZENDER_BEKEND));
    refuses("partij-onbekend/ontvanger", no(Fact.ONTVANGER_BEKEND));
    var sender = yes(Fact.AFZENDER_BEKEND);
    var receiver = yes(Fact.ONTVANGER_BEKEND);
    refuses("partij-niet-toegetreden/afzender", all(sender, no(Fact.AFZENDER_GEBONDEN)));
    refuses("partij-niet-toegetreden/ontvanger", all(receiver, no(Fact.ONTVANGER_GEBONDEN)));
    refuses("partij-geschorst/afzender", yes(Fact.AFZENDER_GESCHORST));
    refuses("partij-geschorst/ontvanger", yes(Fact.ONTVANGER_GESCHORST));
    refuses("rol-niet-bevoegd/afzender", all(sender, no(Fact.AFZENDER_IN_ROL)));
    refuses("rol-niet-bevoegd/ontvanger", all(receiver, no(Fact.ONTVANGER_IN_ROL)));
    kinds("soort-afzender", Fact.AFZENDER_BEKEND, Fact.SOORT_AFZENDER, rule.fromKinds());
    kinds("soort-ontvanger", Fact.ONTVANGER_BEKEND, Fact.SOORT_ONTVANGER, rule.toKinds());
    if (rule.fixedContact()) {
      refuses("niet-de-vaste-ontvanger", no(Fact.VASTE_ONTVANGER));
    }
  }

  private void kinds(String side, Fact known, Fact kind, Set<String> wanted) {
    if (!wanted.isEmpty()) {
      refuses(
          "rol-niet-bevoegd/" + side, all(yes(known), not(new Holds.OneOf(kind, words(wanted)))));
    }
  }

  private void reference() {
    if (rule.lane() == Lane.ANONIEM) {
      refuses("betrokkene-niet-toegestaan", not(oneOf(Fact.VERWIJZING, "geen")));
      return;
    }
    refuses("betrokkene-onbekend", oneOf(Fact.VERWIJZING, "geen"));
    var number = oneOf(Fact.VERWIJZING, "bsn");
    refuses(
        "bsn-niet-toegestaan",
        rule.references().contains(ReferenceKind.BSN) ? all(number, no(Fact.BSN_BEVOEGD)) : number);
    var others = new TreeSet<String>();
    for (var kind : Set.of(ReferenceKind.EIGEN_KENMERK, ReferenceKind.KOPPELCODE)) {
      if (!rule.references().contains(kind)) {
        others.add(kind.code());
      }
    }
    if (!others.isEmpty()) {
      refuses("betrokkene-niet-toegestaan", new Holds.OneOf(Fact.VERWIJZING, others));
    }
  }

  // On the lane of safety a finding inside a category costs that category only.
  private void scanned() {
    var where = override ? Fact.VONDSTEN_ELDERS : Fact.VONDSTEN;
    for (var found : ScanFinding.values()) {
      refuses(reason(found) + "/vondst", has(where, Stated.code(found)));
    }
  }

  private static String reason(ScanFinding found) {
    return switch (found) {
      case BSN_IN_TEKST -> "bsn-niet-toegestaan";
      case IDENTIFICEREND -> "identificerend-in-anonieme-stroom";
      case VORM_ONJUIST -> "vorm-onjuist";
      case VERBODEN_ONDERWERP -> "verboden-onderwerp";
      case HERLEIDBAAR -> "cijfer-herleidbaar";
      case GEDOMINEERD -> "cijfer-gedomineerd";
      case TE_VEEL_CIJFERS -> "cijfers-te-veel";
      case MUUR -> "muur-tussen-rollen";
      case ROL_NIET_GEKOZEN -> "rol-niet-gekozen";
      case ONTVANGER_ZONDER_OTS -> "ontvanger-niet-bevoegd-override";
      case GEEN_MENSELIJK_BESLUIT -> "geen-menselijk-besluit";
      case NIET_GEVRAAGD -> "niet-gevraagd";
      case ANDERE_TEKST -> "andere-tekst-gelezen";
      case TEGENGEHOUDEN -> "tekst-tegengehouden";
    };
  }

  private void person() {
    if (override) {
      return;
    }
    age();
    boolean byConsent = rule.lane() == Lane.TOESTEMMING;
    refuses("rechterlijk-verbod", has(Fact.BEPERKINGEN, "rechterlijk-verbod"));
    if (byConsent || rule.publicTask()) {
      refuses("beperkt", has(Fact.BEPERKINGEN, "beperkt"));
    }
    if (rule.publicTask()) {
      refuses("bezwaar", has(Fact.BEPERKINGEN, "bezwaar"));
    }
    if (byConsent) {
      refuses("geen-geldige-toestemming", oneOf(Fact.TOESTEMMING, "geen"));
      lacks("gezag-onbekend", oneOf(Fact.TOESTEMMING, "gezag-onbekend"));
      lacks("gever-afgeschermd", oneOf(Fact.TOESTEMMING, "gever-afgeschermd"));
    }
  }

  private void age() {
    if (rule.ages().isEverybody()) {
      return;
    }
    var outside =
        Stated.ages()
            .filter(age -> !rule.ages().hold(age))
            .map(age -> Stated.age(age.years()))
            .collect(Collectors.toCollection(TreeSet::new));
    refuses("leeftijd-past-niet", new Holds.OneOf(Fact.LEEFTIJD, outside));
    lacks("leeftijd-onbekend", oneOf(Fact.LEEFTIJD, "onbekend"));
  }

  private void missing() {
    for (var code : new TreeSet<>(rule.conditions())) {
      lacks("voorwaarde-ontbreekt/" + code, not(has(Fact.VOORWAARDEN, code)));
    }
    if (ObligationSentences.asksMeldcode(rule)) {
      lacks("meldcode-onvolledig", oneOf(Fact.MELDCODE, "geen", "onvolledig"));
    }
  }

  private void refuses(String reason, Holds when) {
    said.add(new Sentence(rule.id() + "/" + reason, false, Asked.MAG, when));
  }

  private void lacks(String reason, Holds when) {
    said.add(new Sentence(rule.id() + "/" + reason, false, Asked.COMPLEET, when));
  }

  private static SortedSet<String> words(Set<String> words) {
    return new TreeSet<>(words);
  }
}
