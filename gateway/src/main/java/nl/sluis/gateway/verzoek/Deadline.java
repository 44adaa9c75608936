package nl.sluis.gateway.verzoek;

import java.time.Instant;
import java.util.List;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.policies.convenant.RequestTerms;

/// Before when an organisation answers (AVG 12(3)). Pure.
final class Deadline {
  private Deadline() {}

  /// When an answer to what is asked now is late. School holidays count: who asks waits as well.
  static Instant of(RequestKind kind, RequestTerms terms, Instant now) {
    return switch (kind) {
      case WAAROM -> Term.dueAfter(now, terms.whyWorkingDays(), List.of());
      case RECTIFICATIE, BEZWAAR, WISSING, KLACHT, INZAGE ->
          ConsentParameters.monthsAfter(now, terms.answerMonths());
    };
  }

  /// Until when it can be late at most, once it was extended.
  static Instant extended(SubjectRequest request, RequestTerms terms) {
    return ConsentParameters.monthsAfter(
        request.askedAt(), terms.answerMonths() + terms.extendMonths());
  }
}
