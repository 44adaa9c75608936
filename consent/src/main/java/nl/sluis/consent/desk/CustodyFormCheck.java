package nl.sluis.consent.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Deelgezag;
import org.jspecify.annotations.Nullable;

/// Reads what a partner found out about gezag, and finds everything that is wrong with it.
final class CustodyFormCheck {
  private static final String PART_HOLDER = "deelgezag";
  private static final int MOST_WITHOUT = 2;

  /// What must have been on paper: whoever says so shows which paper.
  private static final Set<CustodySource> ON_PAPER =
      EnumSet.of(CustodySource.GEZAGSREGISTER, CustodySource.RECHTERLIJKE_UITSPRAAK);

  private CustodyFormCheck() {}

  /// What was read.
  sealed interface Read {
    /// Who has gezag, and which parents are known not to have it.
    record Whole(
        CustodyCheck.Read custody, @Nullable LocalDate until, List<FamilyDraft.Holder> without)
        implements Read {}

    /// A part of it that a court gave away.
    record Part(
        Deelgezag.Domain domain,
        FamilyDraft.Holder holder,
        LocalDate from,
        LocalDate until,
        Instant obtainedAt)
        implements Read {}
  }

  /// Empty only when there are faults.
  static Optional<Read> check(CustodyDraft draft, Faults faults) {
    return draft.isPart() ? part(draft, faults) : whole(draft, faults);
  }

  private static Optional<Read> whole(CustodyDraft draft, Faults faults) {
    var told = draft.custody();
    var without = told.holders().stream().filter(CustodyFormCheck::isWithout).toList();
    var holders = told.holders().stream().filter(h -> !isWithout(h)).toList();
    var custody =
        CustodyCheck.check(
            "",
            new FamilyDraft.Custody(
                told.situation(), told.source(), told.validFrom(), told.obtainedAt(), holders),
            faults);
    boolean both =
        without.stream().anyMatch(w -> holders.stream().anyMatch(h -> h.label().equals(w.label())));
    faults.addIf(
        both || without.size() > MOST_WITHOUT,
        "houders",
        "Ten hoogste twee ouders zonder gezag, en niemand van hen heeft het ook.");
    var until = until(draft, faults);
    boolean onPaper = custody.filter(c -> ON_PAPER.contains(c.source())).isPresent();
    if (onPaper || !draft.referenceHash().isEmpty()) {
      faults.sha256("kenmerkHash", draft.referenceHash());
    }
    faults.addIf(!draft.domain().isEmpty(), "domein", "Een domein hoort alleen bij deelgezag.");
    return custody.map(c -> new Read.Whole(c, until.orElse(null), without));
  }

  private static Optional<Read> part(CustodyDraft draft, Faults faults) {
    var told = draft.custody();
    faults.addIf(
        !told.source().equals(CustodySource.RECHTERLIJKE_UITSPRAAK.code()),
        "bron",
        "Deelgezag geeft alleen een rechter; noem rechterlijke-uitspraak.");
    faults.sha256("kenmerkHash", draft.referenceHash());
    var domain = Deelgezag.Domain.of(draft.domain());
    faults.addIf(domain.isEmpty(), "domein", "Kies onderwijs, medisch of verblijf.");
    boolean one =
        told.holders().size() == 1 && told.holders().getFirst().capacity().equals(PART_HOLDER);
    faults.addIf(!one, "houders", "Noem één houder, met de hoedanigheid `deelgezag`.");
    var from = faults.date("geldigVanaf", told.validFrom());
    var obtained = faults.pastInstant("verkregenOp", told.obtainedAt());
    var until = until(draft, faults);
    faults.addIf(draft.validUntil().isEmpty(), "geldigTot", "Noem tot wanneer de rechter dit gaf.");
    if (domain.isEmpty() || !one || from.isEmpty() || obtained.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Read.Part(
            domain.get(), told.holders().getFirst(), from.get(), until.get(), obtained.get()));
  }

  private static Optional<LocalDate> until(CustodyDraft draft, Faults faults) {
    if (draft.validUntil().isEmpty()) {
      return Optional.empty();
    }
    var until = faults.date("geldigTot", draft.validUntil());
    until.ifPresent(
        day ->
            faults.addIf(
                draft.custody().validFrom().compareTo(day.toString()) >= 0,
                "geldigTot",
                "Het einde ligt na het begin."));
    return until;
  }

  private static boolean isWithout(FamilyDraft.Holder holder) {
    return holder.capacity().equals(CustodyDraft.WITHOUT);
  }
}
