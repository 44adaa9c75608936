package nl.sluis.consent.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;

/// Tells people which yes a professional wrote down in their name.
///
/// Whoever gave it, and the other parent when the speaker said that he agrees (design 10.12), can
/// say that it is not so. May be shared between threads.
public final class Telling {
  private final Notices notices;
  private final FactReader facts;
  private final PersonRegister people;
  private final CustodyAt custody;

  /// @param notices by which everybody is told
  /// @param parameters how long custody may be relied on
  public Telling(String region, PersonSeal seal, Notices notices, ConsentParameters parameters) {
    this.notices = notices;
    this.facts = new FactReader(region, seal);
    this.people = new PersonRegister(region);
    this.custody = new CustodyAt(parameters);
  }

  /// One notice to be: to whom, of what, about which words.
  private record Due(UUID person, NoticeKind kind, long eventSeq) {}

  /// Gives the notices about this question that were not given yet.
  ///
  /// @param answerBy until when they can be answered in time
  /// @return how many were given
  public int of(Connection tx, ConsentAsk ask, Instant answerBy, Instant now) throws SQLException {
    var records = facts.records(tx, List.of(FactQuery.about(ask)), now).getFirst();
    var same = people.same(tx, ask.subject());
    var given = new HashSet<Due>();
    for (var row : notices.about(tx, ask)) {
      var seq = row.eventSeq();
      if (seq != null) {
        given.add(new Due(same.of(row.person()), row.kind(), seq));
      }
    }
    int count = 0;
    for (var due : due(ask, records, now)) {
      var draft = new NoticeDraft(ask.subject(), due.person(), due.kind(), ask.id(), answerBy);
      if (!given.contains(due) && notices.give(tx, draft, due.eventSeq(), now).isPresent()) {
        count++;
      }
    }
    return count;
  }

  private List<Due> due(ConsentAsk ask, Records records, Instant now) {
    var due = new ArrayList<Due>();
    for (var event : records.events()) {
      if (event.askId().equals(ask.id()) && isWrittenDown(event)) {
        due.add(new Due(event.speaker(), NoticeKind.VERKLARING_VASTGELEGD, event.seq()));
        others(event, records, now)
            .forEach(p -> due.add(new Due(p, NoticeKind.AKKOORD_GENOEMD, event.seq())));
      }
    }
    return due;
  }

  private Set<UUID> others(ConsentEvent event, Records records, Instant now) {
    return event.otherParentAgrees()
        ? custody.on(records.custody(), now).stream()
            .flatMap(fact -> fact.holders().stream())
            .filter(person -> !event.isBy(person))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean isWrittenDown(ConsentEvent event) {
    return event.type().isYes()
        && event.person() != null
        && event.channel().filter(channel -> channel != Channel.PORTAAL).isPresent();
  }
}
