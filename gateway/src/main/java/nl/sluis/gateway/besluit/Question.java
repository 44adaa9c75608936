package nl.sluis.gateway.besluit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.event.Answer;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnQuestions.Asked;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;

/// One question as somebody reads it, in the words of the convenant, with the own answer and never
/// that of another. Immutable; may be shared between threads.
///
/// @param id its identifier
/// @param conversation in which it was asked
/// @param purpose what for, in one sentence
/// @param from who would share
/// @param to who would get it
/// @param parts what would be shared
/// @param askedAt when it was asked
/// @param lastDay the last day on which a yes to it counts
/// @param once whether a yes is good for one time
/// @param needed whether nothing is shared without this person's yes
/// @param over whether no yes to it counts any more
/// @param open whether something has to be said to it
/// @param whole whether this person may see how it stands, and not the own words alone
public record Question(
    UUID id,
    UUID conversation,
    String purpose,
    Who from,
    Who to,
    List<Part> parts,
    Instant askedAt,
    LocalDate lastDay,
    boolean once,
    boolean needed,
    boolean over,
    boolean open,
    boolean whole) {
  /// Copies its parts.
  public Question {
    parts = List.copyOf(parts);
  }

  /// One kind of data.
  ///
  /// @param category which
  /// @param name as a family reads it
  /// @param mine the own answer; empty when there is none
  /// @param shared whether it may be shared now
  public record Part(DataCategory category, String name, Optional<Answer> mine, boolean shared) {}

  /// What the own answers come to.
  public enum Stand {
    /// Nothing was said, or not to every part.
    OPEN,
    /// Yes to all.
    JA,
    /// No to all.
    NEE,
    /// Yes to some.
    DEELS,
    /// This person wants to think about some of it.
    LATER;

    /// The key of its text.
    public String key() {
      return "stand." + name().toLowerCase(Locale.ROOT);
    }

    /// Its picture, for who reads with difficulty.
    public String pictogram() {
      return switch (this) {
        case OPEN -> "beeld-vraag";
        case JA -> "beeld-ja";
        case NEE -> "beeld-nee";
        case DEELS -> "beeld-deel";
        case LATER -> "beeld-later";
      };
    }
  }

  static Question of(Asked asked, Convenant words, Cover cover) {
    var line = asked.line();
    var ask = line.ask();
    var mine = line.mine();
    Set<DataCategory> shared = mine.shared().orElseGet(Set::of);
    return new Question(
        ask.id(),
        asked.conversation(),
        words.purposes().getOrDefault(ask.purpose(), ""),
        Who.of(ask.sender(), words, cover).withoutRole(),
        Who.of(ask.receiver(), words, cover).withoutRole(),
        ask.categories().stream()
            .sorted()
            .map(
                category ->
                    new Part(
                        category,
                        words.labels().getOrDefault(category, ""),
                        Optional.ofNullable(mine.answers().get(category)),
                        shared.contains(category)))
            .toList(),
        cover.at(line.asked()),
        ask.validUntil().atZone(Age.CALENDAR).toLocalDate().minusDays(1),
        ask.oneOff(),
        mine.needed(),
        mine.over(),
        asked.isOpen(),
        mine.shared().isPresent());
  }

  /// What the own answers come to.
  public Stand stand() {
    var answers = parts.stream().map(Part::mine).distinct().toList();
    if (answers.contains(Optional.<Answer>empty())) {
      return Stand.OPEN;
    }
    if (answers.contains(Optional.of(Answer.LATER))) {
      return Stand.LATER;
    }
    return answers.size() > 1
        ? Stand.DEELS
        : answers.getFirst().filter(Answer.JA::equals).isPresent() ? Stand.JA : Stand.NEE;
  }

  /// Was nothing said to any part of it?
  public boolean answersNothing() {
    return parts.stream().allMatch(part -> part.mine().isEmpty());
  }

  /// May all of it be shared now?
  public boolean allShared() {
    return parts.stream().allMatch(Part::shared);
  }

  /// May some of it be shared now?
  public boolean someShared() {
    return parts.stream().anyMatch(Part::shared);
  }

  /// Is there a yes to take back?
  public boolean hasYes() {
    return parts.stream().map(Part::mine).anyMatch(Optional.of(Answer.JA)::equals);
  }

  /// May the person still say yes, no or later?
  public boolean mayAnswer() {
    return whole && !over;
  }

  /// The own answers, by kind of data.
  Map<DataCategory, Answer> answers() {
    return parts.stream()
        .filter(part -> part.mine().isPresent())
        .collect(
            Collectors.toMap(
                Part::category, part -> part.mine().orElseThrow(), (a, _) -> a, TreeMap::new));
  }

  /// The names of these kinds of data, in their order.
  List<String> names(Set<DataCategory> categories) {
    return parts.stream()
        .filter(part -> categories.contains(part.category()))
        .map(Part::name)
        .toList();
  }
}
