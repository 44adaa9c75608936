package nl.sluis.gateway.boot;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.aanmelding.CounterLine;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.bewijs.ReceiptDesk;
import nl.sluis.gateway.desk.HelpDesk;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.http.LogoutMessages;
import nl.sluis.gateway.http.OpenRoutes;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.loket.CounterPages;
import nl.sluis.gateway.loket.OwnHelpPages;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.vorm.PageRoutes;

/// The desk and what people do with it, joined to what is behind it.
final class Counter {
  private Counter() {}

  /// The desk itself, and what people have of it after logging in; none where there is no desk.
  ///
  /// @param known by which its provider knows Sluis
  static List<PageRoutes> pages(
      Desks on, StopTable stops, ReceiptDesk receipts, SigningKeys<ECKey> known) {
    var desk =
        new HelpDesk(
            on.region(),
            on.database(),
            on.subjects(),
            on.references(),
            on.tasks(),
            on.random(),
            on.keyVersion());
    return on.settings().pages().counter().stream()
        .flatMap(
            line ->
                Stream.of(
                    new OwnHelpPages(desk, on.ages(), on.references(), on.sequencer(), on.law()),
                    new CounterPages(
                        signIn(on, line, known),
                        line.desk(),
                        desk,
                        on.sequencer(),
                        questions(on),
                        Paperwork.forms(on),
                        Answering.pages(on, stops, receipts))))
        .toList();
  }

  /// Where the provider of the desk says who logged out there; empty where there is no desk.
  ///
  /// @param known by which that provider knows Sluis
  static Stream<OpenRoutes> logout(Desks on, SigningKeys<ECKey> known) {
    return on.settings().pages().counter().stream()
        .map(line -> signIn(on, line, known))
        .map(signIn -> new LogoutMessages(StaffSignIn.Desk.LOKET.path(), signIn::providerSays));
  }

  private static StaffSignIn signIn(Desks on, CounterLine line, SigningKeys<ECKey> known) {
    return on.signIn(StaffSignIn.Desk.LOKET, line.staff(), known);
  }

  private static OwnQuestions questions(Desks on) {
    return new OwnQuestions(
        on.region(),
        on.database(),
        on.law(),
        on.subjects(),
        on.vault(),
        on.random(),
        ConsentParameters.strict(),
        on.keyVersion());
  }
}
