package nl.sluis.consent.custody;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who has gezag over a child, as a register or a court has it (BW 1:245, 1:251, 1:253, 1:280).
///
/// The table of custody against givers stands here and nowhere else.
public enum CustodySituation {
  /// BW 1:251, 1:253i: parents who live together; one may speak for both if the other agrees.
  GEZAMENLIJK_SAMEN(2, 2, Quorum.EEN_NAMENS_BEIDEN),
  /// BW 1:251, 1:253a: both, each with a record of their own.
  GEZAMENLIJK_GESCHEIDEN(2, 2, Quorum.ALLEN),
  /// BW 1:253sa, 1:253t: a parent and another who is not one, both.
  GEZAMENLIJK_GEZAG(2, 2, Quorum.ALLEN),
  /// BW 1:251a, 1:253b: this parent; the other has a right to information only (BW 1:377c).
  EENHOOFDIG(1, 1, Quorum.ALLEN),
  /// BW 1:280, 1:282: the guardian, or both guardians.
  VOOGDIJ_PERSOON(1, 2, Quorum.ALLEN),
  /// BW 1:302: the gecertificeerde instelling in the place of the parents.
  VOOGDIJ_GI(1, 1, Quorum.ALLEN),
  /// BW 1:255: the parents keep gezag; a gezinsvoogd does not consent in their place.
  OTS(1, 2, Quorum.ALLEN),
  /// BW 1:378: a curator, for an adult who cannot weigh the matter.
  CURATELE(1, 2, Quorum.ALLEN),
  /// BW 1:450: a mentor, for an adult who cannot weigh the matter.
  MENTORSCHAP(1, 2, Quorum.ALLEN),
  /// BW 7:465 lid 3: whom an adult authorised in writing, before the matter could not be weighed.
  GEMACHTIGDE(1, 1, Quorum.ALLEN),
  /// BW 7:465 lid 3: the spouse or partner of an adult, where nobody was appointed or authorised.
  PARTNER(1, 1, Quorum.ALLEN),
  /// BW 7:465 lid 3: a parent, child, brother or sister of an adult, where there is no partner.
  FAMILIE(1, 2, Quorum.ALLEN),
  /// BW 1:253q, 1:253r: nobody can use the gezag for the time being; a guardian must be found.
  TIJDELIJK_GEEN_GEZAG(0, 0, Quorum.ALLEN),
  /// Nobody may give consent until a register was asked.
  ONBEKEND(0, 0, Quorum.ALLEN);

  /// How many of those with gezag must have said yes themselves.
  public enum Quorum {
    /// Every one of them.
    ALLEN,
    /// One, if the agreement of the other is recorded with it and the other said nothing else.
    EEN_NAMENS_BEIDEN
  }

  private final int fewest;
  private final int most;
  private final Quorum quorum;

  CustodySituation(int fewest, int most, Quorum quorum) {
    this.fewest = fewest;
    this.most = most;
    this.quorum = quorum;
  }

  /// Can this many persons hold gezag in this situation?
  public boolean allowsHolders(int count) {
    return count >= fewest && count <= most;
  }

  /// How many of them must have said yes themselves.
  public Quorum quorum() {
    return quorum;
  }

  /// The capacity in which somebody holds it, such as `ouder-gezag`.
  public String capacity() {
    return switch (this) {
      case VOOGDIJ_PERSOON -> "voogd";
      case VOOGDIJ_GI -> "gi-voogd";
      case CURATELE -> "curator";
      case MENTORSCHAP -> "mentor";
      case GEMACHTIGDE -> "gemachtigde";
      case PARTNER -> "partner";
      case FAMILIE -> "familielid";
      case GEZAMENLIJK_SAMEN,
          GEZAMENLIJK_GESCHEIDEN,
          GEZAMENLIJK_GEZAG,
          EENHOOFDIG,
          OTS,
          TIJDELIJK_GEEN_GEZAG,
          ONBEKEND ->
          "ouder-gezag";
    };
  }

  /// The capacities that belong to this many holders, in alphabetical order.
  public List<String> capacities(int count) {
    return this == GEZAMENLIJK_GEZAG
        ? List.of("derde-gezag", "ouder-gezag")
        : Collections.nCopies(count, capacity());
  }

  /// Is this about an adult, rather than about a child?
  public boolean isForAdults() {
    return rank() > 0;
  }

  /// Which place somebody takes among those who may speak for an adult; 0 for a child.
  int rank() {
    return switch (this) {
      case CURATELE, MENTORSCHAP -> 1;
      case GEMACHTIGDE -> 2;
      case PARTNER -> 3;
      case FAMILIE -> 4;
      default -> 0;
    };
  }

  /// Is there somebody who can say yes? Where not, one must wait.
  boolean isSettled() {
    return this != ONBEKEND && this != TIJDELIJK_GEEN_GEZAG;
  }

  /// The word in messages, such as `gezamenlijk-gescheiden`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The situation with this code; empty when there is none.
  public static Optional<CustodySituation> of(String code) {
    for (var situation : values()) {
      if (situation.code().equals(code)) {
        return Optional.of(situation);
      }
    }
    return Optional.empty();
  }
}
