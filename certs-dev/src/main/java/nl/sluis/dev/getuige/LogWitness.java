package nl.sluis.dev.getuige;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.BrokenHistory;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.TreeHash;
import nl.sluis.gateway.logbook.WitnessKey;

/// Signs that a log only grows. Of each log it keeps the last checkpoint that it signed, on disk
/// before it answers; what it did not believe it keeps beside that, as evidence.
///
/// May be shared between threads: comparing and keeping are one step. Its folder is for one
/// process.
public final class LogWitness implements AutoCloseable {
  private static final int MOST_EVIDENCE = 64;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final List<LogKey> logs;
  private final WitnessSigner signer;
  private final InstantSource clock;
  private final Runnable beforeKeeping;
  private final FileChannel lock;

  /// What is answered.
  ///
  /// @param status the HTTP status
  /// @param type the media type
  /// @param body the text
  record Answer(int status, String type, String body) {
    static Answer of(int status, String sentence) {
      return new Answer(status, "text/plain; charset=utf-8", sentence + "\n");
    }
  }

  /// @param folder where its key and what it signed are kept; made when it is not there
  /// @param name under which it signs, such as `fg.example/getuige`
  /// @param logs the keys of the logs that it knows; a log may have more than one
  /// @param clock for the time in its signatures
  public LogWitness(Path folder, String name, List<LogKey> logs, InstantSource clock)
      throws IOException {
    this(folder, name, logs, clock, () -> {});
  }

