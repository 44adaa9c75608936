package nl.sluis.gateway.loket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.HelpDesk;
import nl.sluis.gateway.desk.HelpDesk.Helped;
import nl.sluis.gateway.desk.HelpDesk.Way;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.formulier.Forms;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.person.Assistant;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.Borrowed;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.PageEndpoint;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.Reading;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.PartyRole;

/// The pages of the desk. A professional who logged in finds nobody: there is one field, for a code
/// that only the person can give. With it the questions of that person are there for half an hour,
/// in the words and by the pages of that person, and nothing else of that person is. May be shared
/// between threads.
public final class CounterPages implements PageRoutes {
  static final String HOME = StaffSignIn.Desk.LOKET.path();
  private static final String OWN = "/mijn";
  private static final String ALL = "/toestemmingen";
  private static final String ONE = "/vragen/:id";
  private static final String TITLE = "loket.titel";
  private static final String TOKEN = "bewijs";

  private final StaffSignIn signIn;
  private final PartyRole helper;
  private final HelpDesk desk;
  private final Sequencer sequencer;
  private final OwnQuestions questions;
  private final Forms forms;
  private final Borrowed borrowed = new Borrowed();

  /// @param signIn knows who is logged in at the desk
  /// @param helper the organisation whose desk it is, and the role in which it helps
  /// @param desk knows whom somebody helps
  /// @param questions knows of which questions somebody may know
  /// @param forms prints what needs a signature
  /// @param own the pages on which people decide
  public CounterPages(
      StaffSignIn signIn,
      PartyRole helper,
      HelpDesk desk,
      Sequencer sequencer,
      OwnQuestions questions,
      Forms forms,
      List<PageRoutes> own) {
    this.signIn = signIn;
    this.helper = helper;
    this.desk = desk;
    this.sequencer = sequencer;
    this.questions = questions;
    this.forms = forms;
    own.forEach(part -> part.add(borrowed));
  }

  /// Who is logged in at the desk.
  private record Open(Assistant who, String formToken) {
    @Override
    public String toString() {
      return "session at a desk";
    }
  }

  /// What stands at the desk when nobody is helped.
  ///
  /// @param token of the session; empty when nobody is logged in
  /// @param helping whether somebody is being helped
  /// @param wrong the key of what went wrong; empty when nothing did
  public record Start(String token, boolean helping, String wrong) {
    @Override
    public String toString() {
      return "start of the desk";
    }
  }

  @Override
  public void add(Pages pages) {
    var login = new CounterLogin(signIn);
    pages.open(HOME, this::start);
    pages.open(HOME + "/aanmelden", login::begin);
    pages.open(HOME + "/aanmelden/terug", login::finish);
    pages.openPost(HOME + "/afmelden", this::leave);
    pages.openPost(HOME + "/hulp", this::begin);
    pages.openPost(HOME + "/klaar", this::end);
    pages.open(HOME + ALL, asked -> shown(asked, borrowed.shown(OWN + ALL)));
    pages.open(HOME + ONE, asked -> shown(asked, borrowed.shown(OWN + ONE)));
    pages.open(
        HOME + ONE + "/gezegd", asked -> shown(asked, borrowed.shown(OWN + ONE + "/gezegd")));
    for (var step : List.of("/bevestigen", "/antwoord")) {
      pages.openPost(HOME + ONE + step, asked -> sent(asked, borrowed.sent(OWN + ONE + step)));
    }
    pages.open(HOME + ONE + "/formulier", asked -> paper(asked, false));
    pages.open(HOME + ONE + "/stopformulier", asked -> paper(asked, true));
  }

  private View start(Asked asked) throws SQLException {
    return start(asked, "");
  }

  private View.Shown start(Asked asked, String wrong) throws SQLException {
    var open = open(asked);
    boolean helping = open.isPresent() && desk.now(open.get().who(), asked.at()).isPresent();
    var token = open.map(Open::formToken).orElse("");
    return new View.Shown("loket/begin", new Start(token, helping, wrong), TITLE);
  }

  private Optional<Open> open(Asked asked) throws SQLException {
    var cookie = asked.cookies().getOrDefault(StaffSignIn.Desk.LOKET.cookie(), "");
    return signIn
        .of(cookie, asked.at())
        .map(open -> new Open(new Assistant(helper, open.employee()), open.formToken()));
  }

