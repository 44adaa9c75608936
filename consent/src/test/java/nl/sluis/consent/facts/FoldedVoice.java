package nl.sluis.consent.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.policies.terms.DataCategory;

/// All that [Fold] keeps of what one person said. For one thread.
final class FoldedVoice {
  private final List<Yes> yeses = new ArrayList<>();
  private final List<Dispute> disputes = new ArrayList<>();
  final List<ConsentEvent> courts = new ArrayList<>();
  private final Map<UUID, Set<DataCategory>> everGave = new HashMap<>();
  final Map<DataCategory, Instant> nos = new EnumMap<>(DataCategory.class);
  final Map<DataCategory, Instant> questions = new EnumMap<>(DataCategory.class);

  /// One yes; the categories shrink as it is taken back.
  record Yes(ConsentAsk ask, ConsentEvent event, Instant until, Set<DataCategory> categories) {}

  private static final class Dispute {
    private final ConsentEvent event;
    private boolean settled;
    private boolean settledOnline;

    private Dispute(ConsentEvent event) {
      this.event = event;
    }

    private boolean isOpen(DataCategory category) {
      return !settled && !settledOnline && event.covers(category);
    }
  }

  void gave(ConsentAsk ask, ConsentEvent event) {
    everGave.computeIfAbsent(ask.id(), _ -> new TreeSet<>()).addAll(about(ask, event));
    yes(ask, event, ask.validUntil());
  }

  /// Whoever says it again says so of what was given before, and of nothing else.
  void renewed(ConsentAsk ask, ConsentEvent event, Instant until) {
    yes(ask, event, until);
    yeses.getLast().categories.retainAll(everGave.getOrDefault(ask.id(), Set.of()));
  }

  private void yes(ConsentAsk ask, ConsentEvent event, Instant until) {
    var categories = new TreeSet<DataCategory>();
    for (var category : about(ask, event)) {
      var no = nos.get(category);
      var question = questions.getOrDefault(category, Instant.MIN);
      boolean afterNo = no == null || (isOwnHand(event) && event.occurredAt().isAfter(no));
      if (afterNo && event.occurredAt().isAfter(question)) {
        categories.add(category);
      }
    }
    yeses.add(new Yes(ask, event, until, categories));
  }

  void stop(Map<DataCategory, Instant> stops, ConsentAsk ask, ConsentEvent event) {
    var about = about(ask, event);
    about.forEach(category -> stops.merge(category, event.occurredAt(), Fold::later));
    yeses.forEach(yes -> yes.categories.removeAll(about));
  }

  void takeBack(ConsentAsk ask) {
    yeses.removeIf(yes -> yes.ask.equals(ask) && isOnline(yes.event));
    courts.removeIf(court -> court.askId().equals(ask.id()));
    disputes.stream()
        .filter(dispute -> dispute.event.askId().equals(ask.id()))
        .forEach(dispute -> dispute.settledOnline = false);
  }

  void settle(ConsentEvent event) {
    disputes.stream()
        .filter(dispute -> dispute.event.askId().equals(event.askId()))
        .filter(dispute -> event.occurredAt().isAfter(dispute.event.occurredAt()))
        .forEach(
            dispute -> {
              dispute.settledOnline |= isOnline(event);
              dispute.settled |= isOwnHand(event) && !isOnline(event);
            });
  }

  void dispute(ConsentEvent event) {
    disputes.add(new Dispute(event));
  }

  /// The yeses in this consent that no later no took back.
  List<Yes> standing(ConsentAsk ask, DataCategory category) {
    return yeses.stream()
        .filter(yes -> yes.ask.equals(ask) && yes.categories.contains(category))
        .filter(yes -> disputes.stream().noneMatch(d -> stops(d, yes.event, category)))
        .toList();
  }

  boolean hasStopped(DataCategory category) {
    return nos.containsKey(category)
        || questions.containsKey(category)
        || disputes.stream().anyMatch(dispute -> dispute.isOpen(category));
  }

  private static boolean stops(Dispute dispute, ConsentEvent yes, DataCategory category) {
    boolean isLater =
        yes.seq() > dispute.event.seq() && yes.occurredAt().isAfter(dispute.event.occurredAt());
    return dispute.isOpen(category) && !(isLater && isOwnHand(yes));
  }

  private static Set<DataCategory> about(ConsentAsk ask, ConsentEvent event) {
    var about = new TreeSet<>(ask.categories());
    if (!event.categories().isEmpty()) {
      about.retainAll(event.categories());
    }
    return about;
  }

  private static boolean isOwnHand(ConsentEvent event) {
    return event.via() == Channel.PORTAAL || event.present();
  }

  private static boolean isOnline(ConsentEvent event) {
    return event.via() == Channel.PORTAAL;
  }
}
