package nl.sluis.gateway.besluit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.stopbericht.Continues;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;

/// One question as it stands on paper: in the very words of the page, for anybody who is asked it.
///
/// Nothing in it depends on who reads, so it tells nothing of what anybody said, of other questions
/// or of how old a child is. Immutable.
///
/// @param question in the words of the convenant, with no answer in it
/// @param no that no is allowed, and what happens then
/// @param asked what is asked
public record PaperQuestion(Question question, Told no, Told asked) {
  /// Puts a question on paper.
  ///
  /// @param ask what is asked
  /// @param at when it was asked
  /// @param words the convenant in whose words it is told
  /// @param language in which the rest of it is told
  public static PaperQuestion of(
      ConsentAsk ask, Instant at, Convenant words, Texts texts, Language language) {
    var phrases = new Phrases(texts, language, false);
    var question =
        new Question(
            ask.id(),
            ask.id(),
            words.purposes().getOrDefault(ask.purpose(), ""),
            Who.of(ask.sender(), words, Cover.nothing()).withoutRole(),
            Who.of(ask.receiver(), words, Cover.nothing()).withoutRole(),
            ask.categories().stream()
                .sorted()
                .map(
                    category ->
                        new Question.Part(
                            category,
                            words.labels().getOrDefault(category, ""),
                            Optional.empty(),
                            false))
                .toList(),
            at,
            ask.validUntil().atZone(Age.CALENDAR).toLocalDate().minusDays(1),
            ask.oneOff(),
            true,
            false,
            true,
            true);
    return new PaperQuestion(
        question,
        Telling.ofNo(question, around(ask, words), phrases),
        Telling.ofQuestion(question, phrases));
  }

  private static Around around(ConsentAsk ask, Convenant words) {
    var byLaw =
        Continues.without(words, ask.sender(), ask.receiver()).stream()
            .map(
                one ->
                    new Around.Going(
                        Around.sentence(one.rule(), words),
                        Around.names(one.categories(), words),
                        Around.why(one.rule())))
            .toList();
    return new Around(byLaw, List.of());
  }
}
