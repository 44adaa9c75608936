package nl.sluis.policies.decision;

import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.RuleBook;

/// The same convenant with other rules.
final class Books {
  private Books() {}

  static Convenant with(Convenant c, RuleBook book) {
    return new Convenant(
        c.id(),
        c.version(),
        c.title(),
        c.basis(),
        c.status(),
        c.validFrom(),
        c.validUntil(),
        c.region(),
        c.overlapDays(),
        c.schoolHolidays(),
        c.parties(),
        c.purposes(),
        book,
        c.conditions(),
        c.legalPoints(),
        c.secrecy(),
        c.schemas(),
        c.forms(),
        c.topics(),
        c.labels(),
        c.examples(),
        c.digest());
  }
}
