package nl.sluis.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.peer.RevocationLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileSpec {
  private static final Path MANUAL = Path.of("..", "docs", "beheer.md");

  @TempDir private Path folder = Path.of("");

  private String example = "";

  @BeforeEach
  void read_the_example_of_the_manual() throws IOException {
    var page = Files.readString(MANUAL);
    var from = page.indexOf("```yaml\n") + "```yaml\n".length();
    example = page.substring(from, page.indexOf("```", from));
    Files.writeString(folder.resolve("eigenaar.txt"), "geheim\n");
    Files.writeString(folder.resolve("gateway.txt"), "ook geheim\n");
    Files.writeString(folder.resolve("wisser.txt"), "nog geheimer\n");
    Files.writeString(folder.resolve("post.txt"), "het geheimst\n");
  }

  private Settings settings(String yaml) throws IOException {
    var file = folder.resolve("sluis.yaml");
    Files.writeString(file, yaml);
    return SettingsFile.read(file);
  }

  @Test
  void the_example_of_the_manual_is_read_as_it_stands() throws IOException {
    var settings = settings(example);

    assertThat(settings.region()).isEqualTo("kennemerland");
    assertThat(settings.database().gateway().password()).isEqualTo("ook geheim");
    assertThat(settings.trust()).isEqualTo(folder.resolve("ca.pem"));
    assertThat(settings.revocationLists()).hasSize(2);
  }

  @Test
  void where_the_brp_is_asked_is_read_whole_or_left_out_whole() throws IOException {
    var brp = settings(example).brp().orElseThrow();
    assertThat(brp.address()).hasToString("https://brp.example/haalcentraal/api/brp");
    assertThat(brp.chain()).isEqualTo(folder.resolve("brp-client.crt.pem"));

    var without = example.replaceAll("(?m)^gezagsbron:[^\n]*\n(  .*\n)+", "");
    assertThat(settings(without).brp()).isEmpty();

    var half = example.replace("  uitgevers: brp-ca.pem", "  uitgever: brp-ca.pem");
    assertThatThrownBy(() -> settings(half))
        .hasMessageContaining("`gezagsbron.uitgevers` ontbreekt")
        .hasMessageContaining("`gezagsbron.uitgever` is een onbekende");
  }

  @Test
  void the_brp_is_asked_over_tls_and_at_a_plain_address_only() {
    for (var wrong :
        new String[] {
          "http://brp.example/api",
          "https://brp.example/api/",
          "https://brp.example/api?bsn=1",
          "https://iemand@brp.example/api",
          "brp"
        }) {
      var broken = example.replace("https://brp.example/haalcentraal/api/brp", wrong);
      assertThatThrownBy(() -> settings(broken))
          .as(wrong)
          .hasMessageContaining("`gezagsbron.adres` is geen adres");
    }
  }

  @Test
  void mail_leaves_over_tls_between_decent_hours_or_not_at_all() throws IOException {
    var mail = settings(example).pages().mail().orElseThrow();
    assertThat(mail.direct()).isFalse();
    assertThat(mail.login().orElseThrow().password()).isEqualTo("het geheimst");
    assertThat(mail.toString()).doesNotContain("het geheimst");

    var without = example.replaceAll("(?m)^  post:[^\n]*\n(    .*\n)+", "");
    assertThat(settings(without).pages().mail()).isEmpty();

    var broken =
        example
            .replace("tls: starttls ", "tls: geen ")
            .replace("vanaf: 9 ", "vanaf: 3 ")
            .replace("afzender: niet-antwoorden@sluis.example", "afzender: Jeugdzorg");
    assertThatThrownBy(() -> settings(broken))
        .hasMessageContaining("`mensen.post.tls` is `starttls` of `direct`")
        .hasMessageContaining("`mensen.post.vanaf` en `tot`")
        .hasMessageContaining("`mensen.post.afzender` is geen adres");
  }

  @Test
  void how_revocation_is_known_is_said_for_each_authority_or_left_to_the_files()
      throws IOException {
    var line = settings(example).revocation();
    assertThat(line.folder()).contains(folder.resolve("intrekking"));
    var rule = line.rules().getFirst();
    assertThat(rule.manner()).isEqualTo(RevocationLine.Manner.BOTH);
    assertThat(rule.issuer().getName()).isEqualTo("CN=Uitgever,O=Stam,C=NL");
    assertThat(rule.nonceRequired()).isFalse();

    var without = example.replaceAll("(?m)^  intrekking:[^\n]*\n(    .*\n)+", "");
    assertThat(settings(without).revocation()).isEqualTo(RevocationLine.FILES);

    var broken =
        example
            .replace("uitgever: CN=Uitgever,O=Stam,C=NL", "uitgever: De stam")
            .replace("wijze: beide", "wijze: misschien")
            .replace("lijst: http://crl.example/uitgever.crl", "lijst: crl.example")
            .replace("nonce: mag", "nonce: liever niet");
    assertThatThrownBy(() -> settings(broken))
        .hasMessageContaining("`vertrouwen.intrekking.uitgevers.0.uitgever` is geen naam")
        .hasMessageContaining("`vertrouwen.intrekking.uitgevers.0.wijze` is `crl`")
        .hasMessageContaining("`vertrouwen.intrekking.uitgevers.0.lijst` is geen adres")
        .hasMessageContaining("`vertrouwen.intrekking.uitgevers.0.nonce` is `mag`");
    assertThatThrownBy(() -> settings(example.replace("wijze: beide", "wijze: ocsp ")))
        .hasMessageContaining("past niet bij `lijst` en `dienst`");
  }

  @Test
  void an_unknown_setting_stops_the_start() {
    var withUnknown = example + "snelheid: hoog\n";

    assertThatThrownBy(() -> settings(withUnknown))
        .hasMessageContaining("`snelheid` is een onbekende instelling");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    var broken = example.replace("regio: kennemerland", "streek: x").replace("poort: 8443, ", "");

    assertThatThrownBy(() -> settings(broken))
        .hasMessageContaining("`regio` ontbreekt")
        .hasMessageContaining("`streek` is een onbekende")
        .hasMessageContaining("`partners.poort` ontbreekt");
  }

  @Test
  void a_file_that_is_no_yaml_is_refused_with_its_line() {
    assertThatThrownBy(() -> settings("regio: x\noin: [\n")).hasMessageContaining("regel 3");
  }

  @Test
  void a_password_is_never_printed() throws IOException {
    assertThat(settings(example).toString()).doesNotContain("geheim");
  }

  @Test
  void witnesses_are_named_with_their_own_key_and_called_over_tls_or_on_this_machine()
      throws IOException {
    var named = settings(example).witnesses();
    assertThat(named.lines()).extracting(WitnessLine::name).containsExactly("fg.example/getuige");
    assertThat(named.silence()).isEqualTo(Duration.ofMinutes(15));
    var without = example.replaceAll("(?m)^getuigen:[^\n]*\n(  .*\n)+", "");
    assertThat(settings(without).witnesses().lines()).isEmpty();
    var address = "adres: https://fg.example/getuige";
    var here = example.replace(address, "adres: http://localhost:8450");
    assertThat(settings(here).witnesses().lines().getFirst().address()).hasPort(8450);

    for (var wrong :
        List.of(
            "adres: http://fg.example/getuige",
            "adres: http://localhost.fg.example/getuige",
            "adres: https://fg.example/getuige/",
            "adres: ftp://localhost/getuige")) {
      assertThatThrownBy(() -> settings(example.replace(address, wrong)))
          .as(wrong)
          .hasMessageContaining("`getuigen.lijst.0.adres` is geen adres");
    }
    assertThatThrownBy(() -> settings(example.replace("fg.example/getuige+", "ander.example+")))
        .hasMessageContaining("`getuigen.lijst.0.sleutel` is geen sleutel van een getuige");
  }
}
