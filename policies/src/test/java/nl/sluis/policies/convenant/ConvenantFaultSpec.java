package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvenantFaultSpec {
  private static final String CONSENT =
      "    toestemming: {regime: [school-avg], gevers: volgens-leeftijd-en-gezag}";

  /// A defect in one file: what stands there, what it becomes, and what the officer reads.
  record Defect(String name, String file, String text, String becomes, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Defect> defects() {
    return Stream.of(
        new Defect(
            "an unknown key",
            "regels/signaleren.yaml",
            "    bewaar: R-JH",
            "    bewaart: R-JH",
            "De sleutel `bewaart` is hier onbekend"),
        new Defect(
            "a duplicate key",
            "regels/signaleren.yaml",
            "    vasteOntvanger: ja",
            "    vasteOntvanger: ja\n    vasteOntvanger: nee",
            "staat hier twee keer"),
        new Defect(
            "a rule without an article",
            "regels/beleid.yaml",
            "    grondslagAvg: [overweging 26]\n",
            "",
            "geen enkel artikel"),
        new Defect(
            "a category without a class",
            "categorieen.yaml",
            "{code: K06, naam: leerresultaten, klasse: laag,",
            "{code: K06, naam: leerresultaten,",
            "Hier ontbreekt `klasse`"),
        new Defect(
            "a category with another class",
            "categorieen.yaml",
            "naam: medisch, klasse: zeer-hoog",
            "naam: medisch, klasse: laag",
            "heeft als klasse"),
        new Defect(
            "an unknown role",
            "regels/signaleren.yaml",
            "naarRol: [cjg-coach]",
            "naarRol: [buurman]",
            "De rol `buurman` is onbekend"),
        new Defect(
            "a role that nobody holds",
            "regels/signaleren.yaml",
            "naarRol: [cjg-coach]",
            "naarRol: [jmw]",
            "door geen enkele partij"),
        new Defect(
            "two rules about the same",
            "regels/verzuim.yaml",
            "doel: verzuim-toelichting-lpa",
            "doel: verzuimmelding-wettelijk",
            "gaat ook al over"),
        new Defect(
            "religion and debts allowed",
            "regels/signaleren.yaml",
            "        K08: verzegeld\n",
            "        K18: verzegeld\n",
            "K18 mag in geen enkele regel"),
        new Defect(
            "a bsn from a school to the cjg",
            "regels/signaleren.yaml",
            "        K03: gescand\n",
            "        K02: gescand\n",
            "geen BSN of PGN"),
        new Defect(
            "an override to the cjg",
            "regels/veiligheid.yaml",
            "naarRol: [veilig-thuis]",
            "naarRol: [veilig-thuis, cjg-gedragswetenschapper]",
            "De override gaat alleen naar"),
        new Defect(
            "consent without givers",
            "regels/gezondheid.yaml",
            "    toestemming: {regime: [medisch], gevers: volgens-leeftijd-en-gezag}\n",
            "",
            "het regime en de gevers"),
        new Defect(
            "safety first without a statute",
            "regels/veiligheid.yaml",
            "- {wet: Wmo 2015, artikel: 5.2.6}",
            "- {wet: AVG, artikel: 9(2)(g)}",
            "noemt bij `sectorwet` een wet"),
        new Defect(
            "consent where the law decides",
            "regels/overdracht.yaml",
            "    melding: {moment: vooraf, embargoToegestaan: nee}",
            CONSENT,
            "een nee zou niets betekenen"),
        new Defect(
            "an anonymous message sealed",
            "regels/beleid.yaml",
            "K00: {wijze: gescand,",
            "K00: {wijze: verzegeld,",
            "nooit verzegeld"),
        new Defect(
            "an anonymous message about somebody",
            "regels/beleid.yaml",
            "    bewaar: geen",
            "    verwijzing: [eigen-kenmerk]\n    bewaar: geen",
            "verwijst naar niemand"),
        new Defect(
            "names to the municipality",
            "regels/beleid.yaml",
            "    alleenCijfers: ja\n",
            "",
            "krijgt alleen cijfers"),
        new Defect(
            "a diagnosis to leerplicht",
            "regels/verzuim.yaml",
            "        K05: gescand\n",
            "        K11: verzegeld\n",
            "nooit medische gegevens"),
        new Defect(
            "a rule without a worked yes",
            "voorbeelden/beleid.yaml",
            "antwoord: ja",
            "antwoord: nee",
            "geen uitgewerkt voorbeeld met antwoord ja"),
        new Defect(
            "a precondition nobody described",
            "regels/gezondheid.yaml",
            "[tekst-akkoord-gezin]",
            "[tekst-gelezen]",
            "staat niet in voorwaarden.yaml"),
        new Defect(
            "a law nobody listed",
            "regels/overdracht.yaml",
            "{wet: WPO,",
            "{wet: WPOO,",
            "staat niet in wetten.yaml"),
        new Defect(
            "a purpose nobody described",
            "doelen.yaml",
            "code: overdracht-po-vo",
            "code: overdracht-po",
            "staat niet in doelen.yaml"),
        new Defect(
            "an oin of nineteen positions",
            "partijen.yaml",
            "\"00000099000000501000\"",
            "\"0000009900000501000\"",
            "Een OIN heeft twintig tekens"),
        new Defect(
            "no last day",
            "convenant.yaml",
            "geldigTot: 2028-09-01\n",
            "",
            "ontbreekt `geldigTot`"),
        new Defect(
            "a form that takes any field",
            "gegevens/K07.schema.json",
            "\"additionalProperties\": false,\n  \"properties\"",
            "\"properties\"",
            "sluit andere velden uit"),
        new Defect(
            "a text without a bound",
            "gegevens/K09.schema.json",
            "\"maxLength\": 1500",
            "\"title\": \"x\"",
            "Een tekst heeft een grens"),
        new Defect("no yaml at all", "doelen.yaml", "doelen:", "doelen: [", "geen geldige YAML"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void each_defect_is_a_fault_with_its_file_and_line(Defect defect) {
    var files = new TreeMap<>(Shipped.files());
    var path =
        files.containsKey(Shipped.ZUID + defect.file())
            ? Shipped.ZUID + defect.file()
            : Shipped.MODEL + defect.file();
    var text = files.getOrDefault(path, "");
    assertThat(text).contains(defect.text());
    files.put(path, text.replace(defect.text(), defect.becomes()));

    var faults = faults(files);

    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.sentence()).contains(defect.sentence());
              assertThat(fault.file()).isIn(files.keySet());
              assertThat(fault.line()).isPositive();
            });
  }

  @Test
  void a_missing_file_and_a_strange_file_are_faults() {
    var files = new TreeMap<>(Shipped.files());
    files.remove(Shipped.MODEL + "wetten.yaml");
    files.put(Shipped.ZUID + "regels/notities.txt", "later");

    assertThat(faults(files))
        .extracting(ConvenantFault::file)
        .contains(Shipped.MODEL + "wetten.yaml", Shipped.ZUID + "regels/notities.txt");
  }

  @Test
  void every_fault_is_told_at_once_and_in_order() {
    var files = new TreeMap<>(Shipped.files());
    files.replaceAll((_, text) -> text.replace("bewaar: R-LL", "bewaart: R-LL"));

    var faults = faults(files);

    assertThat(faults).isSorted().hasSizeGreaterThan(8);
  }

  @Test
  void the_line_is_the_line_of_the_defect() {
    var files = new TreeMap<>(Shipped.files());
    files.computeIfPresent(
        Shipped.MODEL + "doelen.yaml",
        (_, text) -> text.replace("doelen:\n", "doelen:\n\n  - kode: x\n"));

    assertThat(faults(files))
        .contains(
            new ConvenantFault(
                Shipped.MODEL + "doelen.yaml",
                4,
                "De sleutel `kode` is hier onbekend; bedoelt u `code`?"));
  }

  private static List<ConvenantFault> faults(Map<String, String> files) {
    return switch (ConvenantReader.read(files)) {
      case Result.Broken(var faults) -> faults;
      case Result.Whole _ -> List.of();
    };
  }
}
