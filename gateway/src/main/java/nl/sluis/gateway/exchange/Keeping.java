package nl.sluis.gateway.exchange;

import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.ondertekening.KeptMessages;
import nl.sluis.gateway.ondertekening.KeptMessages.Kept;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Reason;

/// What becomes of the sealed message of a conflict of duties: it waits while nothing but
/// signatures is missing, and the waiting ends when it passes or may never pass.
///
/// May be shared between threads; each call works in the transaction that decides.
public final class Keeping {
  private final KeptMessages kept;

  /// @param kept where they wait
  public Keeping(KeptMessages kept) {
    this.kept = kept;
  }

  /// Keeps a message that is held, if it is one that may wait here.
  Optional<Kept> held(Decided decided, Hold hold) throws SQLException {
    var rule = rule(decided, hold.ruleId());
    if (rule.isEmpty() || !onlySignatures(hold, decided.convenant())) {
      return Optional.empty();
    }
    var at = decided.found().at();
    var until =
        Term.dueAfter(at, rule.get().unreadWorkingDays(), decided.convenant().schoolHolidays());
    var admitted = decided.admitted();
    return kept.keep(
        decided.found().tx(),
        admitted.transaction(),
        admitted.caller(),
        decided.found().subject(),
        admitted.identified().message(),
        until);
  }

  /// Notes that a message that waited was judged again, and waits on.
  void waitsOn(Decided decided, Kept waited) throws SQLException {
    kept.looked(decided.found().tx(), waited.transaction());
  }

  /// Does it wait still? Somebody may have sent it again meanwhile, and then it passed.
  boolean waits(Decided decided, Kept waited) throws SQLException {
    return kept.waits(decided.found().tx(), waited.transaction());
  }

  /// Nothing waits any longer for what was decided on now.
  void ended(Decided decided, Decision decision) throws SQLException {
    if (rule(decided, decision.ruleId()).isPresent()) {
      kept.end(decided.found().tx(), decided.admitted().identified().message());
    }
  }

  private static Optional<Rule> rule(Decided decided, String id) {
    return decided.convenant().rule(id).filter(r -> r.lane() == Lane.CONFLICT_VAN_PLICHTEN);
  }

  private static boolean onlySignatures(Hold hold, Convenant convenant) {
    return hold.reasons().items().stream()
        .allMatch(
            told ->
                told.reason() == Reason.VOORWAARDE_ONTBREEKT
                    && Optional.ofNullable(convenant.conditions().get(told.about()))
                        .filter(c -> c.source() == Condition.Source.ONDERTEKEND)
                        .isPresent());
  }
}
