package nl.sluis.gateway.boot;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.http.LogoutMessages;
import nl.sluis.gateway.http.OpenRoutes;
import nl.sluis.gateway.inzicht.OwnAnswers;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.signaal.PolicyPages;
import nl.sluis.gateway.signaal.SignalPages;
import nl.sluis.gateway.steekproef.SamplePages;
import nl.sluis.gateway.steekproef.SampleReading;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.toezicht.OfficerPages;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.Posts;
import nl.sluis.gateway.toezicht.Rows;
import nl.sluis.gateway.vergelijking.ComparePages;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.zaakdossier.AnswerPages;
import nl.sluis.gateway.zaakdossier.BundleDesk;
import nl.sluis.gateway.zaakdossier.Cases;

/// The desk of privacy officers, joined to what is behind it.
final class Supervising {
  private Supervising() {}

  /// The desk; none where no provider knows an officer.
  ///
  /// @param keys by which, among others, its provider knows Sluis
  static List<PageRoutes> pages(Desks on, OwnKeys keys) {
    return on.settings().pages().officers().stream()
        .<PageRoutes>map(
            posts ->
                new OfficerPages(
                    posts, signIn(on, posts, keys.login()), on.references(), on.law(), parts(on)))
        .toList();
  }

  /// These, and where the providers of who works here say who logged out there.
  static List<OpenRoutes> besides(List<OpenRoutes> open, Desks on, SigningKeys<ECKey> known) {
    var officers =
        on.settings().pages().officers().stream()
            .map(posts -> signIn(on, posts, known))
            .map(
                signIn ->
                    new LogoutMessages(StaffSignIn.Desk.TOEZICHT.path(), signIn::providerSays));
    return Stream.of(open.stream(), Counter.logout(on, known), officers)
        .<OpenRoutes>flatMap(all -> all)
        .toList();
  }

  /// What an officer finds there, in the order of the home page; a part is a line.
  private static List<OfficerPart> parts(Desks on) {
    return List.of(
        Working.pages(on),
        rows(on),
        new SignalPages(on.region(), on.database(), on.sequencer(), on.adopting().adopted()),
        new PolicyPages(
            on.region(), on.database(), on.adopting().adopted(), new SampleReading(on.region())),
        new SamplePages(
            on.region(), on.database(), on.sequencer(), on.adopting().adopted(), on.references()),
        new ComparePages(
            on.database(), new LogReader(on.region(), on.vault()), on.sequencer(), on.references()),
        cases(on).pages(),
        bundles(on),
        answers(on),
        Checking.pages(on),
        Picturing.pages(on),
        Picturing.convenant(on),
        Picturing.report(on));
  }

  private static OfficerPart rows(Desks on) {
    return Rows.pages(
        on.region(),
        on.database(),
        on.sequencer(),
        on.law(),
        on.vault(),
        on.subjects(),
        on.references(),
        on.keyVersion());
  }

  private static OfficerPart answers(Desks on) {
    return new AnswerPages(
        on.rights().desk(on.mandates(), on.safety().recipients()),
        seen(on),
        Texts.ofThisRelease(),
        Paperwork.papers(on),
        on.sequencer());
  }

  private static OfficerPart bundles(Desks on) {
    var desk =
        new BundleDesk(
            on.database(),
            on.sequencer(),
            on.vault(),
            on.proofs().logbook(),
            on.proofs().uses(),
            on.proofs().signers(),
            seen(on));
    var rights = on.rights().desk(on.mandates(), on.safety().recipients());
    return cases(on).bundles(desk, rights, seen(on), Paperwork.papers(on));
  }

  /// What somebody may see of an organisation.
  private static OwnAnswers seen(Desks on) {
    return OwnAnswers.of(
        on.region(),
        on.database(),
        on.law(),
        on.vault(),
        on.random(),
        on.subjects(),
        on.references(),
        on.own(),
        on.safety().family(),
        new StopTable(on.region()),
        on.keyVersion());
  }

  private static Cases cases(Desks on) {
    return new Cases(
        on.region(),
        on.database(),
        on.sequencer(),
        on.law(),
        on.vault(),
        on.tasks(),
        on.safety().corrections(),
        on.subjects(),
        on.references(),
        new FactSeal(on.vault(), on.random()),
        on.keyVersion());
  }

  private static StaffSignIn signIn(Desks on, Posts posts, SigningKeys<ECKey> known) {
    var line = new StaffSignIn.Line(posts.provider(), posts.employee(), posts.roles().keySet());
    return on.signIn(StaffSignIn.Desk.TOEZICHT, line, known);
  }
}
