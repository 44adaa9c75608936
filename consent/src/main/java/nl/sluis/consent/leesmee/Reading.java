package nl.sluis.consent.leesmee;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.Signers;
import nl.sluis.policies.convenant.ReadFirst;

/// Whether a text may go: what people said of it, and an instant, and nothing else.
///
/// To let go is AND, to stop is OR. A yes that a professional writes down never undoes a no: that
/// takes the person, logged in. Who may no longer decide still stops what they stopped. Pure.
public final class Reading {
  private Reading() {}

  /// What one person's words amount to.
  ///
  /// @param shown was told that it lies ready
  /// @param read read it
  /// @param yes lets it go
  /// @param no stops it
  record Said(boolean shown, boolean read, boolean yes, boolean no) {}

  /// Whether this text may go.
  ///
  /// @param first what its readers can do
  /// @param events what happened to it, in the order in which it was recorded
  /// @param readers who must read it, by age and gezag at this instant
  /// @param shielded who may not know of its sender or its receiver
  public static ReadingState of(
      Piece piece,
      ReadFirst first,
      List<ReadingEvent> events,
      Signers readers,
      Set<UUID> shielded,
      Instant at) {
    if (!at.isBefore(piece.goodUntil())) {
      return new ReadingState.Over();
    }
    return switch (readers) {
      case Signers.Unknown _ -> new ReadingState.ReadersUnknown();
      case Signers.Known known when known.all().isEmpty() -> new ReadingState.ReadersUnknown();
      case Signers.Known known
          when piece.held() || known.all().stream().anyMatch(shielded::contains) ->
          new ReadingState.ReaderShielded();
      case Signers.Known known -> among(piece, first, events, known.all(), at);
    };
  }

  private static ReadingState among(
      Piece piece, ReadFirst first, List<ReadingEvent> events, Set<UUID> readers, Instant at) {
    boolean stopped =
        first.canBeStopped()
            && events.stream()
                .map(ReadingEvent::person)
                .distinct()
                .anyMatch(person -> said(events, person).no());
    if (stopped && first.kind() == ReadFirst.Kind.TEGENHOUDEN) {
      return new ReadingState.Stopped();
    }
    boolean over = !at.isBefore(piece.readUntil());
    var missing =
        readers.stream()
            .filter(person -> stopped || !isDone(first.kind(), said(events, person), over))
            .collect(Collectors.toSet());
    return missing.isEmpty() ? new ReadingState.Done() : new ReadingState.Waiting(missing);
  }

  private static boolean isDone(ReadFirst.Kind kind, Said said, boolean over) {
    return said.yes()
        || switch (kind) {
          case AKKOORD -> false;
          case INZAGE -> over && (said.read() || said.shown());
          case TEGENHOUDEN -> over && said.read();
        };
  }

  /// What one person's words amount to.
  static Said said(List<ReadingEvent> events, UUID person) {
    boolean shown = false;
    boolean readSelf = false;
    boolean readOnPaper = false;
    boolean yesSelf = false;
    boolean yesOnPaper = false;
    boolean no = false;
    for (var event : events) {
      if (!event.person().equals(person)) {
        continue;
      }
      switch (event.word()) {
        case VOORGELEGD -> shown |= event.opens();
        case GELEZEN -> {
          readSelf |= !event.onPaper() && event.opens();
          readOnPaper |= event.onPaper();
        }
        case AKKOORD -> {
          if (event.onPaper()) {
            readOnPaper = true;
            yesOnPaper |= !no;
          } else if (event.opens()) {
            yesSelf = true;
            no = false;
          }
        }
        case TEGENGEHOUDEN -> {
          yesSelf = false;
          yesOnPaper = false;
          no = true;
        }
        case KLOPT_NIET -> {
          readOnPaper = false;
          yesOnPaper = false;
          no |= !yesSelf;
        }
        case OPMERKING -> {}
      }
    }
    return new Said(shown, readSelf || readOnPaper, yesSelf || yesOnPaper, no);
  }
}
