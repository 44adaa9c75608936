package nl.sluis.gateway.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.WitnessKey;

/// Whose signatures must stand under a checkpoint before somebody believes it (C2SP tlog-policy):
/// which logs, which witnesses, and how many of them.
///
/// Immutable; may be shared between threads.
public final class TrustPolicy {
  private static final int MOST = 32 * 1024;
  private static final int MOST_NAMES = 128;
  private static final String NONE = "none";
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");

  private final List<LogKey> logs;
  private final Quorum quorum;

  /// What must be there.
  private sealed interface Quorum {
    /// Nobody.
    record Nobody() implements Quorum {}

    /// This witness.
    record One(WitnessKey key) implements Quorum {}

    /// At least so many of these.
    record Some(int least, List<Quorum> members) implements Quorum {}
  }

  private TrustPolicy(List<LogKey> logs, Quorum quorum) {
    this.logs = List.copyOf(logs);
    this.quorum = quorum;
  }

  /// Reads a policy file.
  ///
  /// @throws IllegalArgumentException in Dutch, with the number of the line that is wrong
  public static TrustPolicy parse(String text) {
    if (text.length() > MOST || CONTROL.matcher(text).find()) {
      throw new IllegalArgumentException("een beleid is leesbare tekst van ten hoogste 32 KiB");
    }
    return new Reading().read(text.lines().toList());
  }

  /// Is this checkpoint signed by one of the logs, and by as many witnesses as must be?
  ///
  /// @param note a checkpoint, or that of a receipt
  public boolean accepts(String note) {
    return logs.stream().anyMatch(key -> OpenedCheckpoint.open(note, key).isPresent())
        && holds(quorum, Cosignature.text(note), note);
  }

  private static boolean holds(Quorum quorum, String text, String note) {
    return switch (quorum) {
      case Quorum.Nobody _ -> true;
      case Quorum.One(var key) ->
          Cosignature.find(text, note.substring(text.length()), key).isPresent();
      case Quorum.Some(int least, var members) ->
          members.stream().filter(member -> holds(member, text, note)).count() >= least;
    };
  }

  /// Reads line by line; a name stands for what was defined before.
  private static final class Reading {
    private final List<LogKey> logs = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final List<Quorum> quorums = new ArrayList<>();

    TrustPolicy read(List<String> lines) {
      for (var at = 0; at < lines.size(); at++) {
        var line = lines.get(at).strip();
        try {
          if (!line.isEmpty() && !line.startsWith("#")) {
            line(List.of(line.split("[ \t]+", -1)));
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("regel " + (at + 1) + ": " + e.getMessage(), e);
        }
      }
      if (quorums.size() != 1) {
        throw new IllegalArgumentException("een beleid heeft precies één regel `quorum`");
      }
      return new TrustPolicy(logs, quorums.getFirst());
    }

    private void line(List<String> words) {
      switch (words.getFirst()) {
        case "log" -> {
          need(words.size() == 2 || words.size() == 3, "`log` heeft een sleutel");
          unique(words.get(1));
          logs.add(LogKey.parse(words.get(1)));
        }
        case "witness" -> {
          need(words.size() == 3 || words.size() == 4, "`witness` heeft een naam en een sleutel");
          unique(words.get(2));
          define(words.get(1), new Quorum.One(WitnessKey.parse(words.get(2))));
        }
        case "group" -> group(words);
        case "quorum" -> {
          need(words.size() == 2, "`quorum` heeft een naam");
          quorums.add(words.get(1).equals(NONE) ? new Quorum.Nobody() : known(words.get(1)));
        }
        default -> throw new IllegalArgumentException("onbekend woord");
      }
    }

    private void group(List<String> words) {
      need(words.size() > 3, "`group` heeft een naam, een aantal en leden");
      var members = new ArrayList<Quorum>();
      for (var member : words.subList(3, words.size())) {
        need(used.add(member), "een naam is lid van één groep");
        members.add(known(member));
      }
      var least =
          switch (words.get(2)) {
            case "all" -> members.size();
            case "any" -> 1;
            default -> number(words.get(2));
          };
      need(least >= 1 && least <= members.size(), "het aantal past niet bij de leden");
      define(words.get(1), new Quorum.Some(least, List.copyOf(members)));
    }

    private void define(String name, Quorum what) {
      need(!name.equals(NONE) && named.size() < MOST_NAMES, "deze naam kan niet");
      need(named.put(name, what) == null, "deze naam bestaat al");
    }

    private Quorum known(String name) {
      var found = named.get(name);
      need(found != null, "deze naam staat niet eerder in het beleid");
      return Objects.requireNonNull(found);
    }

    /// The same key under another name would count twice.
    private void unique(String verifierKey) {
      need(
          keys.add(verifierKey.substring(verifierKey.lastIndexOf('+') + 1)),
          "deze sleutel staat er al");
    }

    private static int number(String text) {
      need(text.matches("[1-9][0-9]{0,3}"), "dit is geen aantal");
      return Integer.parseInt(text);
    }

    private static void need(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
