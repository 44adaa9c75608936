package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.partner.Told;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.postbus.Parcels.Fetched;
import nl.sluis.policies.terms.Age;

/// Saying no to a question: a person decides, and says why (Wmo 2015 5.2.6).
///
/// What stands in the question is fetched again to say it, so that it is kept nowhere meanwhile; so
/// this goes before acknowledging.
public final class RefusalPages {
  private static final String PATH = ParcelPages.HOME + "/:id/weigeren";
  private static final String REFERENCE = "kenmerk";
  private static final String REASON = "reden";
  private static final int LONGEST = 1000;
  private static final int LONGEST_REFERENCE = 100;

  private final Parcels parcels;

  RefusalPages(Parcels parcels) {
    this.parcels = parcels;
  }

  /// The form.
  ///
  /// @param waiting the question, before it is fetched again
  /// @param form what was filled in
  public record Refusing(Waiting waiting, Form form) {}

  /// What became of it.
  ///
  /// @param passed whether it goes to who asked
  /// @param lines what Sluis said, in its own words
  /// @param back the question
  public record Refused(boolean passed, List<String> lines, String back) {
    /// Copies its list.
    public Refused {
      lines = List.copyOf(lines);
    }
  }

  void add(WorkRoutes routes) {
    routes.strong(PATH, PostbusPart.MAY, this::form);
    routes.strongPost(PATH, PostbusPart.MAY, this::refuse);
  }

  private View form(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    return found.isEmpty()
        ? Calm.gone(ParcelPages.HOME)
        : shown(new Refusing(found.get(), Form.empty()));
  }

  private View refuse(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var found = parcels.find(who, asked.id());
    if (found.isEmpty()) {
      return Calm.gone(ParcelPages.HOME);
    }
    var form = Form.of(asked, REFERENCE, REASON);
    var wrong = wrong(form);
    if (!wrong.isEmpty()) {
      var again = form.wrong(PostbusPart.TEXTS + "fout." + wrong);
      return shown(new Refusing(found.get(), again)).again();
    }
    return switch (parcels.fetch(who, found.get())) {
      case Fetched.Gone() -> Calm.gone(ParcelPages.HOME);
      case Fetched.Distrusted(var why) -> Calm.distrusted(why, ParcelPages.HOME);
      case Fetched.Opened opened -> say(who, asked, found.get(), form, opened);
    };
  }

  static String wrong(Form form) {
    var reference = form.value(REFERENCE);
    if (reference.isEmpty() || reference.length() > LONGEST_REFERENCE) {
      return REFERENCE;
    }
    int length = form.value(REASON).length();
    return length < Question.SHORTEST || length > LONGEST ? "waarom" : "";
  }

  private static View say(
      Worker who, Asked asked, Waiting waiting, Form form, Fetched.Opened opened)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var message = opened.received().opened().message();
    var spoken =
        line.check()
            .rule(message.purpose(), message.from(), message.to(), Optional.empty(), asked.at());
    var question = Question.of(message, spoken, line.check(), asked.at());
    if (question.isEmpty() || question.get().answer().isEmpty()) {
      return Calm.gone(ParcelPages.HOME);
    }
    var by = question.get().answer().get();
    var refusal =
        question
            .get()
            .refusal(
                message,
                by,
                form.value(REFERENCE),
                new Question.Decider(who.pseudonym(), who.function()),
                form.value(REASON),
                asked.at().atZone(Age.CALENDAR).toLocalDate());
    var faults = line.check().faults(refusal, by);
    if (!faults.isEmpty()) {
      return shown(new Refusing(waiting, form.faulty(faults))).again();
    }
    var body = send(who, refusal);
    var receipt = body.path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      var _ = line.prove(receipt);
    }
    var model =
        new Refused(!receipt.isEmpty(), Told.decision(body), ParcelPages.HOME + "/" + waiting.id());
    return new View.Shown(PostbusPart.PAGES + "geweigerd", model, PostbusPart.TITLE);
  }

  /// Who it is about goes readable, as it came; nothing else goes along, so nothing is sealed.
  private static JsonNode send(Worker who, OutgoingMessage refusal)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var draft =
        line.messages()
            .draft(refusal.purpose(), refusal.from(), refusal.to())
            .validFor(OutgoingMessage.VALID);
    refusal.disclosed().forEach(draft::disclose);
    refusal.categories().forEach(draft::category);
    var answer = line.send(draft.sign());
    if (!answer.body().has("uitkomst")) {
      throw Stopped.by(answer);
    }
    return answer.body();
  }

  private static View.Shown shown(Refusing model) {
    return new View.Shown(PostbusPart.PAGES + "weigeren", model, PostbusPart.TITLE);
  }
}
