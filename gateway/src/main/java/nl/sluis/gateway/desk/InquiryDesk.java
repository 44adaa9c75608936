package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.onderzoek.Inquiry;
import nl.sluis.gateway.onderzoek.InquiryTable;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.policies.terms.Oin;

/// Where an organisation sees what it asked another about a child, and what it was asked; never
/// about whom, and nothing of others.
///
/// May be shared between threads.
public final class InquiryDesk {
  private final DataSource database;
  private final InquiryTable questions;
  private final Mandates mandates;

  /// @param database for looking only
  /// @param questions what was asked, and what came of it
  /// @param mandates for which roles and purposes a supplier looks
  public InquiryDesk(DataSource database, InquiryTable questions, Mandates mandates) {
    this.database = database;
    this.questions = questions;
    this.mandates = mandates;
  }

  /// The questions of this organisation, the newest first.
  ///
  /// @param asker who looks: the organisation, or a supplier, who sees those of the roles and
  ///   purposes of its mandates
  public List<Inquiry> of(Oin asker, Oin organisation, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var all = questions.of(connection, organisation, now);
      if (asker.equals(organisation)) {
        return all;
      }
      var seen = new ArrayList<Inquiry>();
      for (var one : all) {
        var side = one.from().oin().equals(organisation) ? one.from() : one.to();
        if (mandates
            .mandateFor(connection, asker, organisation, side.role(), one.purpose(), now)
            .isPresent()) {
          seen.add(one);
        }
      }
      return seen;
    }
  }
}
