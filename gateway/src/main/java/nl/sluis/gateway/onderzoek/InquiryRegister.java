package nl.sluis.gateway.onderzoek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// Joins the answer to Veilig Thuis to its question (Wmo 2015 5.2.6): it goes only to who asked, as
/// far as was asked, after a human being decided it.
///
/// To answer is a right, so to refuse is an answer as well: it passes, and nothing else passes with
/// it. May be shared between threads.
public final class InquiryRegister implements Register {
  /// The precondition of a question: which categories it asks for.
  static final String ASKS = "vragenlijst";

  /// The precondition of a question: in which investigation.
  static final String INVESTIGATION = "onderzoek-vt";

  /// The precondition of an answer: on which question.
  static final String ANSWERS = "verzoek-vt";

  /// The precondition of an answer: who decided it, and why.
  static final String DECISION = "besluit-te-antwoorden";

  /// Under which name an answer tells which question it is joined to.
  static final String FOLLOWS = "antwoordOp";

  private static final String REFUSES = "weigeren";
  private static final int LEAST_REASON = 20;
  private static final int MOST_ASKED = 10;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final InquiryTable questions;
  private final SubjectReference references;
  private final Tasks tasks;

  /// @param questions what was asked
  /// @param references keys the numbers of investigations
  /// @param tasks where whoever is asked has it to do
  public InquiryRegister(InquiryTable questions, SubjectReference references, Tasks tasks) {
    this.questions = questions;
    this.references = references;
    this.tasks = tasks;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (rule.conditions().contains(ASKS)) {
      return asked(message).isEmpty() ? Testimony.without(Set.of(ASKS)) : Testimony.silent();
    }
    return rule.conditions().contains(ANSWERS) ? answer(found, message, rule) : Testimony.silent();
  }

  private Testimony answer(Found found, SignedMessage message, Rule rule) throws SQLException {
    var findings = new HashSet<ScanFinding.Found>();
    var decision = message.conditions().get(DECISION);
    if (!isHuman(decision, message.acting())) {
      findings.add(new ScanFinding.Found(ScanFinding.GEEN_MENSELIJK_BESLUIT, DECISION));
    }
    var line = line(message.to().oin(), message.from().oin(), message, ANSWERS);
    var question = questions.last(found.tx(), line);
    boolean refuses = text(decision, "uitkomst").equals(REFUSES);
    var wanted = question.map(InquiryTable.Question::categories).orElse(Set.of());
    for (var category : message.categories()) {
      boolean asked = !refuses && wanted.contains(category);
      if (!asked && !isRequired(rule, category)) {
        findings.add(new ScanFinding.Found(ScanFinding.NIET_GEVRAAGD, category.name()));
      }
    }
    var denied = question.isEmpty() ? Set.of(ANSWERS) : Set.<String>of();
    // Without a question there is nothing of which a category could be too much.
    if (question.isEmpty()) {
      findings.removeIf(one -> one.what() == ScanFinding.NIET_GEVRAAGD);
    }
    Map<String, JsonNode> told =
        question
            .<Map<String, JsonNode>>map(
                q -> Map.of(FOLLOWS, TextNode.valueOf(q.transaction().toString())))
            .orElse(Map.of());
    return new Testimony(Set.of(), denied, findings, told, List.of());
  }

  /// A system can fill in a date; who decided and why is for a human being, and somebody sends it.
  private static boolean isHuman(@Nullable ObjectNode decision, Optional<Acting> acting) {
    return acting.isPresent()
        && !text(decision, "door").isBlank()
        && text(decision, "reden").strip().length() >= LEAST_REASON;
  }

  private static boolean isRequired(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    return says != null && says.presence() == Presence.VERPLICHT;
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException {
    if (rule.conditions().contains(ASKS)) {
      var line = line(message.from().oin(), message.to().oin(), message, INVESTIGATION);
      questions.add(found.tx(), transaction, line, asked(message), message, found.at());
    }
  }

  /// The first word on a question ends what there was to do; a later one is joined to it as well.
  @Override
  public List<Entry> follows(Found found, SignedMessage message, Rule rule, UUID transaction)
      throws SQLException {
    if (!rule.conditions().contains(ANSWERS)) {
      return List.of();
    }
    var asked = message.from().oin();
    var question = questions.last(found.tx(), line(message.to().oin(), asked, message, ANSWERS));
    if (question.isEmpty()) {
      return List.of();
    }
    var id = question.get().transaction();
    boolean refuses = text(message.conditions().get(DECISION), "uitkomst").equals(REFUSES);
    questions.answered(found.tx(), id, transaction, refuses, found.at());
    return tasks.finish(found.tx(), TaskKind.ANSWER_QUESTION, asked, id);
  }

  private InquiryTable.Line line(Oin asker, Oin asked, SignedMessage message, String condition) {
    var number = text(message.conditions().get(condition), "nummer").strip();
    return new InquiryTable.Line(asker, asked, references.keyedClaim(asker, "vraag " + number));
  }

  /// The categories that a question asks for; nothing when one of them is none.
  private static Set<DataCategory> asked(SignedMessage message) {
    var words = text(message.conditions().get(ASKS), "categorieen").strip();
    var asked = EnumSet.noneOf(DataCategory.class);
    for (var word : SPACES.splitAsStream(words).limit(MOST_ASKED + 1L).toList()) {
      var category = DataCategory.of(word);
      if (category.isEmpty()) {
        return Set.of();
      }
      asked.add(category.get());
    }
    return asked.size() > MOST_ASKED ? Set.of() : asked;
  }

  private static String text(@Nullable ObjectNode claim, String member) {
    return claim == null ? "" : claim.path(member).asText();
  }
}
