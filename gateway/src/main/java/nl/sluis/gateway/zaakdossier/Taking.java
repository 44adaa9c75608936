package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import nl.sluis.gateway.bundel.Receiver;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.verzoek.SubjectRequest;

/// A case is taken along: that is a look, and what is taken is committed to in the same transaction
/// when it was not before. Answers with the row under which the root stands.
///
/// @param who takes it
/// @param root of the tree of the case, as it stands
/// @param step up to which it goes
/// @param receiver for whom
/// @param request of whom, for somebody of the family; empty for anybody else
/// @param form `bestand` or `papier`
@SuppressWarnings("ArrayRecordComponent") // never compared
record Taking(
    BundleTable table,
    Officer who,
    CaseFile one,
    byte[] root,
    long step,
    Receiver receiver,
    Optional<SubjectRequest> request,
    String form)
    implements Work<Long> {

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Long> plan(Found found) throws SQLException {
    return new Taken(this, table.row(found.tx(), one.id(), root));
  }

  /// For a family it is a look at that child; for anybody else it is about nobody, as the case is.
  private Entry look() {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("handeling", "zaak-meegegeven").put("zaak", one.id().toString());
    detail.put("organisatie", who.organisation().value());
    detail.put("functie", who.duty().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    detail.put("door", CaseDesk.word(who.who()));
    detail.put("voor", receiver.word()).put("vorm", form).put("wortel", word());
    request.ifPresent(asked -> detail.put("verzoek", asked.id().toString()));
    return new Entry(EntryKind.INSPECTION, request.map(SubjectRequest::subject), detail);
  }

  /// It is shown to whoever gets a bundle, so nothing of an officer stands in it.
  private ObjectNode committed() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("zaak", one.id().toString())
        .put("stap", "vastgelegd")
        .put("organisatie", one.organisation().value())
        .put("wortel", word());
  }

  private String word() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(root);
  }

  /// What is written.
  ///
  /// @param before under which row the root stands already; empty when it does not
  private record Taken(Taking taking, OptionalLong before) implements Plan<Long> {
    @Override
    public List<Entry> entries() {
      var entries = new ArrayList<Entry>();
      if (before.isEmpty()) {
        entries.add(new Entry(EntryKind.CASE, Optional.empty(), taking.committed()));
      }
      entries.add(taking.look());
      return entries;
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      if (before.isEmpty()) {
        var row = rows.getFirst().index();
        taking.table.add(writes.tx(), taking.one.id(), taking.root, taking.step, row);
      }
    }

    @Override
    public Long answer(Written written) {
      return before.orElseGet(() -> written.row().index());
    }
  }
}
