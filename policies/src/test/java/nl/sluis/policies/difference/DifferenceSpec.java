package nl.sluis.policies.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.difference.Moved.Direction;
import org.junit.jupiter.api.Test;

class DifferenceSpec {
  private static final String SIGNALS = "regels/signaleren.yaml";

  private static final Convenant BEFORE = Shipped.convenant();
  private static final Difference.Known KNOWN = new Difference.Known(BEFORE);

  @Test
  void a_version_does_not_differ_from_itself() {
    var none = Difference.between(BEFORE, BEFORE);

    assertThat(none.isNone()).isTrue();
    assertThat(DifferenceText.of(none)).contains("Er verandert niets");
  }

  @Test
  void one_more_kind_of_data_opens_one_combination_per_pair_of_roles_and_asks_consent_again() {
    var after =
        changed(
            SIGNALS,
            t ->
                t.replace(
                    "noodzaak: ja}\n        K08: verzegeld\n",
                    "noodzaak: ja}\n        K06: gescand\n        K08: verzegeld\n"));

    var difference = KNOWN.against(after);

    assertThat(difference.count(Direction.OPENED)).isEqualTo(3);
    assertThat(difference.count(Direction.CLOSED)).isZero();
    assertThat(difference.consents()).hasSize(3);
    assertThat(difference.examples()).isNotEmpty();
    assertThat(DifferenceText.of(difference))
        .contains("3 combinaties gaan van weigeren naar toestaan.")
        .contains("0 combinaties gaan van toestaan naar weigeren.")
        .contains("van school-leerkracht, school-ib of school-directeur aan cjg-coach");
  }

  @Test
  void a_term_that_becomes_shorter_is_told_in_words() {
    var after = changed("bewaartermijnen.yaml", t -> t.replace("P30Y", "P25Y"));

    var difference = KNOWN.against(after);

    assertThat(DifferenceText.of(difference))
        .contains(
            "Bewaartermijn R-GI is: eerst 30 jaar na de achttiende verjaardag, nu 25 jaar na de"
                + " achttiende verjaardag.");
  }

  @Test
  void a_precondition_that_is_dropped_makes_it_easier_and_is_named() {
    var after =
        changed(
            SIGNALS,
            t ->
                t.replace("    voorwaarden: [besproken-met-ouders]\n", "")
                    .replace(", \"voorwaarde:besproken-met-ouders\"", ""));

    var difference = KNOWN.against(after);

    assertThat(difference.count(Direction.OPENED)).isZero();
    assertThat(difference.count(Direction.WIDER)).isPositive();
    assertThat(DifferenceText.of(difference)).contains("niet meer: als dit is gebeurd");
  }

  @Test
  void another_sentence_for_the_family_moves_no_combination_but_asks_consent_again() {
    var after =
        changed(
            "doelen.yaml",
            t -> t.replace("bespreken samen een zorg over uw kind", "praten samen over uw kind"));

    var difference = KNOWN.against(after);

    assertThat(difference.moved()).isEmpty();
    assertThat(difference.consents()).isNotEmpty();
    assertThat(DifferenceText.of(difference)).contains("de zin waar het gezin ja op zei");
  }

  @Test
  void whoever_lost_a_role_before_the_version_begins_is_not_touched_by_it() {
    var after =
        changed(SIGNALS, t -> t.replace("K08: verzegeld", "K08: {wijze: verzegeld, noodzaak: ja}"));

    var text = DifferenceText.of(KNOWN.against(after));

    assertThat(text)
        .contains("cjg-coach: CJG Heemstede; CJG IJmond; CJG Kennemerland\n")
        .doesNotContain("Gemeente Bloemendaal");
  }

  @Test
  void another_day_on_which_a_party_gets_or_loses_something_is_told() {
    var after =
        changed(
            "partijen.yaml",
            t ->
                t.replace(
                        "{naam: Bloemendaal, van: 2019-01-01}",
                        "{naam: Bloemendaal, van: 2027-01-01}")
                    .replace(
                        "rollen: [schoolcoach]\n    toetreding: 2027-01-01",
                        "rollen: [schoolcoach]\n    toetreding: 2027-03-01"));

    var difference = KNOWN.against(after);

    assertThat(difference.isNone()).isFalse();
    assertThat(DifferenceText.of(difference))
        .contains(
            "CJG Kennemerland werkt in: erbij Bloemendaal vanaf 2027-01-01; weg Bloemendaal vanaf"
                + " 2019-01-01.")
        .contains("Altra schoolcoach is gebonden: eerst vanaf 2027-01-01, nu vanaf 2027-03-01.");
  }

  private static Convenant changed(String file, UnaryOperator<String> change) {
    var files = new TreeMap<>(Shipped.files());
    var path =
        files.keySet().stream().filter(p -> p.endsWith("/" + file)).findFirst().orElseThrow();
    files.computeIfPresent(path, (_, text) -> change.apply(text));
    return switch (ConvenantReader.read(files)) {
      case Result.Whole(var convenant) -> convenant;
      case Result.Broken(var faults) -> throw new AssertionError(faults);
    };
  }
}
