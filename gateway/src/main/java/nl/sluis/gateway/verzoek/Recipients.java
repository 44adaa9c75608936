package nl.sluis.gateway.verzoek;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.inzicht.Handed;
import nl.sluis.gateway.inzicht.Handed.Exchange;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Tells everybody who got data from an organisation that it mended or erased them because somebody
/// asked (AVG 19): a signed message and a task with a term for each of them.
///
/// The data are named by what the request is about: the kinds of data in those exchanges. Whoever
/// got any of these from that organisation is told, hidden from the family or not; what of it the
/// family sees is decided by the rows. Nobody is told from whom somebody at this child is shielded:
/// a change can say where somebody is now. May be shared between threads; it works in the
/// transaction of its caller.
final class Recipients {
  private static final int MOST = 100;
  private static final Set<Role> FAMILY =
      EnumSet.of(Role.JONGERE, Role.OUDER_GEZAG, Role.OUDER_ZONDER_GEZAG, Role.VOOGD);

  private final CurrentLaw law;
  private final Handed handed;
  private final FactReader facts;
  private final RecipientTable table;
  private final RecipientSigner signer;
  private final Tasks tasks;

  /// @param law the terms of the convenant
  /// @param handed knows who got what
  /// @param facts knows who is shielded from whom
  Recipients(
      CurrentLaw law,
      Handed handed,
      FactReader facts,
      RecipientTable table,
      RecipientSigner signer,
      Tasks tasks) {
    this.law = law;
    this.handed = handed;
    this.facts = facts;
    this.table = table;
    this.signer = signer;
    this.tasks = tasks;
  }

  /// What a receiver can answer to this; nothing when it is told of nothing.
  static Set<Mended> answers(RequestKind what) {
    return switch (what) {
      case RECTIFICATIE -> Mended.MENDING;
      case WISSING -> Mended.ERASING;
      case WAAROM, BEZWAAR, KLACHT, INZAGE -> Set.of();
    };
  }

  /// Must others be told when this is answered so?
  static boolean follow(SubjectRequest request, StepKind answer) {
    return answer == StepKind.TOEGEWEZEN
        && switch (request.kind()) {
          case RECTIFICATIE, WISSING -> true;
          case WAAROM, BEZWAAR, KLACHT, INZAGE -> false;
        };
  }

  /// Tells them, in the transaction of the answer; nobody, when nothing was mended or erased.
  ///
  /// @return the rows that tell of it
  List<Entry> tell(Found found, SubjectRequest request, StepKind answer) throws SQLException {
    if (!follow(request, answer)) {
      return List.of();
    }
    var all = handed.about(found.tx(), request.stands());
    var rows = new ArrayList<Entry>();
    var receivers =
        got(request, all).stream().collect(groupingBy(Exchange::to, LinkedHashMap::new, toList()));
    for (var receiver : receivers.entrySet()) {
      if (!isShielded(found, request, receiver.getKey())) {
        rows.addAll(
            told(found, request, receiver.getKey(), receiver.getValue(), named(request, all)));
      }
    }
    return rows;
  }

  /// What kinds of data the request is about.
  private static Set<DataCategory> named(SubjectRequest request, List<Exchange> all) {
    var named = new HashSet<DataCategory>();
    all.stream()
        .filter(one -> request.matter().exchanges().contains(one.exchange()))
        .forEach(one -> named.addAll(one.categories()));
    return named;
  }

  /// By which exchanges somebody got them from this organisation. Who got them itself can only have
  /// passed on what it had.
  static List<Exchange> got(SubjectRequest request, List<Exchange> all) {
    var named = named(request, all);
    var since =
        all.stream()
            .filter(one -> one.got() && one.to().oin().equals(request.holder()))
            .filter(one -> request.matter().exchanges().contains(one.exchange()))
            .map(Exchange::at)
            .min(Instant::compareTo);
    return all.stream()
        .filter(one -> one.got() && one.from().oin().equals(request.holder()))
        .filter(one -> !one.to().oin().equals(request.holder()))
        .filter(one -> !FAMILY.contains(one.to().role()))
        .filter(one -> one.categories().stream().anyMatch(named::contains))
        .filter(one -> since.isEmpty() || !one.at().isBefore(since.get()))
        .toList();
  }

  private boolean isShielded(Found found, SubjectRequest request, PartyRole receiver)
      throws SQLException {
    var query =
        new FactQuery(
            request.stands(),
            request.matter().purpose(),
            new PartyRole(request.holder(), request.matter().from().role()),
            receiver,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    var records = facts.records(found.tx(), List.of(query), found.at()).getFirst();
    return !records.shielded().isEmpty();
  }

  private List<Entry> told(
      Found found,
      SubjectRequest request,
      PartyRole receiver,
      List<Exchange> got,
      Set<DataCategory> named)
      throws SQLException {
    var categories = EnumSet.noneOf(DataCategory.class);
    got.forEach(one -> categories.addAll(one.categories()));
    categories.retainAll(named);
    var exchanges = got.stream().map(Exchange::exchange).distinct().limit(MOST).toList();
    var id = UUID.randomUUID();
    var terms = OwnRequests.terms(law, receiver.oin(), found.at());
    var due = Term.dueAfter(found.at(), terms.receiverWorkingDays(), List.of());
    var what = request.kind();
    var jws = signer.sign(id, what, receiver, exchanges, categories, found.at(), due);
    table.add(
        found.tx(),
        new RecipientMessage(
            id,
            request.id(),
            request.subject(),
            request.stands(),
            what,
            receiver,
            got.stream().map(Exchange::row).distinct().limit(MOST).toList(),
            jws,
            found.at(),
            due,
            Optional.empty()));
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", "ontvanger-ingelicht").put("verzoek", request.id().toString());
    detail.put("wat", what.code()).put("bericht", id.toString());
    detail.put("organisatie", request.holder().value());
    detail.set("aan", QuestionJson.party(receiver));
    detail.set("over", QuestionJson.words(exchanges.stream().map(UUID::toString).toList()));
    detail.set(
        "categorieen", QuestionJson.words(categories.stream().map(DataCategory::name).toList()));
    detail.put("uiterlijk", due.toString());
    var rows = new ArrayList<Entry>();
    rows.add(new Entry(EntryKind.SUBJECT_REQUEST, found.subject(), detail));
    var task = new Task(TaskKind.MEND_AS_SENDER_DID, receiver.oin(), found.subject(), id, due);
    rows.addAll(tasks.open(found.tx(), task, found.at()));
    return rows;
  }
}
