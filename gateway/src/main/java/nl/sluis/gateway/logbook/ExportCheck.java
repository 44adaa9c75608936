package nl.sluis.gateway.logbook;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Checks a logbook, or a part of one, from the file that `./sluis logboek uitvoer` wrote; needs no
/// database and no secret.
///
/// Reads once from front to back and remembers nothing, so the size of the file does not matter.
/// For one thread.
public final class ExportCheck {
  private static final int MOST_LINE = 256;
  private static final Pattern PART = Pattern.compile("(0|[1-9][0-9]{0,17}) (0|[1-9][0-9]{0,17})");

  private final LogKey key;
  private final KeyHistory keys;
  private final Findings findings = new Findings();
  private final KeptCheck keeps;
  private final TreeStack tree = new TreeStack();
  private final TreeHash hash = new TreeHash();
  private long agreed;
  private long notes;
  private boolean broken;

  /// @param kept checkpoints of before that somebody kept elsewhere
  public ExportCheck(LogKey key, List<OpenedCheckpoint> kept) {
    this(KeyHistory.of(key), kept);
  }

  /// The same, of a logbook whose key was replaced.
  ///
  /// @param keys the key history, believed because of one key that is known
  public ExportCheck(KeyHistory keys, List<OpenedCheckpoint> kept) {
    this.key = keys.periods().getLast().key();
    this.keys = keys;
    this.keeps = new KeptCheck(kept, findings);
  }

  /// @param in buffered, at the start of the file; is read to its end and not closed
  /// @throws IOException when it cannot be read, or is no such file at all: that proves nothing
  public LogbookReport check(InputStream in, LogbookVerifier.Progress progress) throws IOException {
    var from = new DataInputStream(in);
    if (!line(from).equals(LogExport.FORM)) {
      throw new IOException("dit is geen uitvoer van een logboek (`" + LogExport.FORM + "`)");
    }
    var origin = line(from);
    var part = PART.matcher(line(from));
    if (!part.matches() || !line(from).isEmpty()) {
      throw new IOException("de kop van dit bestand is niet heel");
    }
    var first = Long.parseLong(part.group(1));
    var end = Long.parseLong(part.group(2));
    if (!origin.equals(key.origin())) {
      findings.from(first, "Dit is een uitvoer van een ander logboek dan dat van de sleutel.");
    }
    var rows = records(from, end - first, progress);
    if (rows != end - first) {
      findings.from(
          first + rows, "De uitvoer belooft %d rijen en heeft er %d.".formatted(end - first, rows));
    }
    if (agreed < tree.size() && !broken) {
      findings.from(agreed, "De rijen vanaf %d zijn niet getekend.".formatted(agreed));
    }
    keeps.finish(tree.size());
    progress.at(rows, rows);
    var span = first == 0 && tree.size() == end ? Span.ALL : span(first, end);
    return new LogbookReport(
        key.origin(), span, rows, notes + keeps.checked(), 0, 0, 0, findings.list());
  }

  private static Span span(long first, long end) throws IOException {
    if (end <= first) {
      throw new IOException("de kop van dit bestand is niet heel");
    }
    return new Span(first, end);
  }

  private long records(DataInputStream from, long total, LogbookVerifier.Progress progress)
      throws IOException {
    var rows = 0L;
    keeps.reached(tree);
    try {
      while (true) {
        var kind = (char) from.readUnsignedByte();
        var bytes = new byte[from.readUnsignedShort()];
        from.readFully(bytes);
        switch (kind) {
          case LogExport.LEAF -> {
            tree.add(hash.leaf(bytes));
            progress.at(++rows, total);
          }
          case LogExport.SUBTREE -> {
            if (!subtree(bytes)) {
              findings.from(tree.size(), "Een deelboom staat niet op zijn plaats.");
              return rows;
            }
          }
          case LogExport.NOTE -> note(new String(bytes, StandardCharsets.UTF_8));
          case LogExport.END -> {
            if (from.read() >= 0) {
              findings.from(tree.size(), "Na het einde van de uitvoer staat nog iets.");
            }
            return rows;
          }
          default -> {
            findings.from(tree.size(), "Hier staat iets dat geen blad of checkpoint is.");
            return rows;
          }
        }
        keeps.reached(tree);
      }
    } catch (EOFException _) {
      findings.from(tree.size(), "De uitvoer breekt af na rij " + (tree.size() - 1) + ".");
      return rows;
    }
  }

  private boolean subtree(byte[] bytes) {
    var height = bytes.length == 1 + TreeHash.LENGTH ? bytes[0] : -1;
    if (height < 0 || height > 60 || (tree.size() & ((1L << height) - 1)) != 0) {
      return false;
    }
    tree.add(height, Arrays.copyOfRange(bytes, 1, bytes.length));
    return true;
  }

  private void note(String note) {
    notes++;
    var opened = keys.open(note);
    if (opened.isEmpty() || opened.get().size() != tree.size()) {
      findings.from(
          agreed,
          "Het checkpoint na rij %d is niet met deze sleutel getekend, of is dat van een ander aantal."
              .formatted(tree.size() - 1));
    } else if (Arrays.equals(opened.get().root(), tree.root())) {
      agreed = tree.size();
    } else if (!broken) {
      // After one wrong row every later root is wrong too; that is said once.
      broken = true;
      findings.from(
          agreed,
          "Van de rijen %d tot en met %d is er een veranderd: de wortel is niet de getekende."
              .formatted(agreed, tree.size() - 1));
    }
  }

  private static String line(DataInputStream from) throws IOException {
    var line = new StringBuilder();
    for (var next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0 || line.length() == MOST_LINE) {
        throw new IOException("de kop van dit bestand is niet heel");
      }
      line.append((char) next);
    }
    return line.toString();
  }
}
