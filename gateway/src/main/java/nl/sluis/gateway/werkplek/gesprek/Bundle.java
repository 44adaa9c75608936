package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.besluit.PaperQuestion;
import nl.sluis.gateway.besluit.Told;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.PartyRole;

/// What is read to a family before it says anything: that no is allowed, what is asked, for what,
/// for whom, which kinds and for how long. In the very words of their own page and of the form of
/// Sluis; what is read is what is hashed into the consent. Immutable.
///
/// @param language in which it counts: that of the family, or Dutch where nobody adopted theirs
/// @param lines one question for each receiver
/// @param aid the same in the language of the family, for the interpreter, where it does not count
/// @param aidLanguage the language of that
/// @param number of the texts it was made from
public record Bundle(
    Language language,
    List<Told> lines,
    List<Told> aid,
    Optional<Language> aidLanguage,
    String number) {
  private static final String PART = "beslissen";
  private static final UUID NOBODY = new UUID(0, 0);

  /// Copies its lists.
  public Bundle {
    lines = List.copyOf(lines);
    aid = List.copyOf(aid);
  }

  /// Puts a form in words.
  ///
  /// @param form without anything missing
  static Bundle of(AskForm form, Topic topic, PartyRole self, Texts texts, Instant now) {
    boolean counts = texts.binding(PART, form.language());
    var language = counts ? form.language() : Language.NL;
    var aid = counts ? List.<Told>of() : told(form, topic, self, texts, form.language(), now);
    return new Bundle(
        language,
        told(form, topic, self, texts, language, now),
        aid,
        counts ? Optional.empty() : Optional.of(form.language()),
        texts.digest(PART, language));
  }

  private static List<Told> told(
      AskForm form, Topic topic, PartyRole self, Texts texts, Language language, Instant now) {
    var told = new ArrayList<Told>();
    for (var line : form.lines()) {
      var until = form.lastDay().orElseThrow().plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
      var ask =
          new ConsentAsk(
              NOBODY,
              NOBODY,
              topic.purpose(),
              self,
              line.to().party(),
              line.categories(),
              until,
              form.once(),
              "");
      var question = PaperQuestion.of(ask, now, topic.words(), texts, language);
      told.add(question.no().and(question.asked()));
    }
    return told;
  }

  /// SHA-256 over all that is read, in hexadecimal.
  String hash() {
    return lines.stream().reduce(new Told(List.of()), Told::and).hash(language.tag(), number);
  }

  /// The text as /v1 takes it; its version is the beginning of the number of the texts.
  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("versie", "gespreksblad-" + number.substring(0, 12))
        .put("hash", hash())
        .put("taal", language.tag());
  }
}
