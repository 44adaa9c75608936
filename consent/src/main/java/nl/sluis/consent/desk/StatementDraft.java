package nl.sluis.consent.desk;

import java.util.List;
import nl.sluis.consent.subject.Hmac;
import org.jspecify.annotations.Nullable;

/// What one person said, as it was handed in; what was left out is an empty text.
///
/// @param voice whose words these are
/// @param utterance `gegeven`, `geweigerd`, `uitgesteld`, `betwist` or `hersteld`
/// @param channel `portaal`, `papier` or `mondeling`
/// @param at when it was said
/// @param otherParentAgrees whether the speaker said that the other parent agrees
/// @param noExplained whether it was explained what follows when the answer is no
/// @param withdrawalExplained whether it was explained how to take a yes back
/// @param proof how it is known; looked at here, never stored in the clear
/// @param evidence the same proof, sealed
/// @param categories for which categories, as their codes; empty for all that were asked
/// @param read the text that the speaker had on a screen; null when it was said another way
public record StatementDraft(
    Voice voice,
    String utterance,
    String channel,
    String at,
    boolean otherParentAgrees,
    boolean noExplained,
    boolean withdrawalExplained,
    Proof proof,
    SealedEvidence evidence,
    List<String> categories,
    ConsentDraft.@Nullable Text read) {
  /// Copies its parts.
  public StatementDraft {
    categories = List.copyOf(categories);
  }

  /// For all that was asked.
  public StatementDraft(
      Voice voice,
      String utterance,
      String channel,
      String at,
      boolean otherParentAgrees,
      boolean noExplained,
      boolean withdrawalExplained,
      Proof proof,
      SealedEvidence evidence) {
    this(
        voice,
        utterance,
        channel,
        at,
        otherParentAgrees,
        noExplained,
        withdrawalExplained,
        proof,
        evidence,
        List.of(),
        null);
  }

  /// The same, for some of what was asked.
  ///
  /// @param some as their codes
  public StatementDraft about(List<String> some) {
    return saying(utterance, some, read);
  }

  /// The same speaker and proof, with another word for some of what was asked.
  public StatementDraft saying(String word, List<String> some, ConsentDraft.@Nullable Text shown) {
    return new StatementDraft(
        voice,
        word,
        channel,
        at,
        otherParentAgrees,
        noExplained,
        withdrawalExplained,
        proof,
        evidence,
        some,
        shown);
  }

  /// How it is known what was said (AVG 7(1)).
  ///
  /// @param recordedById pseudonymous id of who wrote it down
  /// @param recordedByFunction that person's function
  /// @param asked what was asked
  /// @param present who were there
  /// @param documentHash SHA-256 of the signed sheet
  /// @param secondPersonId pseudonymous id of a colleague who was there too
  /// @param presence the keyed hash of the code that the speaker gave; null when there is none
  public record Proof(
      String recordedById,
      String recordedByFunction,
      String asked,
      String present,
      String documentHash,
      String secondPersonId,
      @Nullable Hmac presence) {
    /// A proof to which a colleague was a witness.
    public Proof(
        String recordedById,
        String recordedByFunction,
        String asked,
        String present,
        String documentHash,
        String secondPersonId) {
      this(recordedById, recordedByFunction, asked, present, documentHash, secondPersonId, null);
    }

    /// A proof to which nobody else was a witness.
    public Proof(
        String recordedById,
        String recordedByFunction,
        String asked,
        String present,
        String documentHash) {
      this(recordedById, recordedByFunction, asked, present, documentHash, "");
    }

    /// Paper has a sheet, and two pairs of eyes: nobody alone writes down that a family read.
    void checkSheet(Faults faults) {
      faults.sha256("bewijs.documentHash", documentHash);
      faults.addIf(
          recordedById.isBlank() || recordedByFunction.isBlank(),
          "bewijs.vastgelegdDoor",
          "Noem wie dit heeft vastgelegd en in welke functie.");
      faults.addIf(
          secondPersonId.isBlank() || secondPersonId.equals(recordedById),
          "bewijs.tweedePersoon",
          "Noem een tweede medewerker die het blad zag; dit schrijft niemand alleen op.");
    }
  }
}
