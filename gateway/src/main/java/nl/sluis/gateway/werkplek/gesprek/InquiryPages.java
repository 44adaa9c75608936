package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.partner.Told;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.opstellen.Input;
import nl.sluis.gateway.werkplek.opstellen.Sending;
import nl.sluis.policies.terms.DataCategory;

/// The answer of a person to a question of Veilig Thuis about a child. May be shared between
/// threads.
public final class InquiryPages {
  static final String HOME = "/werk/veilig-thuis";
  static final Set<Task> MAY = Set.of(Task.VERSTUREN);

  InquiryPages() {}

  /// The questions that were fetched.
  public record Questions(List<Inquiry> asked) {
    /// Copies its list.
    public Questions {
      asked = List.copyOf(asked);
    }
  }

  /// The form.
  ///
  /// @param inquiry the question
  /// @param turn the id of the message that comes of this form: one form, one message
  /// @param number as it stands in the question
  /// @param child by which the own system knows the child
  /// @param decision what was chosen; empty when nothing was
  /// @param reason why
  /// @param parts one for each kind of data; the first is who it is about
  /// @param lacks the keys of what is missing
  /// @param refused what the own check or Sluis found wrong
  public record Answering(
      Inquiry inquiry,
      String turn,
      String number,
      AskForm.Child child,
      String decision,
      String reason,
      List<Part> parts,
      List<String> lacks,
      List<String> refused) {
    /// Copies its lists.
    public Answering {
      parts = List.copyOf(parts);
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }

    /// What can be decided.
    public List<String> decisions() {
      return List.of(Reply.Decision.values()).stream().map(Reply.Decision::code).toList();
    }

    @Override
    public String toString() {
      return "answering";
    }
  }

  /// One kind of data in the form.
  ///
  /// @param code of the category
  /// @param name as people read it
  /// @param motivated whether it asks why it is needed
  /// @param necessity why, as far as it was written
  /// @param inputs its fields
  public record Part(
      String code, String name, boolean motivated, String necessity, List<Input> inputs) {
    /// Copies its list.
    public Part {
      inputs = List.copyOf(inputs);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  /// What came of it, in sentences.
  public record Sent(List<String> sentences) {
    /// Copies its list.
    public Sent {
      sentences = List.copyOf(sentences);
    }
  }

  void add(WorkRoutes routes) {
    routes.get(HOME, MAY, (who, _) -> list(who));
    routes.strong(HOME + "/:id", MAY, this::form);
    routes.strongPost(HOME + "/:id", MAY, this::answer);
  }

  private static View list(Worker who) throws Stopped, IOException, InterruptedException {
    return new View.Shown("werkplek/gesprek-vt-vragen", new Questions(asked(who)), AskPages.TITLE);
  }

  private static List<Inquiry> asked(Worker who) throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    return Inquiry.of(line.ask("/v1/vragen" + inName(who)), Names.of(line));
  }

  private static String inName(Worker who) {
    return who.at().isNamens() ? "?namens=" + who.at().party().oin() : "";
  }

  /// A question with the rule by which it is answered.
  private record Found(Inquiry inquiry, Spoken spoken) {}

  private static Optional<Found> found(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    var inquiry =
        asked(who).stream()
            .filter(one -> id.isPresent() && one.transaction().equals(id.get().toString()))
            .findFirst();
    var line = who.at().line();
    return inquiry.flatMap(
        one ->
            line.check()
                .rule(
                    Reply.PURPOSE,
                    who.at().party(),
                    one.asker(),
                    Optional.empty(),
                    line.clock().instant())
                .map(spoken -> new Found(one, spoken)));
  }

  private View form(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    return found(who, asked)
        .<View>map(one -> shown(one, Drawn.number(), Reply.empty(), List.of(), List.of()))
        .orElseGet(View.Gone::new);
  }

  private static View.Shown shown(
      Found found, String turn, Reply reply, List<String> lacks, List<String> refused) {
    var parts = new ArrayList<Part>();
    for (var category : Reply.offered(found.inquiry())) {
      Reply.form(found.spoken(), category)
          .ifPresent(form -> parts.add(part(found, category, form, reply)));
    }
    return new View.Shown(
        "werkplek/gesprek-vt-antwoord",
        new Answering(
            found.inquiry(),
            turn,
            reply.number(),
            reply.child(),
            reply.decision().map(Reply.Decision::code).orElse(""),
            reply.reason(),
            parts,
            lacks,
            refused),
        AskPages.TITLE);
  }

  private static Part part(Found found, DataCategory category, CategoryForm form, Reply reply) {
    var content = reply.contents().get(category);
    var says = found.spoken().rule().categories().get(category);
    return new Part(
        category.name(),
        found.spoken().convenant().labels().getOrDefault(category, category.name()),
        says != null && says.motivated(),
        reply.necessities().getOrDefault(category, ""),
        form.inputs(content == null ? MissingNode.getInstance() : content));
  }

  private View answer(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var found = found(who, asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var one = found.get();
    var turn = asked.one("keer");
    var reply = Reply.read(asked, one.inquiry(), one.spoken());
    if (!Drawn.isNumber(turn)) {
      var lacks = List.of("werkplek-gesprek.fout.vt.keer");
      return shown(one, Drawn.number(), reply, lacks, List.of()).again();
    }
    if (asked.has("nog-een")) {
      return shown(one, turn, reply, List.of(), List.of()).again();
    }
    var lacks = reply.lacks(one.inquiry(), one.spoken());
    if (!lacks.isEmpty()) {
      return shown(one, turn, reply, lacks, List.of()).again();
    }
    var line = who.at().line();
    var message =
        reply.message(
            who.at().party(),
            who.pseudonym(),
            who.function(),
            one.inquiry(),
            one.spoken(),
            line.clock().instant());
    var faults = line.check().faults(message, one.spoken());
    if (!faults.isEmpty()) {
      return shown(one, turn, reply, List.of(), faults).again();
    }
    var answer = line.send(Sending.sign(who, message, one.spoken(), turn));
    return told(one, reply, answer);
  }

  /// What did not pass can be mended and sent as another message.
  private static View told(Found found, Reply reply, Answer answer) throws Stopped {
    JsonNode body = answer.body();
    if (answer.status() == 409) {
      return new View.Moved(HOME);
    }
    if (answer.isOk() && body.path("vrijgegeven").size() > 0) {
      return new View.Shown(
          "werkplek/gesprek-vt-gestuurd", new Sent(Told.decision(body)), AskPages.TITLE);
    }
    if (body.has("uitkomst")) {
      return shown(found, Drawn.number(), reply, List.of(), Told.decision(body)).again();
    }
    throw Stopped.by(answer);
  }
}
