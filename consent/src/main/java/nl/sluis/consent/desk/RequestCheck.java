package nl.sluis.consent.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.desk.RequestDraft.Line;

/// Reads what is asked in one conversation, and finds everything that is wrong with it at once.
///
/// Nothing is asked of everybody or for everything, nothing is filled in beforehand, and nothing
/// hangs on the answer (AVG 4(11), 7). Immutable; may be shared between threads.
final class RequestCheck {
  private static final int MOST_LINES = 12;
  private static final int SHORTEST_REASON = 10;
  private static final int SHORTEST_FACTS = 20;
  private static final int LONGEST = 2000;

  private final AskCheck asks = new AskCheck();

  /// One line that is in order.
  ///
  /// @param field where it stands, such as `ontvangers[0]`
  record Sound(String field, ConsentDraft draft, AskCheck.Scope scope, AskCheck.Form form) {}

  List<Sound> check(RequestDraft draft, Recorder recorder, Askable.Rules rules, Faults faults) {
    faults.addIf(
        draft.conditional(),
        "voorwaardeVanDienst",
        "Hulp of onderwijs mag niet van het antwoord afhangen; zo'n toestemming is niet vrij.");
    words(
        "vraag",
        draft.question(),
        SHORTEST_REASON,
        "Schrijf op welke vraag er over dit kind is.",
        faults);
    if (!draft.newFacts().isEmpty()) {
      words(
          "nieuweFeiten", draft.newFacts(), SHORTEST_FACTS, "Schrijf op wat er nieuw is.", faults);
    }
    faults.addIf(
        draft.lines().isEmpty() || draft.lines().size() > MOST_LINES,
        "ontvangers",
        "Noem één tot twaalf ontvangers, elk op een eigen regel.");
    var sound = new ArrayList<Sound>();
    var told = new LinkedHashSet<ConsentFault>();
    var seen = new HashSet<PartyDraft>();
    for (int i = 0; i < draft.lines().size() && i <= MOST_LINES; i++) {
      var line = draft.lines().get(i);
      var own = new Faults(faults.now());
      own.addIf(!seen.add(line.receiver()), "aan", "Deze ontvanger staat er twee keer.");
      line(draft, line, "ontvangers[" + i + "]", recorder, rules, own).ifPresent(sound::add);
      for (var fault : own.all()) {
        told.add(placed(fault, "ontvangers[" + i + "]"));
      }
    }
    told.forEach(fault -> faults.add(fault.field(), fault.sentence()));
    return sound;
  }

  private Optional<Sound> line(
      RequestDraft draft,
      Line line,
      String field,
      Recorder recorder,
      Askable.Rules rules,
      Faults faults) {
    faults.addIf(
        line.ticked(),
        "aan.aangevinkt",
        "Vul geen antwoord vooraf in; wie niets zegt, zegt geen ja.");
    var consent = draft.consent(line);
    var scope = asks.scope(consent, recorder, rules, faults);
    var askable = scope.map(AskCheck.Scope::askable).orElseGet(Askable::nothing);
    var form = asks.form(consent, askable, faults);
    if (askable.apart()) {
      words(
          "aan.reden",
          line.reason(),
          SHORTEST_REASON,
          "Deze ontvanger staat in het convenant apart; schrijf op waarom die erbij moet.",
          faults);
    }
    return scope.map(known -> new Sound(field, consent, known, form));
  }

  /// What is wrong with one line names the line; what is wrong with all of them is told once.
  private static ConsentFault placed(ConsentFault fault, String line) {
    boolean isOfLine =
        fault.field().startsWith("aan")
            || fault.field().startsWith("categorieen")
            || fault.sentence().equals(AskCheck.NOT_ASKED);
    var field = fault.field().replaceFirst("^aan\\.(aangevinkt|reden)$", "$1");
    return isOfLine ? new ConsentFault(line + "." + field, fault.sentence()) : fault;
  }

  private static void words(
      String field, String text, int shortest, String sentence, Faults faults) {
    faults.addIf(text.strip().length() < shortest || text.length() > LONGEST, field, sentence);
  }
}
