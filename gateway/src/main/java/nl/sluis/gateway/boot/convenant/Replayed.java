package nl.sluis.gateway.boot.convenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.gateway.convenant.LawHistory;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;

/// Every decision of a logbook, asked again: of the version it cites, which must give the same
/// answer, and of another version, to see what would have been otherwise.
///
/// Says of nobody who they are: rows, rules, purposes and roles only. For one thread.
public final class Replayed {
  private static final int SHOWN_ROWS = 8;

  private final LawHistory history;
  private final Optional<Convenant> other;
  private final Optional<Law> otherLaw;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, List<Long>> moved = new TreeMap<>();
  private long rows;
  private long decisions;
  private long same;
  private long closed;
  private long elsewhere;
  private long asked;
  private long atTheDoor;
  private long questions;

  private Replayed(LawHistory history, Optional<Convenant> other) {
    this.history = history;
    this.other = other;
    this.otherLaw = other.map(version -> Law.ofExample(version.asIfAdopted()));
  }

  /// Replays a whole logbook and changes nothing in it.
  ///
  /// @param connection may read the tables of the logbook
  /// @param history the law as it was known at each moment
  /// @param other a version to compare with; empty for none
  public static Replayed of(
      Connection connection,
      String region,
      KeyVault keys,
      LawHistory history,
      Optional<Convenant> other)
      throws SQLException {
    var replayed = new Replayed(history, other);
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
    if (row.path(Entry.KIND).asText().equals(EntryKind.QUESTION.code())) {
      questions++;
      again(index, row);
      return;
    }
    decisions++;
    if (Replay.isRefusedAtTheDoor(row)) {
      atTheDoor++;
      return;
    }
    again(index, row);
    other.ifPresent(version -> compare(index, row, version));
  }

  /// Asks again by the law as it was known when the row was written. A question beforehand may be
  /// about a day to come, so the day it is about says nothing of what was known.
  private void again(long index, ObjectNode row) {
    var digest = Replay.digest(row);
    if (history.cited(digest).isEmpty()) {
      broken.add("Rij " + index + " noemt een versie die hier niet is (" + digest + ").");
      return;
    }
    var question = Replay.question(row);
    Optional<Convenant> elseSpoke = Optional.empty();
    Optional<Replay> elseSaid = Optional.empty();
    for (var law : history.around(Instant.parse(row.path(Entry.TIME).asText()), digest)) {
      var speaking = law.convenantFor(question);
      if (!speaking.digest().equals(digest)) {
        elseSpoke = elseSpoke.or(() -> Optional.of(speaking));
        continue;
      }
      var replay = Replay.by(law, row, question, speaking);
      if (replay.isSame()) {
        same++;
        return;
      }
      elseSaid = elseSaid.or(() -> Optional.of(replay));
    }
    broken.add(
        elseSaid
            .map(replay -> otherAnswer(index, replay))
            .orElse(
                "Rij "
                    + index
                    + " noemt een andere versie dan er sprak"
                    + elseSpoke.map(c -> " (" + c.id() + " " + c.version() + ")").orElse("")
                    + "."));
  }

  private static String otherAnswer(long index, Replay replay) {
    return "Rij "
        + index
        + " was "
        + replay.was()
        + " en is nu "
        + replay.now()
        + "; anders: "
        + String.join(", ", replay.differences())
        + ".";
  }

  private void compare(long index, ObjectNode row, Convenant version) {
    if (!row.path("convenant").path("id").asText().equals(version.id())) {
      elsewhere++;
      return;
    }
    asked++;
    var question = inForce(Replay.question(row), version);
    var replay = Replay.by(otherLaw.orElseThrow(), row, question, version);
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

  /// How many decisions there are about messages.
  public long decisions() {
    return decisions;
  }

  /// How many rows are questions beforehand, about stated facts.
  public long questions() {
    return questions;
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
        "%d rijen, %d besluiten en vragen opnieuw gesteld aan de versie die zij noemen: %d gelijk, %d niet."
            .formatted(rows, same + broken.size(), same, broken.size()));
    if (questions > 0) {
      lines.add("%d daarvan waren vragen vooraf, over niemand.".formatted(questions));
    }
    if (atTheDoor > 0) {
      lines.add(
          "%d berichten zijn geweigerd voordat een convenant iets zei, om wie ze bracht of hoe ze naar iemand wezen; die tellen niet mee."
              .formatted(atTheDoor));
    }
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
