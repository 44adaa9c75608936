package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.sluis.gateway.logbook.BrokenHistory;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.OpenedCheckpoint;

/// Remembers the largest checkpoint that this partner saw, and lets nobody show it another logbook:
/// each next one must be proved to hold all that went before, by tiles that the log itself gives.
///
/// A next key of the log is believed when the history that the log publishes leads to it from the
/// key that is known, and says again all that it said before. The memory is two files. May be
/// shared between threads; two processes need a file each.
public final class LogWatch {
  private final Path memory;
  private final LogKey key;
  private final OpenLog log;
  private final JsonMapper json = JsonMapper.builder().build();

  /// @param memory the file; made at the first look, whose checkpoint is believed as it is
  /// @param key of the log, got by another way than the log itself
  /// @param log where it is read
  public LogWatch(Path memory, LogKey key, OpenLog log) {
    this.memory = memory;
    this.key = key;
    this.log = log;
  }

  /// Looks at the newest checkpoint.
  ///
  /// @return how many rows the logbook has
  /// @throws Distrusted when it is not the continuation of what was seen before; both checkpoints
  ///   are then kept beside the memory
  /// @throws IOException when there is no answer, which says nothing
  public synchronized long look() throws IOException, Distrusted {
    var note = log.newest().orElse("");
    var kept = kept();
    try {
      var shown = open(note, kept);
      var before = kept.isEmpty() ? 0L : remembered(kept, note);
      if (shown.size() < before) {
        throw new Distrusted(
            Distrusted.Cause.TERUGVAL,
            "het logboek telt %d rijen, eerder waren het er %d".formatted(shown.size(), before),
            kept,
            note);
      }
      prove(kept, note);
      return shown.size();
    } catch (Distrusted e) {
      keepEvidence(e);
      throw e;
    }
  }

  /// The size of what was seen before; it was checked when it was kept, so that a history that does
  /// not hold it any more takes it back.
  private long remembered(String kept, String note) throws IOException, Distrusted {
    return keys()
        .open(kept)
        .map(OpenedCheckpoint::size)
        .orElseThrow(
            () ->
                new Distrusted(
                    Distrusted.Cause.TERUGVAL,
                    "wat eerder is gezien telt volgens de sleutels niet meer: is een reservekopie"
                        + " teruggezet?",
                    kept,
                    note));
  }

  /// Compares a checkpoint that came another way, such as in a receipt or from another partner; it
  /// may be older than what was seen.
  public synchronized void compare(String note) throws IOException, Distrusted {
    var kept = kept();
    try {
      open(note, kept);
      prove(kept, note);
    } catch (Distrusted e) {
      keepEvidence(e);
      throw e;
    }
  }

  private OpenedCheckpoint open(String note, String kept) throws IOException, Distrusted {
    var opened = keys().open(note);
    if (opened.isEmpty()) {
      follow(kept, note);
      opened = keys().open(note);
    }
    return opened.orElseThrow(
        () ->
            new Distrusted(
                Distrusted.Cause.ONGETEKEND,
                "dit controlepunt is niet van dit logboek, of niet met zijn sleutel getekend",
                kept,
                note));
  }

  /// The keys of the log as they are known now.
  public synchronized KeyHistory keys() throws IOException {
    var statements = statements();
    return statements.isEmpty() ? KeyHistory.of(key) : KeyHistory.read(statements, key);
  }

  private List<String> statements() throws IOException {
    var file = history();
    var statements = new ArrayList<String>();
    if (Files.exists(file)) {
      json.readTree(Files.readString(file)).forEach(one -> statements.add(one.asText()));
    }
    return statements;
  }

  private Path history() {
    return memory.resolveSibling(memory.getFileName() + ".sleutels");
  }

  /// Goes on with a next key, when what is known leads to it.
  private void follow(String kept, String note) throws IOException, Distrusted {
    var known = statements();
    var said = log.keyStatements();
    if (said.size() < known.size() || !said.subList(0, known.size()).equals(known)) {
      throw new Distrusted(
          Distrusted.Cause.SPLITSING,
          "de geschiedenis van de sleutels is niet meer die van eerder",
          kept,
          note);
    }
    try {
      var _ = KeyHistory.read(said, key);
    } catch (BrokenHistory e) {
      throw new Distrusted(
          Distrusted.Cause.ONGETEKEND,
          "een volgende sleutel van dit logboek is niet door de vorige getekend",
          kept,
          note);
    }
    write(history(), json.writeValueAsString(said));
  }

  private void prove(String kept, String note) throws IOException, Distrusted {
    var shown = open(note, kept);
    if (kept.isEmpty()) {
      remember(note);
      return;
    }
    var before = open(kept, kept);
    var first = before.size() <= shown.size() ? before : shown;
    var second = before.size() <= shown.size() ? shown : before;
    if (!extendsTree(first, second, kept, note)) {
      throw new Distrusted(
          Distrusted.Cause.SPLITSING,
          "de eerste %d rijen zijn niet meer die van eerder".formatted(first.size()),
          kept,
          note);
    }
    if (shown.size() > before.size()) {
      remember(note);
    }
  }

  private boolean extendsTree(
      OpenedCheckpoint first, OpenedCheckpoint second, String kept, String note)
      throws IOException, Distrusted {
    if (first.size() == 0) {
      // Of nothing everything is the continuation.
      return true;
    }
    if (first.size() == second.size()) {
      return Arrays.equals(first.root(), second.root());
    }
    List<byte[]> path;
    try {
      path = new TileProofs(log).consistency(first.size(), second.size());
    } catch (TileProofs.Missing e) {
      throw new Distrusted(
          Distrusted.Cause.GEEN_BEWIJS,
          "het logboek bewijst niet dat het van %d tot %d rijen alleen groeide"
              .formatted(first.size(), second.size()),
          kept,
          note);
    }
    return MerkleProof.extendsTree(first.size(), second.size(), first.root(), second.root(), path);
  }

  private String kept() throws IOException {
    return Files.exists(memory) ? Files.readString(memory) : "";
  }

  private void remember(String note) throws IOException {
    write(memory, note);
  }

  private void keepEvidence(Distrusted found) throws IOException {
    write(
        memory.resolveSibling(memory.getFileName() + ".bewijs"),
        found.kept() + "\n" + found.shown());
  }

  /// The old text or the new one is there, also after a power cut.
  private static void write(Path file, String text) throws IOException {
    var temp = file.resolveSibling(file.getFileName() + ".nieuw");
    try (var channel =
        FileChannel.open(
            temp,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
