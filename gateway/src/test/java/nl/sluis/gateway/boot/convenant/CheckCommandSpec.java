package nl.sluis.gateway.boot.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.gateway.peer.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Types `sluis convenant controleer` over every broken convenant, as an officer has it on disk: a
/// folder with the texts and, where signing is the matter, a folder with real signatures.
class CheckCommandSpec {
  private static final Path FIXTURES = Path.of("../policies/src/test/resources/gebroken");
  private static final String TEXT = "proef/2027-01";

  private @TempDir Path desk;

  static Stream<String> defects() throws IOException {
    try (var folders = Files.list(FIXTURES)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("heel"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  void each_fault_is_named_by_the_file_on_disk_and_the_command_ends_with_one(String defect)
      throws Exception {
    var folder = FIXTURES.resolve(defect);
    var texts = texts(folder);

    var typed = check(texts, folder);

    var expected = new ArrayList<String>();
    for (var fault : Files.readAllLines(folder.resolve("verwacht.txt"))) {
      expected.add(onDisk(fault, texts));
    }
    expected.add(expected.size() + (expected.size() == 1 ? " fout." : " fouten."));
    assertThat(typed.err().lines()).containsExactlyElementsOf(expected);
    assertThat(typed.out()).doesNotContain("Geen fouten");
    assertThat(typed.status()).isEqualTo(1);
  }

  @Test
  void the_convenant_they_all_differ_from_is_sound() throws Exception {
    var typed = Typed.convenant("controleer", texts(FIXTURES.resolve("heel")).toString());

    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).contains("Geen fouten");
    assertThat(typed.status()).isZero();
  }

  @Test
  void whoever_all_parties_signed_is_sound() throws Exception {
    var defect = FIXTURES.resolve("niet-getekend");
    var texts = texts(defect);
    var signatures = signatures(texts, defect);
    sign(signatures, "00000099000000902000", digest(texts), 9);

    var typed =
        Typed.convenant("controleer", texts.toString(), "--handtekeningen", signatures.toString());

    assertThat(typed.err()).isEmpty();
    assertThat(typed.status()).isZero();
  }

  @Test
  void a_signature_with_a_key_of_somebody_else_is_none() throws Exception {
    var defect = FIXTURES.resolve("niet-getekend");
    var texts = texts(defect);
    var signatures = signatures(texts, defect);
    sign(signatures, "00000099000000902000", digest(texts), 9);
    keep(signatures, Signer.of("00000099000000902000"));

    var typed =
        Typed.convenant("controleer", texts.toString(), "--handtekeningen", signatures.toString());

    assertThat(typed.err())
        .contains(signatures.resolve("9.jws") + ": Dit is geen handtekening onder een convenant")
        .contains("CJG De Brug heeft deze versie niet getekend")
        .endsWith("2 fouten.\n");
    assertThat(typed.status()).isEqualTo(1);
  }

  @Test
  void one_says_where_the_signatures_are_once() throws Exception {
    var typed = Typed.convenant("controleer", "--config", "a.yaml", "--handtekeningen", "b");

    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).contains("niet allebei");
  }

  private Typed check(Path texts, Path folder) throws IOException, SQLException {
    if (!Files.exists(folder.resolve("handtekeningen.txt"))) {
      return Typed.convenant("controleer", texts.toString());
    }
    return Typed.convenant(
        "controleer", texts.toString(), "--handtekeningen", signatures(texts, folder).toString());
  }

  /// What an officer has: the sound texts, with the files of this defect over them.
  private Path texts(Path defect) throws IOException {
    var texts = desk.resolve("teksten");
    copy(FIXTURES.resolve("heel/convenant"), texts);
    copy(defect.resolve("convenant"), texts);
    var removed = defect.resolve("weg.txt");
    if (Files.exists(removed)) {
      for (var line : Files.readAllLines(removed)) {
        Files.delete(texts.resolve(line.substring("convenant/".length())));
      }
    }
    return texts;
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    try (var paths = Files.walk(from)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var there = to.resolve(from.relativize(path).toString());
        Files.createDirectories(there.getParent());
        Files.writeString(there, Files.readString(path));
      }
    }
  }

  private static String onDisk(String fault, Path texts) {
    var file = fault.substring(0, fault.indexOf(':'));
    var line = fault.substring(file.length() + 1).split(":", 2);
    var path = texts.resolve(file.substring("convenant/".length()));
    return path + (line[0].equals("0") ? "" : ":" + line[0]) + ":" + line[1];
  }

  private Path signatures(Path texts, Path defect) throws IOException, SQLException {
    var folder = Files.createDirectories(desk.resolve("handtekeningen"));
    int number = 0;
    for (var line : Files.readAllLines(defect.resolve("handtekeningen.txt"))) {
      if (!line.startsWith("#")) {
        var words = line.split(" ", -1);
        sign(folder, words[0], words[1].equals("deze") ? digest(texts) : words[1], number++);
      }
    }
    return folder;
  }

  private static String digest(Path texts) throws SQLException {
    var told = Typed.convenant("versies", texts.resolve(TEXT).toString()).out();
    return told.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("digest"))
        .map(line -> line.substring("digest".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private static void sign(Path folder, String oin, String digest, int number) throws IOException {
    var signer = Signer.of(oin);
    Map<String, Object> statement =
        Map.of(
            "iss",
            oin,
            "convenant",
            "proef",
            "versie",
            "2027-01",
            "digest",
            digest,
            "jti",
            "handtekening-nummer-000" + number);
    Files.writeString(
        folder.resolve(number + ".jws"), signer.sign(SignatureDesk.TYP, statement) + "\n");
    keep(folder, signer);
  }

  private static void keep(Path folder, Signer signer) throws IOException {
    Files.writeString(
        folder.resolve(signer.oin() + ".json"),
        "{\"oin\":\"%s\",\"naam\":\"Een partij\",\"sleutels\":%s}"
            .formatted(signer.oin(), new JWKSet(List.of(signer.key().toPublicJWK())).toString()));
  }
}
