package nl.sluis.gateway.inzicht;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.onderzoek.JoinedInquiries.Joined;

/// Which lines belong together as a question and what was said to it, for one look. Without state;
/// asks nothing of the database.
final class Ties {
  /// What is looked at for each question, whatever was said to it: itself, and two that follow.
  static final int EACH = 3;

  private final List<Joined> joined;
  private final Instant now;

  /// @param joined the questions, with all that was said to them, whoever may see it
  Ties(List<Joined> joined, Instant now) {
    this.joined = List.copyOf(joined);
    this.now = now;
  }

  /// The rows of which must be asked whether who looks may see them: as many for each question,
  /// with or without an answer, so that nobody can tell by how long it takes.
  List<Ref> toLookAt() {
    var refs = new ArrayList<Ref>();
    for (var one : joined) {
      var rows = new ArrayList<Long>();
      one.row().ifPresent(rows::add);
      one.replies().stream()
          .flatMap(reply -> reply.row().stream())
          .limit(EACH - 1L)
          .forEach(rows::add);
      for (int i = 0; i < EACH && !rows.isEmpty(); i++) {
        refs.add(new Ref(false, rows.get(i < rows.size() ? i : 0)));
      }
    }
    return refs;
  }

  /// The places of those of which there is a line.
  ///
  /// @param lines of what was to be looked at, in the same order
  Set<Long> seeing(List<Optional<Line>> lines) {
    var refs = toLookAt();
    var seen = new HashSet<Long>();
    for (int i = 0; i < refs.size(); i++) {
      if (lines.get(i).isPresent()) {
        seen.add(refs.get(i).number());
      }
    }
    return seen;
  }

  /// How the line of this exchange belongs to another.
  Optional<Tie> of(UUID exchange, Set<Long> seen) {
    return joined.stream()
        .flatMap(one -> Tie.of(exchange, one, seen::contains, now).stream())
        .findFirst();
  }
}
