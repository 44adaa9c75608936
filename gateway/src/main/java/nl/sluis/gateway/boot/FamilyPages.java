package nl.sluis.gateway.boot;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.besluit.CodePages;
import nl.sluis.gateway.besluit.ReadingPages;
import nl.sluis.gateway.besluit.TalkPages;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnReadingDesk;
import nl.sluis.gateway.desk.TalkDesk;
import nl.sluis.gateway.gesprek.TalkTable;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.inzicht.RecordPages;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Texts;

/// What a family finds in a browser after logging in.
final class FamilyPages {
  private FamilyPages() {}

  /// In the order of the home page: what there is to decide first, then what happened, then the way
  /// in for who is new, and help.
  ///
  /// @param keys by which, among others, the provider of a desk knows Sluis
  static List<PageRoutes> of(
      Desks on, StopTable stops, ReceiptDesk receipts, Family family, OwnKeys keys) {
    var answering = Answering.pages(on, stops, receipts);
    var pages = new ArrayList<>(answering);
    pages.add(reading(on));
    var record = record(on, stops, family);
    pages.add(record);
    pages.add(Months.pages(on, record.months()));
    pages.add(asking(on, record.lines()));
    pages.add(talks(on));
    pages.add(Evaluating.pages(on));
    pages.add(new CodePages(on.letters(), Helping.helping(on), on.sequencer()));
    pages.addAll(Helping.pages(on, answering, record));
    pages.addAll(Counter.pages(on, stops, receipts, keys.login()));
    pages.addAll(Supervising.pages(on, keys));
    return pages;
  }

  private static PageRoutes reading(Desks on) {
    var desk =
        new OwnReadingDesk(
            on.region(),
            on.database(),
            on.law(),
            on.subjects(),
            on.vault(),
            on.random(),
            on.keyVersion());
    return new ReadingPages(desk, on.ages(), on.sequencer(), Texts.ofThisRelease());
  }

  private static PageRoutes asking(Desks on, Lines lines) {
    var questions =
        new OwnQuestions(
            on.region(),
            on.database(),
            on.law(),
            on.subjects(),
            on.vault(),
            on.random(),
            ConsentParameters.strict(),
            on.keyVersion());
    return on.rights().pages(lines, questions, on.sequencer());
  }

  private static PageRoutes talks(Desks on) {
    var desk =
        new TalkDesk(
            on.region(),
            new FactSeal(on.vault(), on.random()),
            on.database(),
            on.law(),
            on.subjects(),
            new TalkTable(on.region()),
            on.tasks(),
            on.keyVersion());
    return new TalkPages(desk, on.ages(), on.sequencer(), on.law());
  }

  static RecordPages record(Desks on, StopTable stops, Family family) {
    return RecordPages.of(
        on.region(),
        on.database(),
        on.sequencer(),
        on.law(),
        on.vault(),
        on.random(),
        on.subjects(),
        on.references(),
        on.own(),
        family,
        stops,
        on.keyVersion());
  }
}
