package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What Sluis counts in its own logbook for whoever looks after a convenant.
final class DerivedCountsSpec {
  @Test
  void twelve_children_are_counted_and_nine_are_not() throws IOException {
    try (var gateway = TestGateway.start()) {
      var differences = gateway.play(story(12, "2026-11: 12"));

      assertThat(differences).as(gateway.told()).isEmpty();
    }
    try (var gateway = TestGateway.start()) {
      var differences = gateway.play(story(9, "2026-11: niets"));

      assertThat(differences).as(gateway.told()).isEmpty();
    }
  }

  private static String story(int children, String expected) {
    var count =
        expected.endsWith("niets")
            ? "verwacht: {status: 403, code: cijfer-niet-te-geven, bevat niet: [\"9\"]}"
            : "verwacht: {status: 200, velden: {aantal: " + children + ", periode: 2026-11}}";
    var part = "verwacht: {status: 403, code: cijfer-niet-te-geven}";
    return """
    titel: Tellen in het logboek
    tijd: 2026-11-23 10:00
    partijen:
      school: De Duinpieper
      cjg: CJG Kennemerland
      bureau: Convenantbureau
    gezinnen:
    %s
    toestemmingen:
    %s
    stappen:
    %s
      - opmerking: de maand is nog niet voorbij
        vraag cijfer: {door: bureau als convenantbeheerder, periode: 2026-11}
        verwacht: {status: 403, code: cijfer-niet-te-geven}
      - tot: 2026-12-02 09:00
      - vraag cijfer: {door: bureau als convenantbeheerder, periode: 2026-11}
        %s
      - opmerking: wie dit ook nog wist, wist hoeveel het er voor elk ander doel waren
        vraag cijfer: {door: bureau als convenantbeheerder, periode: 2026-11, doel: signaal-bespreken-cjg}
        %s
      - opmerking: nog eens hetzelfde vragen geeft hetzelfde
        vraag cijfer: {door: bureau als convenantbeheerder, periode: 2026-11}
        %s
      - controleer: logboek
        verwacht: {logboek: klopt}
    """
        .formatted(
            lines(children, DerivedCountsSpec::family),
            lines(children, DerivedCountsSpec::consent),
            lines(children, DerivedCountsSpec::disclosure),
            count,
            part,
            count);
  }

  private interface Line {
    String of(int child);
  }

  private static String lines(int children, Line line) {
    return IntStream.range(0, children).mapToObj(line::of).collect(Collectors.joining("\n"));
  }

  private static String family(int i) {
    return "  kind"
        + (char) ('a' + i)
        + ": {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig,"
        + " bekend bij: school als school-administratie}";
  }

  private static String consent(int i) {
    return "  - {stap: ja "
        + (char) ('a' + i)
        + ", van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over:"
        + " kind"
        + (char) ('a' + i)
        + ", categorieen: [K01, K09], gegeven door: [moeder]}";
  }

  private static String disclosure(int i) {
    var name = String.valueOf((char) ('a' + i));
    return ("  - stap: signaal %s\n"
            + "    stuur: {van: school als school-ib, aan: cjg als cjg-coach,"
            + " doel: signaal-bespreken-cjg, over: kind%s, categorieen: [K01, K09],"
            + " voorwaarden: [besproken-met-ouders]}\n"
            + "  - haal op: {door: cjg als cjg-coach, pakket van: signaal %s}")
        .formatted(name, name, name);
  }
}
