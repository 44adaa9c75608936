package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Three convenanten rest on one text; what is theirs alone holds from one day to another.
class ModelTextSpec {
  private static final String PARTIES = Shipped.ZUID + "partijen.yaml";

  @Test
  void every_rule_of_the_model_holds_in_some_convenant() {
    var held =
        Shipped.all().stream()
            .flatMap(c -> c.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());

    assertThat(ids("/regels/", "- id: ")).isNotEmpty().isSubsetOf(held);
  }

  @Test
  void every_example_of_the_model_is_played_in_some_convenant() {
    var played =
        Shipped.all().stream()
            .flatMap(c -> c.examples().stream())
            .map(Example::title)
            .collect(Collectors.toSet());

    assertThat(ids("/voorbeelden/", "- voorbeeld: ")).isNotEmpty().isSubsetOf(played);
  }

  private static Set<String> ids(String folder, String key) {
    return Shipped.files().entrySet().stream()
        .filter(e -> e.getKey().startsWith(Shipped.MODEL) && e.getKey().contains(folder))
        .flatMap(e -> e.getValue().lines())
        .map(String::strip)
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replaceAll("^\"|\"$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void one_letter_of_the_model_changes_the_digest_of_all_three() {
    var before = Shipped.all().stream().map(Convenant::digest).toList();
    var after =
        Shipped.versions().values().stream()
            .map(files -> changed(files, Shipped.MODEL + "doelen.yaml", "zin: ", "zin: Nu "))
            .toList();

    assertThat(after).hasSize(3).allMatch(result -> differs(result, before));
  }

  private static boolean differs(Result result, List<String> before) {
    return result instanceof Result.Whole(var convenant) && !before.contains(convenant.digest());
  }

  @Test
  void a_role_a_municipality_and_a_suspension_hold_from_one_day_to_another() {
    var result =
        changed(
            Shipped.files(),
            PARTIES,
            "partijen:\n",
            """
            partijen:
              - sleutel: proef
                oin: "00000099000000777000"
                naam: Proef
                soort: cjg
                fg: 023-555 01 00
                aandachtsfunctionaris: zorg@proef.example
                rollen: [cjg-ia, {rol: cjg-coach, van: 2026-10-01, tot: 2027-01-01}]
                toetreding: 2026-09-01
                uittreding: 2028-01-01
                gemeenten: [Haarlem, {naam: Bloemendaal, van: 2019-01-01}]
                geschorst:
                  - {van: 2026-11-01, tot: 2026-11-08, want: de beveiliging was niet op orde}
                namens:
                  - {partij: proef-bestuur, van: 2026-09-01}
                detachering:
                  - {uit: proef-bestuur, rollen: [cjg-coach], van: 2026-10-01}
              - sleutel: proef-bestuur
                oin: "00000099000000778000"
                naam: Proefbestuur
                soort: cjg
                fg: 023-555 01 00
                aandachtsfunctionaris: zorg@proef.example
                rollen: [cjg-ia]
                toetreding: 2026-09-01
            """);

    var party = ((Result.Whole) result).convenant().party("proef").orElseThrow();

    assertThat(party.holds(Role.CJG_COACH, day("2026-09-30"))).isFalse();
    assertThat(party.holds(Role.CJG_COACH, day("2026-10-01"))).isTrue();
    assertThat(party.holds(Role.CJG_COACH, day("2027-01-01"))).isFalse();
    assertThat(party.holds(Role.CJG_IA, day("2026-09-01"))).isTrue();
    assertThat(party.isSuspendedOn(day("2026-11-07"))).isTrue();
    assertThat(party.isSuspendedOn(day("2026-11-08"))).isFalse();
    assertThat(party.isBoundOn(day("2028-01-01"))).isFalse();
    assertThat(party.serves(new Municipality("Bloemendaal"), day("2018-12-31"))).isFalse();
    assertThat(party.serves(new Municipality("Bloemendaal"), day("2019-01-01"))).isTrue();
    assertThat(party.signatoryOn(day("2026-09-01")).value()).isEqualTo("00000099000000778000");
    assertThat(party.officers().dataProtection()).contains("023-555 01 00");
    assertThat(party.officers().childProtection()).contains("zorg@proef.example");
    assertThat(party.secondments())
        .singleElement()
        .extracting(Secondment::roles)
        .isEqualTo(Set.of(Role.CJG_COACH));
  }

  @Test
  void every_rule_says_in_words_how_long_what_it_carries_is_kept() {
    var convenant = Shipped.convenant();
    var kept = convenant.arrangements();

    assertThat(convenant.rules()).allMatch(r -> kept.retentions().containsKey(r.retention()));
    assertThat(convenant.rule("X02").map(kept::keeps)).contains("20 jaar na het einde van de hulp");
    assertThat(convenant.rule("X08").map(kept::keeps))
        .contains("2 jaar na het vertrek van de leerling");
    assertThat(convenant.rule("X01").map(kept::keeps)).contains("wordt niet bewaard");
    assertThat(convenant.rule("X04").map(kept::keeps))
        .contains("zo lang als wie het dossier houdt bepaalt, vanaf de ontvangst");
  }

  @Test
  void every_point_of_law_has_rules_that_wait_for_it_or_says_why_none_does() {
    var points = Shipped.convenant().legalPoints().values();
    var waited =
        Shipped.all().stream()
            .flatMap(c -> c.rules().stream())
            .flatMap(r -> r.legalPoints().stream())
            .collect(Collectors.toSet());

    assertThat(points).hasSize(22);
    assertThat(points).allMatch(p -> p.noLane().isPresent() != waited.contains(p.id()));
  }

  @Test
  void a_rule_waits_for_what_follows_from_what_it_does() {
    var convenant = Shipped.convenant();

    assertThat(convenant.rules().stream().filter(r -> r.otherChannel().isEmpty()))
        .allSatisfy(
            rule -> {
              var waits = rule.legalPoints();
              assertThat(waits.contains("J14"))
                  .isEqualTo(rule.references().contains(ReferenceKind.BSN));
              assertThat(waits.contains("J4"))
                  .isEqualTo(
                      rule.consent().regimes().contains(Regime.JEUGDHULP)
                          || rule.consent().regimes().contains(Regime.MEDISCH));
              assertThat(waits.contains("J11"))
                  .isEqualTo(
                      !Set.of("geen", "R-JH", "R-WGBO", "R-VT", "R-GI").contains(rule.retention()));
            });
  }

  @Test
  void a_report_of_safety_waits_for_no_lawyer() {
    assertThat(Shipped.convenant().rules())
        .filteredOn(r -> r.lane() == Lane.OVERRIDE || r.id().equals("X17") || r.id().equals("X19"))
        .hasSizeGreaterThan(5)
        .allMatch(r -> r.legalPoints().isEmpty());
  }

  @Test
  void another_term_is_another_text() {
    var longer = changed(Shipped.files(), Shipped.MODEL + "bewaartermijnen.yaml", "P30Y", "P31Y");

    assertThat(((Result.Whole) longer).convenant().digest())
        .isNotEqualTo(Shipped.convenant().digest());
  }

  @Test
  void an_example_of_the_model_names_no_party() {
    var faults =
        faults(
            changed(
                Shipped.files(),
                Shipped.MODEL + "voorbeelden/signaleren.yaml",
                "{rol: school-ib}",
                "{partij: school-duinpieper, rol: school-ib}"));

    assertThat(faults).anyMatch(f -> f.sentence().contains("noemt rollen, geen partijen"));
  }

  @Test
  void a_decision_of_a_lawyer_is_whole_and_the_text_follows_it() {
    var half = ruling("    besluit: toestemming\n");
    var other = ruling("    besluit: zorgplicht\n    door: jurist\n    datum: 2026-10-01\n");

    assertThat(faults(half)).anyMatch(f -> f.sentence().contains("alle drie"));
    assertThat(faults(other)).anyMatch(f -> f.sentence().contains("besloten, maar de tekst"));
  }

  private static Result ruling(String text) {
    return changed(
        Shipped.files(),
        Shipped.MODEL + "juridisch.yaml",
        "  - punt: J1\n",
        "  - punt: J1\n" + text);
  }

  @Test
  void every_reason_that_the_domain_names_exists() {
    assertThat(
            Stream.of(
                "partij-onbekend",
                "partij-niet-toegetreden",
                "partij-geschorst",
                "convenant-niet-geldig",
                "versie-niet-ondertekend",
                "doel-niet-in-convenant",
                "rol-niet-bevoegd",
                "categorie-niet-toegestaan",
                "bsn-niet-toegestaan",
                "noodzaak-niet-gemotiveerd",
                "geen-geldige-toestemming",
                "gezag-onbekend",
                "gemeente-onbekend",
                "juridisch-niet-besloten",
                "identificerend-in-anonieme-stroom",
                "aggregatie-vereist",
                "ontvanger-niet-bevoegd-override"))
        .allMatch(code -> Reason.of(code).isPresent());
  }

  private static Result changed(
      Map<String, String> files, String path, String from, String becomes) {
    var changed = new TreeMap<>(files);
    var text = changed.getOrDefault(path, "");
    assertThat(text).contains(from);
    changed.put(path, text.replaceFirst(Pattern.quote(from), quoted(becomes)));
    return ConvenantReader.read(changed);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static List<ConvenantFault> faults(Result result) {
    return result instanceof Result.Broken(var faults) ? faults : List.of();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
