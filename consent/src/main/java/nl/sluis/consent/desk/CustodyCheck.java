package nl.sluis.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import org.jspecify.annotations.Nullable;

/// Reads who has gezag, and finds everything that is wrong with it.
final class CustodyCheck {
  private CustodyCheck() {}

  /// What was read, in order.
  record Read(
      CustodySituation situation,
      CustodySource source,
      LocalDate validFrom,
      Instant obtainedAt,
      List<FamilyDraft.Holder> holders) {}

  static Optional<Read> check(FamilyDraft.@Nullable Custody draft, Faults faults) {
    if (draft == null) {
      return Optional.empty();
    }
    var situation = CustodySituation.of(draft.situation());
    faults.addIf(situation.isEmpty(), "gezag.situatie", "Deze gezagssituatie bestaat niet.");
    var source = CustodySource.of(draft.source());
    faults.addIf(source.isEmpty(), "gezag.bron", "Noem waaruit dit blijkt, zoals gezagsregister.");
    var from = faults.date("gezag.geldigVanaf", draft.validFrom());
    var obtained = faults.pastInstant("gezag.verkregenOp", draft.obtainedAt());
    situation.ifPresent(s -> holders(s, draft.holders(), faults));
    if (situation.isEmpty() || source.isEmpty() || from.isEmpty() || obtained.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Read(situation.get(), source.get(), from.get(), obtained.get(), draft.holders()));
  }

  private static void holders(
      CustodySituation situation, List<FamilyDraft.Holder> holders, Faults faults) {
    long different = holders.stream().map(FamilyDraft.Holder::label).distinct().count();
    faults.addIf(
        !situation.allowsHolders(holders.size()) || different != holders.size(),
        "gezag.houders",
        "Dit aantal personen past niet bij deze gezagssituatie.");
    for (int i = 0; i < holders.size() && i < 3; i++) {
      faults.addIf(
          !holders.get(i).capacity().equals(situation.capacity()),
          "gezag.houders[" + i + "].hoedanigheid",
          "Bij deze gezagssituatie hoort de hoedanigheid `" + situation.capacity() + "`.");
    }
  }
}
