package nl.sluis.policies.toezicht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ControlPolicySpec {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  /// One thing that is wrong, by its name.
  ///
  /// @param file in which file
  /// @param was what stands there
  /// @param is what is put in its place
  /// @param sentence what the officer reads
  record Defect(String name, String file, String was, String is, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Defect> defects() {
    return Stream.of(
        new Defect(
            "werk-vergeten",
            "beleid.yaml",
            "  - {soort: stop, dagen: 7}\n",
            "",
            "Bij `werk` ontbreekt `stop`: wat niet wordt gezegd, gebeurt niet."),
        new Defect(
            "verzoek-later-dan-een-maand",
            "beleid.yaml",
            "{soort: verzoek, dagen: 30}",
            "{soort: verzoek, dagen: 45}",
            "Voor `verzoek` mag een termijn 1 tot en met 30 dagen zijn."),
        new Defect(
            "datalek-later-dan-72-uur",
            "beleid.yaml",
            "{soort: datalek, dagen: 3,",
            "{soort: datalek, dagen: 4,",
            "Voor `datalek` mag een termijn 1 tot en met 3 dagen zijn."),
        new Defect(
            "override-zonder-tweede-persoon",
            "beleid.yaml",
            "{soort: override, dagen: 7, tweedePersoon: ja}",
            "{soort: override, dagen: 7}",
            "`override` sluit altijd een tweede persoon: `tweedePersoon: ja`."),
        new Defect(
            "steekproef-te-klein-voor-haar-belofte",
            "beleid.yaml",
            "rijen: 59",
            "rijen: 58",
            "Met 58 rijen zonder fout is 95% zekerheid over minder dan 5% fout niet te halen;"
                + " daarvoor zijn er 59 nodig."),
        new Defect(
            "onbekende-sleutel",
            "beleid.yaml",
            "gevallenPerWeek: 20",
            "gevallenPerWeek: 20\ngevallenPerDag: 4",
            "De sleutel `gevallenPerDag` is hier onbekend; bedoelt u `gevallenPerWeek`?"),
        new Defect(
            "zonder-grondslag",
            "beleid.yaml",
            "grondslag:\n  - AVG 5 lid 2\n  - AVG 24\n  - AVG 32 lid 1 onder d\n  - NEN 7513\n",
            "",
            "Noem ten minste één artikel waarop de controle rust."),
        new Defect(
            "map-heet-anders",
            "beleid.yaml",
            "versie: 2026-09",
            "versie: 2026-10",
            "De map heet niet naar `id` en `versie`."),
        new Defect(
            "verklaring-die-alles-verklaart",
            "verklaringen.yaml",
            "    vraagt: [antwoord]\n",
            "",
            "Een verklaring die niets vraagt verklaart alles; noem bij `vraagt` wat er moet zijn."),
        new Defect(
            "verklaring-uit-een-bewering",
            "verklaringen.yaml",
            "vraagt: [wettelijke-taak]",
            "vraagt: [beweerd]",
            "`beweerd` bestaat niet bij `vraagt`."),
        new Defect(
            "te-weinig-collegas",
            "signalen.yaml",
            "kleinsteGroep: 8",
            "kleinsteGroep: 4",
            "Vergelijken mag pas met ten minste vijf anderen."),
        new Defect(
            "grens-bij-gewone-mensen",
            "signalen.yaml",
            "soort: veel\n    zin: Veel meer dan anderen in dezelfde rol.\n    grens: 4",
            "soort: veel\n    zin: Veel meer dan anderen in dezelfde rol.\n    grens: 1.5",
            "Een grens onder 2 keer de spreiding wijst op gewone mensen."),
        new Defect(
            "relatie-die-wordt-gerekend",
            "signalen.yaml",
            "soort: relatie",
            "soort: relatie\n    grens: 1",
            "Hierover weet Sluis niets; laat `grens` weg."),
        new Defect(
            "signaal-over-een-kind",
            "signalen.yaml",
            "soort: herhaling",
            "soort: risico-kind",
            "Een signaal van de soort `risico-kind` bestaat niet."));
  }

  @Test
  void the_shipped_policy_is_sound_and_nobody_signed_it() {
    var read = ControlPolicies.read(Policies.files());

    assertThat(read.faults()).isEmpty();
    assertThat(read.policies().on(DAY))
        .map(ControlPolicy::status)
        .contains(ControlPolicy.Status.VOORBEELD);
    assertThat(read.policies().on(LocalDate.of(2026, 8, 31))).isEmpty();
  }

  @Test
  void every_file_of_a_policy_is_in_the_index() throws Exception {
    var top = Path.of("controlebeleid");
    try (var files = Files.walk(top)) {
      assertThat(
              files
                  .filter(path -> path.toString().endsWith(".yaml"))
                  .map(path -> path.toString().replace('\\', '/')))
          .containsExactlyInAnyOrderElementsOf(Policies.files().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  void what_is_wrong_is_said_with_its_file_and_what_to_do(Defect defect) {
    var files = Policies.files();
    var path = Policies.FOLDER + defect.file();
    assertThat(files.get(path)).contains(defect.was());
    files.computeIfPresent(path, (_, text) -> text.replace(defect.was(), defect.is()));

    var read = ControlPolicies.read(files);

    assertThat(read.policies().all()).isEmpty();
    assertThat(read.faults())
        .extracting(ConvenantFault::file, ConvenantFault::sentence)
        .contains(tuple(path, defect.sentence()));
  }

  @Test
  void a_missing_file_is_named() {
    var files = Policies.files();
    files.remove(Policies.FOLDER + "signalen.yaml");

    assertThat(ControlPolicies.read(files).faults())
        .extracting(ConvenantFault::toString)
        .containsExactly(Policies.FOLDER + "signalen.yaml:0: Dit bestand ontbreekt.");
  }

  @Test
  void another_word_is_another_fingerprint() {
    var files = Policies.files();
    files.computeIfPresent(
        Policies.FOLDER + "signalen.yaml", (_, text) -> text.replace("grens: 2\n", "grens: 3\n"));

    assertThat(ControlPolicies.read(files).policies().all())
        .extracting(ControlPolicy::digest)
        .doesNotContain(Policies.shipped().digest());
  }

  @ParameterizedTest
  @EnumSource(Work.class)
  void a_second_person_is_asked_where_the_policy_says_so_and_where_it_may_not_say_otherwise(
      Work work) {
    var policy = Policies.shipped();

    assertThat(policy.secondPerson(work))
        .isEqualTo(
            List.of(
                    Work.OVERRIDE,
                    Work.EMBARGO,
                    Work.BEZWAAR,
                    Work.BETWISTING,
                    Work.INTEGRITEIT,
                    Work.SIGNAAL,
                    Work.STEEKPROEF,
                    Work.DATALEK)
                .contains(work));
    assertThat(policy.due(work, DAY)).isBeforeOrEqualTo(DAY.plusDays(work.longestDays()));
  }
}
