package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.keys.KeyVault;

/// The verifier's account of what cannot be read: the rows `gewist` list exactly those, in the only
/// form there is, and the keys that they name are gone (design 10.18).
///
/// For one thread.
final class ErasureCheck {
  private static final String PERSON = "betrokkene/";
  private static final String PERIOD = "tijdvak/";

  private final KeyVault keys;
  private final Findings findings;
  private final List<Run> unreadable = new ArrayList<>();
  private final List<Run> listed = new ArrayList<>();
  private final TreeSet<String> dead = new TreeSet<>();
  private long erased;

  /// Rows from the first to the last.
  private record Run(long first, long last) {}

  ErasureCheck(KeyVault keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /// A row whose details cannot be opened because a key is gone, in the order of the rows.
  void unreadable(long index) {
    if (!unreadable.isEmpty() && unreadable.getLast().last() + 1 == index) {
      unreadable.set(unreadable.size() - 1, new Run(unreadable.getLast().first(), index));
    } else {
      unreadable.add(new Run(index, index));
    }
  }

  /// Is this earlier row one of those?
  boolean isUnreadable(long index) {
    return unreadable.reversed().stream().anyMatch(r -> r.first() <= index && index <= r.last());
  }

  /// What a row `gewist` says.
  void account(long index, JsonNode detail) {
    long before = -2;
    for (var item : detail.path("rijen")) {
      var run = run(item);
      if (run.first() <= before + 1 || run.last() < run.first() || run.last() >= index) {
        findings.row(index, "`gewist` noemt de rijen niet in hun enige vorm, of een latere rij.");
        return;
      }
      listed.add(run);
      before = run.last();
    }
    detail.path("sleutels").forEach(name -> dead.add(name.asText()));
  }

  /// A run of two or more, or a lone row; anything else is before everything and so refused.
  private static Run run(JsonNode item) {
    if (item.isArray() && item.size() == 2 && item.get(1).asLong() > item.get(0).asLong()) {
      return new Run(item.get(0).asLong(-1), item.get(1).asLong(-1));
    }
    var lone = item.isIntegralNumber() ? item.asLong() : -1;
    return new Run(lone, lone);
  }

  /// To be called after the last row.
  void finish() {
    var accounted = merged();
    erased =
        compare(
            unreadable, accounted, "is onleesbaar gemaakt en geen rij `gewist` verantwoordt dat.");
    compare(accounted, unreadable, "staat als gewist te boek en is nog te lezen.");
    dead.forEach(this::isDead);
  }

  long erased() {
    return erased;
  }

  /// What several rows list, once: a row can be gone because of a person and because of a month.
  private List<Run> merged() {
    var sorted = new ArrayList<>(listed);
    sorted.sort((a, b) -> Long.compare(a.first(), b.first()));
    var merged = new ArrayList<Run>();
    for (var run : sorted) {
      if (!merged.isEmpty() && run.first() <= merged.getLast().last() + 1) {
        var last = merged.removeLast();
        merged.add(new Run(last.first(), Math.max(last.last(), run.last())));
      } else {
        merged.add(run);
      }
    }
    return merged;
  }

  /// Names the first row of every stretch of the one that is not in the other.
  ///
  /// @return how many rows of the one are in the other
  private long compare(List<Run> these, List<Run> others, String sentence) {
    long common = 0;
    int at = 0;
    for (var run : these) {
      long from = run.first();
      while (from <= run.last()) {
        while (at < others.size() && others.get(at).last() < from) {
          at++;
        }
        var next = at < others.size() ? others.get(at) : new Run(Long.MAX_VALUE, Long.MAX_VALUE);
        if (next.first() > from) {
          findings.row(from, sentence);
          from = next.first();
        } else {
          long last = Math.min(run.last(), next.last());
          common += last - from + 1;
          from = last + 1;
        }
      }
    }
    return common;
  }

  private void isDead(String name) {
    try {
      boolean lives =
          name.startsWith(PERSON)
              ? keys.knownSubjectKey(UUID.fromString(name.substring(PERSON.length()))).isPresent()
              : name.startsWith(PERIOD)
                  && keys.knownEpochKey(name.substring(PERIOD.length())).isPresent();
      if (lives) {
        findings.from(0, "Een sleutel die volgens een rij `gewist` weg is, is er weer.");
      }
    } catch (KeyDestroyed _) {
      // As it should be.
    } catch (IllegalArgumentException _) {
      findings.from(0, "Een rij `gewist` noemt een sleutel die niet kan bestaan.");
    }
  }
}
