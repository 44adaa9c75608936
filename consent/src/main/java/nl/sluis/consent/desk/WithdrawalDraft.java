package nl.sluis.consent.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A yes taken back, as it was handed in. It asks for no reason and no proof (AVG 7(3)).
///
/// @param voice whose words these are
/// @param channel `portaal`, `papier` or `mondeling`
/// @param at when it was said
/// @param categories for which categories; empty for all
/// @param evidence sealed, if there is any
public record WithdrawalDraft(
    Voice voice,
    String channel,
    String at,
    List<String> categories,
    @Nullable SealedEvidence evidence) {
  /// Copies its parts.
  public WithdrawalDraft {
    categories = List.copyOf(categories);
  }
}
