package nl.sluis.consent.desk;

import java.util.List;
import java.util.UUID;

/// One conversation about one child in which several consents are asked, as it was handed in; what
/// was left out is an empty text.
///
/// @param subject the person concerned
/// @param purposes what for; exactly one is accepted
/// @param sender who may send
/// @param lines one for each receiver
/// @param legalFunction what it is in law, such as `doorbreking-geheimhouding`
/// @param validUntil the first day on which it does not hold any more
/// @param oneOff whether one disclosure uses each of them up
/// @param text which text was shown
/// @param conditional whether help depends on the answer; such a consent is not free (AVG 7(4))
/// @param question the question about the child; looked at here, never stored in the clear
/// @param newFacts why it is asked again so soon after a no; empty when it is not
/// @param evidence question, new facts and reasons, sealed
public record RequestDraft(
    UUID subject,
    List<String> purposes,
    PartyDraft sender,
    List<Line> lines,
    String legalFunction,
    String validUntil,
    boolean oneOff,
    ConsentDraft.Text text,
    boolean conditional,
    String question,
    String newFacts,
    SealedEvidence evidence) {
  /// What is asked for one receiver.
  ///
  /// @param receiver who may receive
  /// @param categories what may be shared
  /// @param ticked whether a yes was filled in beforehand; silence is no consent (AVG recital 32)
  /// @param reason why this receiver; asked of those that the convenant sets apart
  public record Line(PartyDraft receiver, List<String> categories, boolean ticked, String reason) {
    /// Copies its parts.
    public Line {
      categories = List.copyOf(categories);
    }
  }

  /// Copies its parts.
  public RequestDraft {
    purposes = List.copyOf(purposes);
    lines = List.copyOf(lines);
  }

  /// Each line as a consent of its own, with no answer yet.
  public List<ConsentDraft> consents() {
    return lines.stream().map(this::consent).toList();
  }

  /// One line as a consent of its own.
  ConsentDraft consent(Line line) {
    return new ConsentDraft(
        subject,
        purposes,
        sender,
        line.receiver(),
        line.categories(),
        legalFunction,
        validUntil,
        oneOff,
        text,
        List.of());
  }
}
