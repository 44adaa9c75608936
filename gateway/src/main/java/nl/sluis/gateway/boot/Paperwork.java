package nl.sluis.gateway.boot;

import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.bereik.ReachLetters;
import nl.sluis.gateway.desk.PaperDesk;
import nl.sluis.gateway.formulier.Forms;
import nl.sluis.gateway.http.OwnTextEndpoints;
import nl.sluis.gateway.http.PaperEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.ReachLetterEndpoints;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;

/// Letters and forms, joined to what makes paper of them.
final class Paperwork {
  private Paperwork() {}

  /// What organisations fetch: on paper, and their own texts as they were laid ready.
  static PartnerRoutes of(Desks on) {
    var desk =
        new PaperDesk(
            on.region(),
            on.database(),
            on.facts(),
            on.vault(),
            on.random(),
            ConsentParameters.strict());
    var papers = new PaperEndpoints(on.sequencer(), on.letters(), desk, forms(on), on.naming());
    var texts = new OwnTextEndpoints(on.sequencer(), desk);
    return (router, web, door) -> {
      papers.add(router, web, door);
      texts.add(router, web, door);
    };
  }

  /// What organisations fetch for who chose letters and was not reached.
  static PartnerRoutes letters(Desks on, PersonSeal seal) {
    var tasks = on.tasks();
    return new ReachLetterEndpoints(
        on.sequencer(),
        new ReachLetters(on.region(), on.database(), on.facts(), on.letters(), tasks, seal),
        on.taskDesk(),
        forms(on),
        on.naming());
  }

  /// What prints them.
  static Forms forms(Desks on) {
    var where = on.settings().login().map(ProviderLine::own);
    return new Forms(papers(on), Texts.ofThisRelease(), on.law(), where);
  }

  /// What prints whatever goes on paper.
  static Papers papers(Desks on) {
    var pages = on.settings().pages();
    return new Papers(new Printer(Texts.ofThisRelease(), new Assets(pages.look()), pages.helper()));
  }
}
