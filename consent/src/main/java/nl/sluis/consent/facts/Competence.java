package nl.sluis.consent.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A professional's judgement whether someone can weigh this matter (Jeugdwet 7.3.15, BW 7:465).
///
/// @param seq in which order it was recorded
/// @param able the judgement
/// @param judgedAt when it was made
/// @param validUntil when it must be made again; nobody stays unable by default
public record Competence(long seq, boolean able, Instant judgedAt, Instant validUntil) {
  /// What the last judgement that still holds says; two of one instant that differ leave it open.
  static Set<Boolean> last(List<Competence> judgements, Instant at) {
    var last = judgements.stream().map(Competence::judgedAt).max(Comparator.naturalOrder());
    return judgements.stream()
        .filter(j -> last.filter(j.judgedAt()::equals).isPresent())
        .filter(j -> at.isBefore(j.validUntil()))
        .map(Competence::able)
        .collect(Collectors.toSet());
  }

  /// Was somebody judged unable, and by nobody able? Then others look in that person's place.
  public static boolean isUnable(List<Competence> judgements, Instant at) {
    return last(judgements, at).equals(Set.of(false));
  }
}
