package nl.sluis.policies.toezicht;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A row of the logbook as review sees it: who did what, when, and what speaks for it. No content,
/// no name. Immutable.
///
/// @param row its place in the logbook
/// @param at when it happened
/// @param by who acted
/// @param from in which role, for which organisation
/// @param to the other side
/// @param child tells whether two deeds are about the same child, and nothing else
/// @param purpose what for
/// @param lane by which road it passed; empty when it did not
/// @param ending what came of it
/// @param categories what was given, or asked for when nothing was given
/// @param shows what the row itself shows in favour of who acted
public record Deed(
    long row,
    Instant at,
    ActorKey by,
    PartyRole from,
    PartyRole to,
    Child child,
    Purpose purpose,
    Optional<Lane> lane,
    Ending ending,
    Set<DataCategory> categories,
    Set<Evidence> shows) {
  /// Copies its sets.
  public Deed {
    categories = Set.copyOf(categories);
    shows = Set.copyOf(shows);
  }

  /// Somebody at an organisation, by a keyed pseudonym.
  ///
  /// @param organisation where
  /// @param key the same for the same person at the same organisation; nobody reads a name from it
  public record ActorKey(Oin organisation, String key) implements Comparable<ActorKey> {
    @Override
    public int compareTo(ActorKey other) {
      int byOrganisation = organisation.value().compareTo(other.organisation.value());
      return byOrganisation != 0 ? byOrganisation : key.compareTo(other.key);
    }
  }

  /// Which child, for nothing but telling whether it is the same one: it cannot be written, ordered
  /// or counted from outside this package.
  public static final class Child {
    private final long mark;

    private Child(long mark) {
      this.mark = mark;
    }

    /// @param mark equal for the same child, and of no meaning outside one look
    public static Child of(long mark) {
      return new Child(mark);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Child child && child.mark == mark;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(mark);
    }

    /// Tells nothing of which child it is.
    @Override
    public String toString() {
      return "Child";
    }
  }

  /// What came of a deed.
  public enum Ending {
    /// It was handed over.
    VERSTREKT,
    /// The convenant or the facts forbade it.
    GEWEIGERD,
    /// Something was missing.
    AANGEHOUDEN,
    /// The family was asked for consent; not judged itself, but explains what follows.
    GEVRAAGD;

    /// The word in the policy.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The ending with this word; empty when there is none.
    public static Optional<Ending> of(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }
}
