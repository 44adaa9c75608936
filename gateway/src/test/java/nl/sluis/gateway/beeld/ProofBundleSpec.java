package nl.sluis.gateway.beeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.boot.logboek.LogbookCommand;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.KeyList;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.UseKeyChange;
import nl.sluis.gateway.logbook.WitnessKey;
import nl.sluis.gateway.tijdstempel.StampTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a supervisor takes home, checked with plain tools and with Sluis away from Sluis.
class ProofBundleSpec {
  private static final String REGION = "kennemerland";
  private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

  @TempDir Path directory;

  private TestDatabase database;
  private KeyVault keys;
  private Logbook logbook;
  private PublicLog log;
  private KeyPair witness;

  @BeforeEach
  void a_logbook_with_a_witness() throws Exception {
    database = TestDatabase.with(Schema.FILES);
    keys =
        KeyVault.open(directory.resolve("sleutels"), directory.resolve("kek"), new SecureRandom());
    logbook =
        Logbook.open(
            REGION, "sluis.example/kennemerland", database.gateway(), keys, new SecureRandom());
    log = new PublicLog(REGION, database.gateway());
    witness = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void with_plain_tools_and_the_key_it_shows_that_nothing_was_taken_out() throws Exception {
    for (var rows : List.of(1, 4, 3, 55, 200)) {
      write(rows);
    }
    sign(1);
    sign(8);
    write(70);
    stamp(logbook.checkpoint().orElseThrow().size());
    write(31);

    var folder = unpacked();
    var told = check(folder, logbook.key().toString(), "tsa.pem");

    assertThat(told)
        .contains("telt 364 rijen", "Getuige getuige.example: 8 rijen", "eerste 8 rijen")
        .contains("eerste 333 rijen", "het checkpoint van 333 rijen bestond op")
        .doesNotContain("NIET IN ORDE", "Niet nagegaan");
    assertThat(everything(folder)).noneMatch(text -> text.contains("betrokkene-van-de-proef"));
  }

  @Test
  void each_size_leads_to_each_later_one() throws Exception {
    for (int size = 1; size <= 9; size++) {
      write(1);
    }
    write(1);
    for (int size = 1; size <= 9; size++) {
      sign(size);
      var folder = Files.createTempDirectory(directory, "maat");
      unpack(bundle(List.of(witnessKey(), "x.example+00000000+AA==")).make(NOW), folder);
      assertThat(Files.readString(folder.resolve("samenhang/" + size)))
          .startsWith("old " + size + "\n");
      assertThat(check(folder, logbook.key().toString())).contains("eerste " + size + " rijen");
      execute("delete from checkpoint_cosignature where size = " + size);
      write(1);
    }
  }

  @Test
  void whatever_is_changed_in_it_is_found() throws Exception {
    write(9);
    sign(9);
    write(20);
    stamp(29);
    write(4);
    var key = logbook.key().toString();
    for (var file :
        List.of(
            "checkpoint",
            "eerder/9",
            "samenhang/9",
            "tijdstempels/29.tsr",
            "getuigen",
            "eerder/29")) {
      var folder = unpacked();
      var bytes = Files.readAllBytes(folder.resolve(file));
      // In what counts: a root, a hash of the proof, a key, a signature.
      int at =
          file.endsWith(".tsr")
              ? bytes.length - 9
              : file.startsWith("eerder") ? 40 : bytes.length * 2 / 5;
      bytes[at] ^= 1;
      Files.write(folder.resolve(file), bytes);

      assertThat(run(folder, key, "tsa.pem")).as(file).isNotZero();
    }
    var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(run(unpacked(), "sluis.example/kennemerland+" + key(stranger, 1), "tsa.pem"))
        .isNotZero();
  }

  @Test
  void sluis_on_another_machine_accepts_it_and_finds_a_row_that_was_changed() throws Exception {
    write(40);
    sign(40);
    write(ProofBundle.ROWS);
    var folder = unpacked();

    assertThat(controleer(folder)).isEqualTo(LogbookCommand.WHOLE);

    var export = folder.resolve("laatste-rijen.uitvoer");
    var bytes = Files.readAllBytes(export);
    bytes[bytes.length / 2] ^= 1;
    Files.write(export, bytes);
    assertThat(controleer(folder)).isNotEqualTo(LogbookCommand.WHOLE);
  }

  @Test
  void before_anything_is_signed_there_is_nothing_to_prove() throws Exception {
    assertThat(bundle(List.of(witnessKey())).make(NOW).isEmpty()).isTrue();
  }

  private int controleer(Path folder) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new LogbookCommand(out, out)
        .run(
            List.of(
                "controleer",
                "--uitvoer",
                folder.resolve("laatste-rijen.uitvoer").toString(),
                "--sleutel",
                folder.resolve("sleutel").toString(),
                "--geschiedenis",
                folder.resolve("sleutels.json").toString()));
  }

