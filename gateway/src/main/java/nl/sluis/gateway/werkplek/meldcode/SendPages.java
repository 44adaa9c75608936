package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;

/// The end of the guide: everything once more, and the report itself. May be shared between
/// threads.
final class SendPages {
  private static final String CHECK = "/werk/meldcode/nakijken";
  private static final String OUTCOME = "/werk/meldcode/antwoord";
  private static final String TITLE = "werkplek-meldcode.titel";

  private final Drafts drafts;
  private final Asking asking;

  SendPages(Drafts drafts, Asking asking) {
    this.drafts = drafts;
    this.asking = asking;
  }

  void add(WorkRoutes routes, Set<Task> may) {
    routes.strong(CHECK, may, this::check);
    routes.strongPost("/werk/meldcode/versturen", may, this::send);
    routes.get(OUTCOME, may, this::outcome);
  }

  private View check(Worker who, Asked asked) throws IOException {
    var answers = Dossier.of(drafts, who, asked).answers();
    return answers.isEmpty() ? new View.Moved("/werk/meldcode") : shown(whole(who, answers.get()));
  }

  private static View.Shown shown(Models.Whole whole) {
    return new View.Shown("werkplek/meldcode-nakijken", whole, TITLE);
  }

  /// Everything that was filled in, and what is missing in it for a report.
  Models.Whole whole(Worker who, Answers answers) {
    var line = who.at().line();
    var now = line.clock().instant();
    var role = who.at().party().role();
    var record = record(who, answers);
    var gaps = RecordForm.gaps(record, role, now);
    var receivers = Receivers.of(line.check(), who.at().party(), now);
    var faults = new TreeSet<String>();
    if (!receivers.isEmpty() && gaps.isEmpty()) {
      var to = receivers.getFirst().party();
      var message = Reporting.message(who, answers, record, to, Optional.empty());
      faults.addAll(Reporting.faults(who, message));
      if (answers.value("kind.soort").isEmpty() || answers.value("kind.waarde").isEmpty()) {
        faults.add("Er staat niet met welk kenmerk Sluis dit kind kent");
      }
    }
    var pages = new LinkedHashMap<Step, List<Group>>();
    for (var step : Step.values()) {
      pages.put(step, asking.of(step, role, answers));
    }
    var names = new LinkedHashMap<String, String>();
    receivers.forEach(to -> names.put(to.party().oin().value(), to.name()));
    return new Models.Whole(
        pages,
        answers,
        MeldcodePart.byStep(gaps),
        List.copyOf(faults),
        names,
        answers.toJson().toString());
  }

  private View send(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var dossier = Dossier.of(drafts, who, asked);
    var answers = dossier.answers();
    if (answers.isEmpty()) {
      return new View.Moved(dossier.told().isPresent() ? OUTCOME : "/werk/meldcode");
    }
    var whole = whole(who, answers.get());
    var line = who.at().line();
    var now = line.clock().instant();
    var chosen = asked.one("ontvanger");
    var to =
        Receivers.of(line.check(), who.at().party(), now).stream()
            .filter(one -> one.party().oin().value().equals(chosen))
            .findFirst();
    if (!whole.ready() || to.isEmpty()) {
      return shown(whole).again();
    }
    var under = dossier.underWay(now);
    if (under.isEmpty()) {
      var record = record(who, answers.get());
      var message = Reporting.message(who, answers.get(), record, to.get().party(), dossier.held());
      under = Optional.of(Reporting.sign(who, message));
      dossier.underWay(under.get(), now);
    }
    dossier.answered(under.get(), told(who, under.get()));
    return new View.Moved(OUTCOME);
  }

  private ObjectNode record(Worker who, Answers answers) {
    var version = asking.framework(who.at().party().role(), answers).version();
    return RecordForm.of(answers, Reporter.of(who), version);
  }

  /// When there is no answer the same message goes again later; nothing happens twice.
  ///
  /// @throws Stopped when Sluis says it was let through and proves nothing
  private static Told told(Worker who, Sent sent) throws Stopped, InterruptedException {
    Answer answer;
    try {
      answer = who.at().line().send(sent);
    } catch (IOException _) {
      return Told.nothing();
    }
    var told = Told.of(answer);
    try {
      var receipt = answer.body().path("ontvangstbewijs").asText();
      if (!receipt.isEmpty()) {
        var row = who.at().line().prove(receipt);
        return told.with("Bewezen: rij %d in het logboek.".formatted(row.index()));
      }
      return told;
    } catch (IOException _) {
      return told.with("Het ontvangstbewijs is nu niet na te gaan; de melding is wel weg.");
    }
  }

  private View outcome(Worker who, Asked asked) throws IOException {
    return Dossier.of(drafts, who, asked)
        .told()
        .<View>map(
            told -> new View.Shown("werkplek/meldcode-antwoord", new Models.Outcome(told), TITLE))
        .orElseGet(() -> new View.Moved("/werk/meldcode"));
  }
}
