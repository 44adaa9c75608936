package nl.sluis.gateway.inzicht;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Purpose;

/// One line as one person reads it: what happened on a day, and how many times alike. Immutable.
///
/// It holds no time of day, for nobody: who may not know where somebody is would read it from when
/// the office there is open, and a page that leaves it out for some tells who they are.
///
/// @param refs what it was made of, the newest first; at least one
/// @param day on which, in Europe/Amsterdam
/// @param told what it tells
/// @param from who gave, or wanted to
/// @param to who got, or would have
/// @param purpose the word of the convenant for what for
/// @param sentence what for, in plain Dutch
/// @param categories the plain Dutch names of what was given, asked for, or must stop
/// @param withheld those of what was asked for and left out
/// @param ground why it was allowed
/// @param word what was said, such as `gewist` or `ingetrokken`; empty when nothing was
/// @param late the day on which it was shown, when it was kept back before
/// @param contact where to ask; empty when only Sluis may be asked
/// @param question to which who looks said something, when it is about that
/// @param tie to which other line it belongs, as a question to its answer
public record Line(
    List<Ref> refs,
    LocalDate day,
    Told told,
    Who from,
    Who to,
    Purpose purpose,
    String sentence,
    List<String> categories,
    List<String> withheld,
    Ground.Explained ground,
    String word,
    Optional<LocalDate> late,
    Optional<String> contact,
    Optional<UUID> question,
    Optional<Tie> tie) {
  /// Copies its lists.
  public Line {
    refs = List.copyOf(refs);
    categories = List.copyOf(categories);
    withheld = List.copyOf(withheld);
  }

  /// A line that belongs to no other.
  public Line(
      List<Ref> refs,
      LocalDate day,
      Told told,
      Who from,
      Who to,
      Purpose purpose,
      String sentence,
      List<String> categories,
      List<String> withheld,
      Ground.Explained ground,
      String word,
      Optional<LocalDate> late,
      Optional<String> contact,
      Optional<UUID> question) {
    this(
        refs,
        day,
        told,
        from,
        to,
        purpose,
        sentence,
        categories,
        withheld,
        ground,
        word,
        late,
        contact,
        question,
        Optional.empty());
  }

  /// How many times it happened alike on this day.
  public int times() {
    return refs.size();
  }

  /// The picture of what it tells, for who reads with difficulty.
  public String pictogram() {
    return switch (told) {
      case GEKREGEN -> "beeld-bericht";
      case AANGEHOUDEN -> "beeld-later";
      case GEWEIGERD, NIET_UITGEREIKT -> "beeld-nee";
      case STOP_GEVRAAGD -> "beeld-stop";
      case TERUGGEROEPEN, VERVANGEN, TERUGGESTUURD -> "beeld-let-op";
      case STOP_BEVESTIGD, TERUG_BEANTWOORD -> "beeld-bewijs";
      case CONTROLE_GEVER, CONTROLE_ONTVANGER -> "beeld-lezen";
      case EIGEN_WOORD -> ofWord();
    };
  }

  private String ofWord() {
    return switch (word) {
      case "gegeven", "hersteld" -> "beeld-ja";
      case "geweigerd" -> "beeld-nee";
      case "uitgesteld" -> "beeld-later";
      case "ingetrokken" -> "beeld-stop";
      default -> "beeld-let-op";
    };
  }

  /// The same line, which belongs to another.
  Line tied(Optional<Tie> other) {
    return with(refs, other);
  }

  /// The same line, made of these.
  Line of(List<Ref> others) {
    return with(others, tie);
  }

  private Line with(List<Ref> made, Optional<Tie> other) {
    return new Line(
        made,
        day,
        told,
        from,
        to,
        purpose,
        sentence,
        categories,
        withheld,
        ground,
        word,
        late,
        contact,
        question,
        other);
  }

  /// What it says, whatever it was made of: two lines that say the same of one day are equal.
  Line withoutRefs() {
    return of(List.of());
  }
}
