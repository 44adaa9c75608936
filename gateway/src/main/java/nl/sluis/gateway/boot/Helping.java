package nl.sluis.gateway.boot;

import java.util.List;
import java.util.stream.Stream;
import nl.sluis.gateway.besluit.HelperPages;
import nl.sluis.gateway.desk.HelperDesk;
import nl.sluis.gateway.desk.HelperLooks;
import nl.sluis.gateway.desk.HelpingDesk;
import nl.sluis.gateway.helpen.HelpingPages;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.vorm.PageRoutes;

/// Who lets whom look along, joined to what is behind it.
final class Helping {
  private Helping() {}

  static HelperDesk desk(Desks on) {
    return new HelperDesk(
        on.region(),
        on.database(),
        on.law(),
        new FactSeal(on.vault(), on.random()),
        on.subjects(),
        on.references(),
        on.random(),
        on.keyVersion());
  }

  static HelpingDesk helping(Desks on) {
    return new HelpingDesk(
        on.region(),
        on.database(),
        new FactSeal(on.vault(), on.random()),
        on.subjects(),
        on.references(),
        on.keyVersion());
  }

  /// Where somebody lets another help, and what that other reads.
  ///
  /// @param answering the pages on which people read questions
  /// @param record the pages on which they read lines
  static List<PageRoutes> pages(Desks on, List<PageRoutes> answering, PageRoutes record) {
    var looks = new HelperLooks(on.region(), on.sequencer());
    var read = Stream.concat(answering.stream(), Stream.of(record)).toList();
    return List.of(
        new HelperPages(desk(on), on.sequencer()),
        new HelpingPages(helping(on), looks, on.sequencer(), read));
  }
}
