package nl.sluis.gateway.boot;

import java.util.List;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.besluit.ConsentPages;
import nl.sluis.gateway.besluit.Decisions;
import nl.sluis.gateway.besluit.NoticePages;
import nl.sluis.gateway.besluit.OnlookerPages;
import nl.sluis.gateway.besluit.QuestionPages;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.desk.DecisionDesk;
import nl.sluis.gateway.desk.NoticeDesk;
import nl.sluis.gateway.desk.OnlookerDesk;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.OwnStops;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Texts;

/// The pages on which a family decides, joined to the desks behind them.
final class Answering {
  private static final ConsentParameters PARAMETERS = ConsentParameters.strict();
  private static final String PART = "beslissen";

  private Answering() {}

  /// In the order of the home page.
  static List<PageRoutes> pages(Desks on, StopTable stops, ReceiptDesk receipts) {
    var texts = Texts.ofThisRelease();
    var questions =
        new OwnQuestions(
            on.region(),
            on.database(),
            on.law(),
            on.subjects(),
            on.vault(),
            on.random(),
            PARAMETERS,
            on.keyVersion());
    var desk =
        new DecisionDesk(
            on.region(),
            on.database(),
            questions,
            on.subjects(),
            on.vault(),
            on.random(),
            PARAMETERS,
            on.words(),
            on.keyVersion(),
            tag -> Language.of(tag).filter(one -> texts.binding(PART, one)).isPresent());
    var decisions = new Decisions(questions, desk, on.sequencer(), on.law());
    return List.of(
        new QuestionPages(questions, decisions, receipts, texts),
        new ConsentPages(
            questions,
            decisions,
            receipts,
            new OwnStops(on.database(), on.own(), stops, on.law()),
            on.law(),
            on.references()),
        new NoticePages(
            new NoticeDesk(
                on.region(),
                on.database(),
                on.subjects(),
                on.vault(),
                on.random(),
                PARAMETERS,
                on.words(),
                on.keyVersion()),
            questions,
            decisions,
            on.sequencer(),
            on.references()),
        new OnlookerPages(
            new OnlookerDesk(
                on.region(),
                new FactSeal(on.vault(), on.random()),
                on.database(),
                on.subjects(),
                PARAMETERS,
                on.references(),
                on.keyVersion()),
            Helping.desk(on),
            on.sequencer()));
  }
}