  private View begin(Asked asked) throws InputFault, SQLException {
    var open = open(asked);
    if (open.isEmpty()) {
      return new View.Moved(HOME);
    }
    if (!isOurs(asked, open.get())) {
      return refused();
    }
    var code = asked.one("code");
    if (code.isEmpty()) {
      return start(asked, "loket.fout.code").again();
    }
    if (!asked.has("zeker")) {
      return start(asked, "loket.fout.zeker").again();
    }
    var way = asked.one("weg").equals(Way.TELEFOON.code()) ? Way.TELEFOON : Way.BALIE;
    return switch (desk.begin(open.get().who(), code, way, asked.at(), sequencer)) {
      case Outcome.Done _ -> new View.Moved(HOME + ALL);
      case Outcome.NotAllowed(Denial why, _) when why == Denial.TE_VEEL_POGINGEN ->
          start(asked, "loket.fout.vaak").again();
      case Outcome.NotAllowed _, Outcome.NotThere _, Outcome.Faulty _ ->
          start(asked, "loket.fout.code").again();
    };
  }

  private View end(Asked asked) throws InputFault, SQLException {
    var open = open(asked);
    if (open.isPresent() && !isOurs(asked, open.get())) {
      return refused();
    }
    if (open.isPresent()) {
      endHelp(open.get(), asked);
    }
    return new View.Moved(HOME);
  }

  private View leave(Asked asked) throws InputFault, SQLException {
    var open = open(asked);
    if (open.isPresent() && !isOurs(asked, open.get())) {
      return refused();
    }
    if (open.isPresent()) {
      endHelp(open.get(), asked);
      signIn.end(asked.cookies().getOrDefault(StaffSignIn.Desk.LOKET.cookie(), ""));
    }
    return new View.Moved(HOME, List.of(CounterLogin.gone(StaffSignIn.Desk.LOKET.cookie())));
  }

  private void endHelp(Open open, Asked asked) throws SQLException {
    var helped = desk.now(open.who(), asked.at());
    if (helped.isPresent()) {
      var _ = sequencer.submit(desk.end(helped.get().who(), helped.get().place())).join();
    }
  }

  private View shown(Asked asked, PageEndpoint page) throws InputFault, SQLException {
    var open = open(asked);
    var helped = open.isEmpty() ? Optional.<Helped>empty() : desk.now(open.get().who(), asked.at());
    return helped.isEmpty()
        ? new View.Moved(HOME)
        : lent(page.answer(visitor(asked, open.orElseThrow(), helped.get()), asked), open.get());
  }

  private View sent(Asked asked, PageEndpoint page) throws InputFault, SQLException {
    var open = open(asked);
    return open.isPresent() && !isOurs(asked, open.get()) ? refused() : shown(asked, page);
  }

  private static Visitor visitor(Asked asked, Open open, Helped helped) {
    var reading = Reading.of(asked.cookies());
    return new Visitor(helped.who(), reading.language(), reading.easy(), open.formToken());
  }

  /// The same page in a frame of the desk; what is not lent is not there.
  private static View lent(View view, Open open) {
    return switch (view) {
      case View.Shown(var template, var model, var title, var state) -> {
        var name = template.substring(template.indexOf('/') + 1);
        var page = new AtCounter<>(open.formToken(), model);
        yield new View.Shown("loket/" + name, page, title, state);
      }
      case View.Moved(var path, _) when path.startsWith(OWN + "/") ->
          new View.Moved(HOME + path.substring(OWN.length()));
      case View.Framed _, View.Moved _, View.Left _, View.File _, View.Streamed _, View.Gone _ ->
          new View.Gone();
    };
  }

  private View paper(Asked asked, boolean stop) throws SQLException {
    var open = open(asked);
    var helped = open.isEmpty() ? Optional.<Helped>empty() : desk.now(open.get().who(), asked.at());
    var id = asked.id();
    if (helped.isEmpty() || id.isEmpty()) {
      return helped.isEmpty() ? new View.Moved(HOME) : new View.Gone();
    }
    var found = questions.find(helped.get().who(), id.get(), asked.at());
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var ask = found.get().asked().line().ask();
    return new View.File("formulier.pdf", Papers.MEDIA_TYPE, print(ask, stop, asked));
  }

  private byte[] print(ConsentAsk ask, boolean stop, Asked asked) {
    Language language = Reading.of(asked.cookies()).language();
    return stop
        ? forms.stop(ask, language, asked.at())
        : forms.answers(ask.id(), List.of(ask), language, asked.at());
  }

  private static boolean isOurs(Asked asked, Open open) throws InputFault {
    return MessageDigest.isEqual(
        asked.one(TOKEN).getBytes(StandardCharsets.UTF_8),
        open.formToken().getBytes(StandardCharsets.UTF_8));
  }

  private static View refused() {
    return new View.Shown("vorm/bericht", new Message("vorm.geweigerd"), "vorm.titel").again();
  }
}