  /// @param beforeKeeping what happens between comparing and keeping, such as in a test
  LogWitness(
      Path folder, String name, List<LogKey> logs, InstantSource clock, Runnable beforeKeeping)
      throws IOException {
    Files.createDirectories(folder);
    this.folder = folder;
    this.logs = List.copyOf(logs);
    this.clock = clock;
    this.beforeKeeping = beforeKeeping;
    this.lock =
        FileChannel.open(
            folder.resolve("slot"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException("op `" + folder + "` draait al een getuige");
    }
    this.signer = WitnessSigner.in(folder, name);
  }

  /// With which anybody checks its signatures.
  public WitnessKey key() {
    return signer.key();
  }

  /// Signs a checkpoint, or says why not (C2SP tlog-witness, `add-checkpoint`).
  synchronized Answer add(String body) throws IOException {
    var parsed = Submission.parse(body);
    if (parsed.isEmpty()) {
      return Answer.of(400, "dit is geen oude omvang, bewijs en checkpoint");
    }
    var asked = parsed.get();
    var keys = logs.stream().filter(key -> key.origin().equals(asked.origin())).toList();
    if (keys.isEmpty()) {
      return Answer.of(404, "dit logboek ken ik niet");
    }
    var opened =
        histories(keys).stream().flatMap(known -> known.open(asked.note()).stream()).findFirst();
    if (opened.isEmpty()) {
      return Answer.of(403, "geen handtekening van een sleutel die ik van dit logboek ken");
    }
    if (asked.old() > opened.get().size()) {
      return Answer.of(400, "de oude omvang is groter dan de nieuwe");
    }
    return compare(asked, opened.get());
  }

  /// How the keys of one log follow from each other: what it was told, or else each key by itself.
  private List<KeyHistory> histories(List<LogKey> keys) throws IOException {
    var told = statements(keys.getFirst().origin());
    return told.isEmpty()
        ? keys.stream().map(KeyHistory::of).toList()
        : keys.stream().flatMap(key -> read(told, key).stream()).toList();
  }

  private static Optional<KeyHistory> read(List<String> statements, LogKey key) {
    try {
      return Optional.of(KeyHistory.read(statements, key));
    } catch (BrokenHistory _) {
      return Optional.empty();
    }
  }

  /// Goes on with the next key of a log, when a key that it knows leads to it and nothing that it
  /// was told before is taken back.
  ///
  /// @param body the `verklaringen` that the log publishes
  synchronized Answer addHistory(String body) throws IOException {
    var told = new ArrayList<String>();
    try {
      JSON.readTree(body).path("verklaringen").forEach(one -> told.add(one.asText()));
    } catch (JsonProcessingException _) {
      return Answer.of(400, "dit is geen geschiedenis van sleutels");
    }
    var known = logs.stream().filter(key -> read(told, key).isPresent()).findFirst();
    if (known.isEmpty()) {
      return Answer.of(403, "geen sleutel die ik ken leidt naar deze");
    }
    var before = statements(known.get().origin());
    if (told.size() < before.size() || !told.subList(0, before.size()).equals(before)) {
      return Answer.of(409, "eerder was de geschiedenis van deze sleutels een andere");
    }
    Kept.write(history(known.get().origin()), JSON.writeValueAsBytes(told));
    return Answer.of(200, "ik ken de sleutels van dit logboek");
  }

  private List<String> statements(String origin) throws IOException {
    var statements = new ArrayList<String>();
    if (Files.exists(history(origin))) {
      JSON.readTree(Files.readAllBytes(history(origin)))
          .forEach(one -> statements.add(one.asText()));
    }
    return statements;
  }

  private Path history(String origin) {
    return folder.resolve("sleutels-" + hash(origin));
  }

  private Answer compare(Submission asked, OpenedCheckpoint now) throws IOException {
    var last = last(asked.origin());
    var size = last.map(OpenedCheckpoint::size).orElse(0L);
    var root = last.map(OpenedCheckpoint::root).orElseGet(() -> new TreeHash().empty());
    if (asked.old() != size) {
      return other(size);
    }
    if (now.size() == size && !Arrays.equals(now.root(), root)) {
      keepEvidence(asked);
      return other(size);
    }
    var grows =
        (size == 0 || now.size() == size)
            ? asked.proof().isEmpty()
            : MerkleProof.extendsTree(size, now.size(), root, now.root(), asked.proof());
    if (!grows) {
      keepEvidence(asked);
      return Answer.of(422, "het bewijs klopt niet: dit is niet het logboek dat ik eerder zag");
    }
    var line = signer.sign(Cosignature.text(asked.note()), clock.instant());
    beforeKeeping.run();
    Kept.write(file(asked.origin()), (asked.note() + line).getBytes(StandardCharsets.UTF_8));
    return new Answer(200, "text/plain; charset=utf-8", line);
  }

  private static Answer other(long size) {
    return new Answer(409, "text/x.tlog.size", size + "\n");
  }

  /// The last checkpoint that it signed of the log with this hash of its origin.
  synchronized Answer newest(String originHash) throws IOException {
    var known = logs.stream().anyMatch(key -> hash(key.origin()).equals(originHash));
    var file = folder.resolve("log-" + originHash);
    return known && Files.exists(file)
        ? new Answer(200, "text/plain; charset=utf-8", Files.readString(file))
        : Answer.of(404, "van dit logboek tekende ik nog niets");
  }

  private Optional<OpenedCheckpoint> last(String origin) throws IOException {
    var file = file(origin);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // It was checked before it was kept; a file that was spoilt stops the witness, not the log.
    var text = Cosignature.text(Files.readString(file));
    return Optional.of(
        OpenedCheckpoint.body(text, origin)
            .orElseThrow(() -> new IOException("wat getekend was, is onleesbaar")));
  }

  private void keepEvidence(Submission asked) throws IOException {
    try (var files = Files.list(folder)) {
      var kept = files.filter(file -> file.getFileName().toString().startsWith("bewijs-")).count();
      if (kept < MOST_EVIDENCE) {
        var note = asked.note().getBytes(StandardCharsets.UTF_8);
        Kept.write(folder.resolve("bewijs-" + hash(asked.note()).substring(0, 16)), note);
      }
    }
  }

  private Path file(String origin) {
    return folder.resolve("log-" + hash(origin));
  }

  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
