package nl.sluis.gateway.boot.convenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;

/// Every decision of a logbook, asked again: of the version it cites, which must give the same
/// answer, and of another version, to see what would have been otherwise.
///
/// Says of nobody who they are: rows, rules, purposes and roles only. For one thread.
public final class Replayed {
  private static final int SHOWN_ROWS = 8;

  private final Decider decider;
  private final Optional<Convenant> other;
  private final Optional<Decider> otherDecider;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, List<Long>> moved = new TreeMap<>();
  private long rows;
  private long decisions;
  private long same;
  private long closed;
  private long elsewhere;
  private long asked;

  private Replayed(Decider decider, Optional<Convenant> other) {
    this.decider = decider;
    this.other = other;
    this.otherDecider = other.map(version -> new Decider(version.asIfAdopted()));
  }

  /// Replays a whole logbook and changes nothing in it.
  ///
  /// @param connection may read the tables of the logbook
  /// @param decider every version that was ever in use, with its signatures
  /// @param other a version to compare with; empty for none
  public static Replayed of(
      Connection connection,
      String region,
      KeyVault keys,
      Decider decider,
      Optional<Convenant> other)
      throws SQLException {
    var replayed = new Replayed(decider, other);
    new RowScan(region, keys).all(connection, replayed::row);
    return replayed;
  }

  private void row(long index, Optional<ObjectNode> detail) {
    rows++;
    if (detail.isEmpty()) {
      closed++;
      return;
    }
    var row = detail.get();
    if (!Replay.isDecision(row)) {
      return;
    }
    decisions++;
    again(index, row);
    other.ifPresent(version -> compare(index, row, version));
  }

  private void again(long index, ObjectNode row) {
    var question = Replay.question(row);
    var digest = Replay.digest(row);
    var speaking = decider.convenantFor(question);
    if (decider.shelf().cited(digest).isEmpty()) {
      broken.add("Rij " + index + " noemt een versie die hier niet is (" + digest + ").");
    } else if (!speaking.digest().equals(digest)) {
      broken.add(
          "Rij "
              + index
              + " noemt een andere versie dan nu zou spreken ("
              + speaking.id()
              + " "
              + speaking.version()
              + ").");
    } else {
      var replay = Replay.of(row, decider.decide(question), speaking);
      if (replay.isSame()) {
        same++;
      } else {
        broken.add(
            "Rij "
                + index
                + " was "
                + replay.was()
                + " en is nu "
                + replay.now()
                + "; anders: "
                + String.join(", ", replay.differences())
                + ".");
      }
    }
  }

  private void compare(long index, ObjectNode row, Convenant version) {
    if (!row.path("convenant").path("id").asText().equals(version.id())) {
      elsewhere++;
      return;
    }
    asked++;
    var question = inForce(Replay.question(row), version);
    var replay = Replay.of(row, otherDecider.orElseThrow().decide(question), version);
    if (!replay.was().equals(replay.now())) {
      var what =
          question.purpose()
              + ", "
              + question.sender().role()
              + " aan "
              + question.receiver().role()
              + ": was "
              + replay.was()
              + ", wordt "
              + replay.now();
      moved.computeIfAbsent(what, _ -> new ArrayList<>()).add(index);
    }
  }

  // The same question on a day on which the other version speaks.
  private static Question inForce(Question question, Convenant version) {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    if (!day.isBefore(version.validFrom()) && day.isBefore(version.validUntil())) {
      return question;
    }
    var noon = version.validFrom().atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
    return question.with(noon, question.facts());
  }

  /// Did every decision get the answer it had?
  public boolean isSame() {
    return broken.isEmpty();
  }

  /// How many decisions were asked again.
  public long decisions() {
    return decisions;
  }

  /// How many of them would have had another answer by the other version.
  public int moved() {
    return moved.values().stream().mapToInt(List::size).sum();
  }

  /// How many rows could not be opened, because somebody was erased or a term is over.
  public long closed() {
    return closed;
  }

  /// All of it in Dutch.
  public String text() {
    var lines = new ArrayList<String>();
    lines.add(
        "%d rijen, %d besluiten opnieuw gevraagd aan de versie die zij noemen: %d gelijk, %d niet."
            .formatted(rows, decisions, same, broken.size()));
    if (closed > 0) {
      lines.add(
          "%d rijen zijn dicht, omdat iemand is gewist of de termijn voorbij is; die tellen niet mee."
              .formatted(closed));
    }
    lines.addAll(broken);
    other.ifPresent(
        version -> {
          lines.add(
              "Volgens %s %s zouden %d van %d besluiten anders zijn."
                  .formatted(version.id(), version.version(), moved(), asked));
          if (elsewhere > 0) {
            lines.add("%d besluiten vielen onder een ander convenant.".formatted(elsewhere));
          }
          moved.forEach((what, where) -> lines.add("  " + what + " (" + told(where) + ")"));
        });
    return String.join("\n", lines) + "\n";
  }

  private static String told(List<Long> where) {
    var first =
        where.stream().limit(SHOWN_ROWS).map(String::valueOf).collect(Collectors.joining(", "));
    return where.size() > SHOWN_ROWS
        ? "rij " + first + " en nog " + (where.size() - SHOWN_ROWS)
        : "rij " + first;
  }
}
