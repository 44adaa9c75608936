package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.verzoek.AnswerPages.Receiver;
import nl.sluis.gateway.vorm.Visitor;

/// Who got what was mended or erased and was told, as far as who asked may see that they got it.
///
/// A receiver goes with the lines by which it got the data: whoever sees none of these does not see
/// the receiver, and there is no number by which to miss one. Each look opens as many rows,
/// whatever there is. May be shared between threads.
final class Receivers {
  /// How many rows are looked at.
  private static final int ROWS = 24;

  /// A row that is about nobody.
  private static final Ref NOTHING = new Ref(false, -1);

  private final OwnRequests desk;
  private final Lines lines;

  Receivers(OwnRequests desk, Lines lines) {
    this.desk = desk;
    this.lines = lines;
  }

  /// Those of this request, the first told first.
  List<Receiver> of(Visitor who, Lines.Child child, SubjectRequest request, Instant now)
      throws SQLException {
    if (!Recipients.follow(request, StepKind.TOEGEWEZEN) || !request.has(StepKind.TOEGEWEZEN)) {
      return List.of();
    }
    var looked = rows(desk.recipients(request));
    var refs = new ArrayList<>(looked.keySet());
    while (refs.size() < ROWS) {
      refs.add(NOTHING);
    }
    var seen = lines.seen(who, child, refs, now);
    var found = new LinkedHashMap<RecipientMessage, Receiver>();
    for (int i = 0; i < seen.size(); i++) {
      var message = Optional.ofNullable(looked.get(refs.get(i)));
      var line = seen.get(i);
      if (message.isPresent() && line.isPresent()) {
        found.putIfAbsent(message.get(), receiver(message.get(), line.get().to(), now));
      }
    }
    return List.copyOf(found.values());
  }

  private static Receiver receiver(RecipientMessage message, Who who, Instant now) {
    return message
        .answer()
        .map(answer -> new Receiver(who, answer.done().code(), answer.at()))
        .orElseGet(
            () -> new Receiver(who, message.isLate(now) ? "te-laat" : "wacht", message.due()));
  }

  /// The first row of each, then the second of each, until there are enough.
  private static Map<Ref, RecipientMessage> rows(List<RecipientMessage> messages) {
    var rows = new LinkedHashMap<Ref, RecipientMessage>();
    for (int i = 0; i < ROWS; i++) {
      for (var message : messages) {
        if (i < message.rows().size() && rows.size() < ROWS) {
          rows.put(new Ref(false, message.rows().get(i)), message);
        }
      }
    }
    return rows;
  }
}
