package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.Assistance;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Puts one thing on record that somebody did who logged in, together with its row.
///
/// Whether that person has a place at this child is looked at again under the lock. Who only lent
/// that person's sight puts nothing on record.
public final class PersonFiling implements Work<Outcome> {
  private final SignedIn who;
  private final UUID subject;
  private final EntryKind kind;
  private final Places places;
  private final Act act;

  /// What is done under lock.
  @FunctionalInterface
  public interface Act {
    /// Does it, in the transaction, or says why not.
    Filing.Result file(Found found, Place place, ObjectNode detail) throws SQLException;
  }

  /// @param who is logged in
  /// @param subject the child
  /// @param kind of the row
  /// @param places at which children somebody has a place
  /// @param act what is done
  public PersonFiling(SignedIn who, UUID subject, EntryKind kind, Places places, Act act) {
    this.who = who;
    this.subject = subject;
    this.kind = kind;
    this.places = places;
    this.act = act;
  }

  @Override
  public Needs needs() {
    return Needs.toWrite(subject);
  }

  @Override
  public Plan<Outcome> plan(Found found) throws SQLException {
    var place = places.at(found.tx(), who, subject);
    if (place.isEmpty()
        || who.lent().isPresent()
        || who.help().filter(help -> !found.at().isBefore(help.until())).isPresent()) {
      return Plan.known(new Outcome.NotThere());
    }
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("door", place.get().isSelf() ? "jongere" : "ouder-of-voogd");
    detail.put("persoon", place.get().person().toString());
    detail.put("betrouwbaarheid", who.sureness());
    who.help().ifPresent(help -> tell(detail, help));
    return Kept.of(act.file(found, place.get(), detail), kind, found, detail);
  }

  /// Who helped, for who looks back at it; a family reads which desk.
  static void tell(ObjectNode detail, Assistance help) {
    detail.put("hulp", help.id().toString()).put("medewerker", help.by().id());
    detail.set("loket", QuestionJson.party(help.by().desk()));
    detail.put("weg", help.way());
  }
}