  private ProofBundle bundle(List<String> witnesses) {
    var uses = new UseKeyChange(logbook, keys, (_, _) -> null);
    return new ProofBundle(
        logbook,
        log,
        new StampTable(REGION),
        new KeyList(logbook, uses, database.gateway()),
        database.gateway(),
        witnesses);
  }

  private Path unpacked() throws Exception {
    var folder = Files.createTempDirectory(directory, "bundel");
    unpack(bundle(List.of(witnessKey())).make(NOW), folder);
    if (Files.exists(directory.resolve("tsa.pem"))) {
      Files.copy(directory.resolve("tsa.pem"), folder.resolve("tsa.pem"));
    }
    return folder;
  }

  private static void unpack(Pieces made, Path folder) throws IOException {
    var zip = new ByteArrayOutputStream();
    made.write(zip);
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
  }

  private static List<String> everything(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(ProofBundleSpec::latin).toList();
    }
  }

  private static String latin(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(Path folder, String... args) throws Exception {
    return started(folder, args).waitFor();
  }

  private static String check(Path folder, String... args) throws Exception {
    var process = started(folder, args);
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static Process started(Path folder, String... args) throws IOException {
    var command = Stream.concat(Stream.of("sh", "nareken.sh"), Arrays.stream(args)).toList();
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private void write(int rows) throws SQLException {
    var subject = UUID.randomUUID();
    var entries =
        Stream.generate(
                () ->
                    new Entry(
                        EntryKind.ACCEPTED,
                        Optional.of(subject),
                        JsonNodeFactory.instance
                            .objectNode()
                            .put("transactie", "betrokkene-van-de-proef")))
            .limit(rows)
            .toList();
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var batch = logbook.append(tx, entries, NOW);
      tx.commit();
      tx.setAutoCommit(true);
      logbook.publish(batch);
    }
  }

  /// What a witness puts under a checkpoint (C2SP tlog-cosignature).
  private void sign(long size) throws Exception {
    var note = log.at(size).orElseThrow().note();
    var seconds = NOW.getEpochSecond();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(witness.getPrivate());
    var text = "cosignature/v1\ntime " + seconds + "\n" + Cosignature.text(note);
    signer.update(text.getBytes(StandardCharsets.UTF_8));
    var bytes =
        ByteBuffer.allocate(4 + Long.BYTES + 64)
            .put(id(witness, 4))
            .putLong(seconds)
            .put(signer.sign())
            .array();
    var line = "\u2014 getuige.example " + Base64.getEncoder().encodeToString(bytes) + "\n";
    log.keep(
        size,
        Cosignature.find(Cosignature.text(note), line, WitnessKey.parse(witnessKey()))
            .orElseThrow());
  }

  private String witnessKey() throws GeneralSecurityException {
    return "getuige.example+" + key(witness, 4);
  }

  private static String key(KeyPair pair, int type) throws GeneralSecurityException {
    var encoded = pair.getPublic().getEncoded();
    var typed =
        ByteBuffer.allocate(33)
            .put((byte) type)
            .put(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
            .array();
    var hex = new StringBuilder();
    for (var one : id(pair, type)) {
      hex.append("%02x".formatted(one));
    }
    return hex + "+" + Base64.getEncoder().encodeToString(typed);
  }

  private static byte[] id(KeyPair pair, int type) throws GeneralSecurityException {
    var name = type == 4 ? "getuige.example" : "sluis.example/kennemerland";
    var encoded = pair.getPublic().getEncoded();
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update((byte) type);
    digest.update(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    return Arrays.copyOf(digest.digest(), 4);
  }

  /// What an authority puts on a checkpoint (RFC 3161), made by openssl.
  private void stamp(long size) throws Exception {
    OpensslAuthority.stamp(directory, log.at(size).orElseThrow().note());
    try (var connection = database.gateway().getConnection();
        var add =
            connection.prepareStatement(
                """
                insert into tijdstempel (region, size, tijd, stempel, keten, intrekkingslijsten)
                values (?, ?, ?, ?, ?, '')
                """)) {
      add.setString(1, REGION);
      add.setLong(2, size);
      add.setObject(3, NOW.atOffset(ZoneOffset.UTC));
      add.setBytes(4, Files.readAllBytes(directory.resolve("antwoord")));
      add.setString(5, Files.readString(directory.resolve("tsa.pem")));
      add.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
