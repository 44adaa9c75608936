package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.inzicht.MonthRecord;
import nl.sluis.gateway.inzicht.MonthThings;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.maandoverzicht.MonthClosing;
import nl.sluis.gateway.maandoverzicht.MonthPages;
import nl.sluis.gateway.maandoverzicht.StatementDesk;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Texts;

/// Months that are over, and what people take home of them.
final class Months {
  private Months() {}

  /// Commits to months by itself.
  static MonthClosing closing(
      String region,
      DataSource database,
      KeyVault vault,
      InstantSource clock,
      Sequencer sequencer) {
    var random = new SecureRandom();
    return closing(region, database, vault, random, new SubjectRegister(region, clock), sequencer);
  }

  private static MonthClosing closing(
      String region,
      DataSource database,
      KeyVault vault,
      SecureRandom random,
      SubjectRegister subjects,
      Sequencer sequencer) {
    var things = new MonthThings(region, vault, new FactSeal(vault, random), subjects);
    return new MonthClosing(region, database, things, vault, random, sequencer);
  }

  /// Where people take a month home.
  ///
  /// @param record what each of them sees of a month
  static PageRoutes pages(Desks on, MonthRecord record) {
    var closing =
        closing(on.region(), on.database(), on.vault(), on.random(), on.subjects(), on.sequencer());
    var seal = new FactSeal(on.vault(), on.random());
    return new MonthPages(
        new StatementDesk(
            on.database(),
            on.sequencer(),
            record,
            new MonthThings(on.region(), on.vault(), seal, on.subjects()),
            closing,
            on.vault(),
            on.proofs().logbook(),
            on.proofs().uses(),
            on.proofs().signers(),
            Texts.ofThisRelease()),
        Paperwork.papers(on));
  }
}
