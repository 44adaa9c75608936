package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;

/// Where somebody says yes again to the same question, in the same text, for a new term.
///
/// Each giver renews for himself; a consent lasts as long as everybody who is needed renewed it.
/// Who never said yes has nothing to renew: that is judged at use, so that nobody hears it here.
/// May be shared between threads; it runs in the caller's transaction, after the caller locked the
/// subject.
public final class RenewDesk {
  private static final String PREFIX = "sha256:";

  private final ConsentTable table;
  private final Contexts contexts;
  private final PresenceCodes codes;

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  public RenewDesk(String region, PersonSeal seal) {
    this.table = new ConsentTable(region);
    this.contexts = new Contexts(region, seal);
    this.codes = new PresenceCodes(region);
  }

  /// Puts it on record, or tells everything that is wrong with it.
  ///
  /// @param asked the question, with the text that was shown
  /// @param askable what the convenant lets ask now
  public Filed renew(
      Connection tx,
      Asked asked,
      RenewalDraft draft,
      Recorder recorder,
      Askable askable,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var ask = asked.ask();
    AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
    var context = contexts.of(tx, ask, recorder, draft.said().voice(), now);
    var said =
        new StatementCheck(askable.parameters())
            .check("", asYes(draft.said()), recorder, context, faults);
    faults.addIf(
        ask.oneOff(), "geldigTot", "Een toestemming voor één keer wordt opnieuw gevraagd.");
    sameText(asked, draft, askable, faults);
    var until = until(draft, said, askable.parameters(), faults);
    var again = said.map(s -> again(ask, s, context.records())).orElseGet(ask::categories);
    faults.addIf(again.isEmpty(), "geldigTot", "Er is niets om te vernieuwen.");
    if (!faults.isEmpty() || said.isEmpty() || until.isEmpty()) {
      codes.count(tx, ask.subject(), recorder, context.bringsNoCode(asYes(draft.said())), now);
      return faults.faulty();
    }
    table.addEvent(tx, ask, row(said.get(), about(ask, again), until.get()), recorder, now);
    table.endsOn(tx, ask, until.get());
    codes.use(tx, said.stream().map(Said::presence), now);
    return new Filed.Done(ask.id());
  }

  private static void sameText(Asked asked, RenewalDraft draft, Askable askable, Faults faults) {
    faults.addIf(
        !bare(draft.textHash()).equals(bare(asked.shown().hash())),
        "tekstHash",
        "Dit is niet de tekst die bij deze toestemming is getoond.");
    faults.addIf(
        !asked.ask().text().equals(askable.text()),
        "tekstHash",
        "De tekst van dit doel is gewijzigd; vraag de toestemming opnieuw.");
  }

  private static String bare(String hash) {
    return hash.startsWith(PREFIX) ? hash.substring(PREFIX.length()) : hash;
  }

  private static Optional<Instant> until(
      RenewalDraft draft, Optional<Said> said, ConsentParameters parameters, Faults faults) {
    var until = faults.date("geldigTot", draft.validUntil());
    var from = said.map(s -> s.occurredAt().atZone(Age.CALENDAR).toLocalDate());
    until.ifPresent(day -> term(day, from.orElse(faults.today()), parameters, faults));
    return until.map(day -> day.atStartOfDay(Age.CALENDAR).toInstant());
  }

  private static void term(
      LocalDate until, LocalDate from, ConsentParameters parameters, Faults faults) {
    faults.addIf(!until.isAfter(faults.today()), "geldigTot", "Deze toestemming is al verlopen.");
    faults.addIf(
        until.isAfter(from.plusMonths(parameters.longestConsentMonths())),
        "geldigTot",
        "Een vernieuwing geldt ten hoogste "
            + parameters.longestConsentMonths()
            + " maanden nadat het is gezegd.");
  }

  private static StatementDraft asYes(StatementDraft said) {
    return said.saying("gegeven", List.of(), said.read());
  }

  /// For what it is said again: not for what this person set apart from the rest with a no.
  private static Set<DataCategory> again(ConsentAsk ask, Said said, Records records) {
    return ask.categories().stream()
        .filter(
            category ->
                records.events().stream()
                    .filter(e -> e.isBy(said.person()) && e.covers(category))
                    .filter(
                        e -> e.type().isStop() || (e.type().isYes() && e.askId().equals(ask.id())))
                    .max(Comparator.comparingLong(ConsentEvent::seq))
                    .filter(last -> last.type().isStop() && !last.categories().isEmpty())
                    .isEmpty())
        .collect(Collectors.toSet());
  }

  /// No categories stand for all of them.
  private static Set<DataCategory> about(ConsentAsk ask, Set<DataCategory> again) {
    return again.equals(ask.categories()) ? Set.of() : again;
  }

  private static ConsentTable.Row row(Said said, Set<DataCategory> categories, Instant until) {
    return new ConsentTable.Row(
        EventType.RENEWED,
        said.person(),
        categories,
        said.channel(),
        said.otherParentAgrees(),
        said.occurredAt(),
        until,
        said.evidence(),
        said.presence(),
        said.read());
  }
}
