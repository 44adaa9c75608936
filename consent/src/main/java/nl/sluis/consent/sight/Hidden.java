package nl.sluis.consent.sight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is or was hidden about one child, from whom, and whom the child lets look.
///
/// Immutable; may be shared between threads.
///
/// @param embargoes every one there was, lifted or not
/// @param openedFor whom a youth of sixteen or seventeen lets see, of those who have gezag
public record Hidden(List<Embargoed> embargoes, Set<UUID> openedFor) {
  /// Copies its parts.
  public Hidden {
    embargoes = List.copyOf(embargoes);
    openedFor = Set.copyOf(openedFor);
  }

  /// Hidden from these persons, by what the line is about; nothing was lifted.
  public Hidden(Map<UUID, Set<UUID>> from, Set<UUID> openedFor) {
    this(
        from.entrySet().stream()
            .map(e -> new Embargoed(e.getKey(), e.getValue(), Optional.empty(), false))
            .toList(),
        openedFor);
  }

  /// One embargo.
  ///
  /// @param about what the hidden line is about
  /// @param from the persons; empty when it is the whole family, whoever that turns out to be
  /// @param lifted when it was lifted
  /// @param reporterHidden whether who reported stays hidden after that
  public record Embargoed(
      UUID about, Set<UUID> from, Optional<Instant> lifted, boolean reporterHidden) {
    /// Copies its parts.
    public Embargoed {
      from = Set.copyOf(from);
    }

    private boolean isFrom(UUID what, UUID person) {
      return about.equals(what) && (from.isEmpty() || from.contains(person));
    }
  }

  /// Nothing is hidden, and nothing was opened.
  public static Hidden nothing() {
    return new Hidden(List.of(), Set.of());
  }

  /// Is the line about this hidden from this person?
  public boolean isFrom(UUID about, UUID person) {
    return embargoes.stream().anyMatch(e -> e.lifted().isEmpty() && e.isFrom(about, person));
  }

  /// Is the line about this hidden from anybody?
  public boolean isHidden(UUID about) {
    return embargoes.stream().anyMatch(e -> e.lifted().isEmpty() && e.about().equals(about));
  }

  /// When the line about this, which was hidden from this person, was shown; empty when it never
  /// was hidden, or still is.
  public Optional<Instant> shownSince(UUID about, UUID person) {
    return isFrom(about, person)
        ? Optional.empty()
        : embargoes.stream()
            .filter(e -> e.isFrom(about, person))
            .flatMap(e -> e.lifted().stream())
            .max(Comparator.naturalOrder());
  }

  /// Does who reported this stay hidden, although the report itself may be shown?
  public boolean isReporterHidden(UUID about) {
    return embargoes.stream().anyMatch(e -> e.about().equals(about) && e.reporterHidden());
  }
}
