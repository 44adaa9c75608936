package nl.sluis.consent.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import nl.sluis.consent.desk.Request;
import nl.sluis.consent.desk.Requests.Rested;

/// Tells those who must say yes that there is a question for them.
///
/// Once for each person, however many receivers were asked for. Before whom it is not put yet is
/// told later. May be shared between threads.
public final class Asking {
  private final Notices notices;

  /// @param notices by which everybody is told
  public Asking(Notices notices) {
    this.notices = notices;
  }

  /// Tells of a request that was put on record.
  ///
  /// @return how many people were told; the caller MUST tell nobody outside
  public int of(Connection tx, Request request, Instant now) throws SQLException {
    var told = new HashSet<UUID>();
    for (var line : request.lines()) {
      for (var person : line.givers()) {
        if (line.askId().isPresent()
            && line.isPutBefore(person, now)
            && !told.contains(person)
            && give(tx, request, line.askId().get(), person, now)) {
          told.add(person);
        }
      }
    }
    return told.size();
  }

  /// Tells somebody of a line that may be put again.
  ///
  /// @return whether it was told
  public boolean after(Connection tx, Request request, Rested rested, Instant now)
      throws SQLException {
    return give(tx, request, rested.askId(), rested.person(), now);
  }

  private boolean give(Connection tx, Request request, UUID askId, UUID person, Instant now)
      throws SQLException {
    var draft = new NoticeDraft(request.subject(), person, NoticeKind.VERZOEK, askId, null);
    return notices.give(tx, draft, now).isPresent();
  }
}
