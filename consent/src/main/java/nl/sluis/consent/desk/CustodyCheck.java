package nl.sluis.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    faults.addIf(
        draft.source().equals(CustodySource.VIER_OGEN.code()),
        "gezag.bron",
        "Vier ogen vraagt twee personen: leg dit vast met /v1/gezagsgegevens.");
    return check("gezag.", draft, faults);
  }

  /// @param at where the fields stand, such as `gezag.`
  static Optional<Read> check(String at, FamilyDraft.Custody draft, Faults faults) {
    var situation = CustodySituation.of(draft.situation());
    faults.addIf(situation.isEmpty(), at + "situatie", "Deze gezagssituatie bestaat niet.");
    var source = CustodySource.of(draft.source());
    faults.addIf(source.isEmpty(), at + "bron", "Noem waaruit dit blijkt, zoals gezagsregister.");
    var from = faults.date(at + "geldigVanaf", draft.validFrom());
    var obtained = faults.pastInstant(at + "verkregenOp", draft.obtainedAt());
    situation.ifPresent(s -> holders(at, s, draft.holders(), faults));
    if (situation.isEmpty() || source.isEmpty() || from.isEmpty() || obtained.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Read(situation.get(), source.get(), from.get(), obtained.get(), draft.holders()));
  }

  private static void holders(
      String at, CustodySituation situation, List<FamilyDraft.Holder> holders, Faults faults) {
    long different = holders.stream().map(FamilyDraft.Holder::label).distinct().count();
    faults.addIf(
        !situation.allowsHolders(holders.size()) || different != holders.size(),
        at + "houders",
        "Dit aantal personen past niet bij deze gezagssituatie.");
    var told = holders.stream().map(FamilyDraft.Holder::capacity).sorted().toList();
    var expected = situation.capacities(holders.size());
    faults.addIf(
        !told.equals(expected),
        at + "houders[0].hoedanigheid",
        "Bij deze gezagssituatie hoort de hoedanigheid `"
            + expected.stream().distinct().collect(Collectors.joining("` en `"))
            + "`.");
  }
}
