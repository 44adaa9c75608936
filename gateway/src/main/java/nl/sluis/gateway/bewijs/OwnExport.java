package nl.sluis.gateway.bewijs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.consent.desk.AskRecords;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.sight.OwnConsents.Line;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.terms.Oin;

/// What somebody takes along of the consents that are theirs to see, in a form that programs of
/// others read (AVG 15 and 20).
///
/// It holds what that person sees on the screen and no more: the questions, the own words, and
/// whether all of it is there. May be shared between threads.
public final class OwnExport {
  private final Oin sluis;
  private final DataSource database;
  private final AskRecords asks;
  private final OwnDesk own;
  private final CurrentLaw law;

  /// @param sluis the number of Sluis, which keeps the record
  /// @param region in whose part of the database the consents live
  /// @param own knows what a person may see
  public OwnExport(Oin sluis, String region, DataSource database, OwnDesk own, CurrentLaw law) {
    this.sluis = sluis;
    this.database = database;
    this.asks = new AskRecords(region);
    this.own = own;
    this.law = law;
  }

  /// A form in which it can be had.
  public enum Form {
    /// Consent records in the DPV profile of ISO/IEC TS 27560, as JSON-LD.
    DPV("application/ld+json"),
    /// A collection of FHIR R5 `Consent`, with a `Provenance` for each withdrawal.
    FHIR("application/fhir+json");

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    /// Its media type.
    public String mediaType() {
      return mediaType;
    }

    /// The first form that is asked for; empty when none is, and it is shown as always.
    ///
    /// @param accept the value of the Accept header
    public static Optional<Form> asked(String accept) {
      for (var range : accept.split(",", -1)) {
        for (var form : values()) {
          if (range.split(";", -1)[0].strip().equalsIgnoreCase(form.mediaType)) {
            return Optional.of(form);
          }
        }
      }
      return Optional.empty();
    }
  }

  /// Everything this person may take along, in this form.
  public String of(SignedIn who, Form form, Instant now) throws SQLException {
    var seen = seen(who, now);
    return switch (form) {
      case DPV -> dpv(seen).toString();
      case FHIR -> FhirBundle.of(seen, sluis, now).toString();
    };
  }

  private static ObjectNode dpv(List<Seen> seen) {
    var document = ConsentJsonLd.graph();
    var records = document.putArray("@graph");
    for (var one : seen) {
      var record = ConsentJsonLd.record(one.asked(), one.words(), one.own());
      one.standing().ifPresent(standing -> record.put("sluis:stand", standing));
      records.add(record);
    }
    return document;
  }

  private List<Seen> seen(SignedIn who, Instant now) throws SQLException {
    var seen = new ArrayList<Seen>();
    var children = own.look(who, now);
    try (var connection = database.getConnection()) {
      for (var child : children) {
        for (var line : child.lines()) {
          seen(connection, line, child).ifPresent(seen::add);
        }
      }
    }
    return seen;
  }

  private Optional<Seen> seen(Connection tx, Line line, AtChild<Line> child) throws SQLException {
    var said = line.own().stream().map(ConsentEvent::seq).collect(Collectors.toSet());
    return asks.find(tx, line.ask().id())
        .map(
            asked ->
                new Seen(
                    asked,
                    Words.at(law.now(), line.ask(), child.cover(), asked.askedAt()),
                    asked.events().stream().filter(e -> said.contains(e.event().seq())).toList(),
                    line.complete(),
                    child.self()));
  }
}
