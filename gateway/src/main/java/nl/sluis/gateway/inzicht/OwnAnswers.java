package nl.sluis.gateway.inzicht;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;

/// What an organisation may answer somebody who asks what it gave and got (AVG 15): through the
/// same sieve and the same cover as the pages of that person, so that nobody can be given more than
/// may be seen (AVG 15(4)).
///
/// Who calls it MUST write down the look first. May be shared between threads.
public final class OwnAnswers {
  private final RecordDesk desk;

  private OwnAnswers(RecordDesk desk) {
    this.desk = desk;
  }

  /// Over the tables of a region.
  ///
  /// @param law the words of the convenant
  /// @param own knows what somebody said
  /// @param family knows what went out for safety's sake
  /// @param stops knows who was told to stop
  /// @param keyVersion the version of the key of references
  public static OwnAnswers of(
      String region,
      DataSource database,
      CurrentLaw law,
      KeyVault vault,
      SecureRandom random,
      SubjectRegister subjects,
      SubjectReference references,
      OwnDesk own,
      Family family,
      StopTable stops,
      int keyVersion) {
    return new OwnAnswers(
        RecordDesk.of(
            region,
            database,
            law,
            vault,
            random,
            subjects,
            references,
            own,
            family,
            stops,
            keyVersion));
  }

  /// What somebody who has this place may see of everything in which this organisation took part,
  /// the oldest first.
  public List<Line> lines(Place place, Oin organisation, Instant now) throws SQLException {
    return desk.of(place, organisation, now).lines();
  }

  /// The same, with how much of each line that person may know ([MonthLines#open]).
  public MonthLines seen(Place place, Oin organisation, Instant now) throws SQLException {
    return desk.of(place, organisation, now);
  }

  /// From which day on the logbook holds everything that happened through Sluis.
  public LocalDate completeFrom(Instant now) throws SQLException {
    return desk.completeFrom(now);
  }
}
