package nl.sluis.gateway.overleg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.overleg.OverlegTable.Listed;
import nl.sluis.gateway.overleg.OverlegTable.Sent;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.PartyRole;

/// A table as its members see it: seats and functions, no person, and of what was sent only their
/// own.
final class OverlegJson {
  private OverlegJson() {}

  static void seats(ArrayNode list, List<Member> members) {
    for (var member : members) {
      list.add(
          QuestionJson.party(member.seat())
              .put("functie", member.function())
              .put("casushouder", member.caseOwner()));
    }
  }

  /// @param seat the seat of whoever looks
  /// @param sent what that seat sent
  static ObjectNode table(Overleg overleg, OverlegKind kind, PartyRole seat, List<Sent> sent) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("id", overleg.id().toString()).put("soort", overleg.kind());
    body.put("doel", overleg.purpose().code()).put("toestand", overleg.state());
    body.put("agendavraag", kind.agenda().getOrDefault(overleg.agenda(), overleg.agenda()));
    body.put("betrokkenen", overleg.subjects().size());
    seats(body.putArray("leden"), overleg.members());
    var list = body.putArray("uitwisselingen");
    for (var one : new MemberList(kind, overleg.members()).exchanges(overleg.subjects())) {
      if (one.from().equals(seat)) {
        var line = list.addObject();
        line.set("aan", QuestionJson.party(one.to()));
        line.put("betrokkene", overleg.subjects().indexOf(one.subject()) + 1);
        line.put("inbreng", times(sent, one.to(), one.subject(), "inbreng"));
        line.put("verslag", times(sent, one.to(), one.subject(), "verslag"));
        messages(line, sent, one.to(), one.subject());
      }
    }
    return body;
  }

  /// A table in a list: what it is for and how it stands, nobody who sits there and no child.
  static ObjectNode listed(Listed listed, Overleg overleg, OverlegKind kind, PartyRole seat) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("id", overleg.id().toString()).put("soort", overleg.kind());
    line.put("doel", overleg.purpose().code()).put("toestand", overleg.state());
    line.put("agendavraag", kind.agenda().getOrDefault(overleg.agenda(), overleg.agenda()));
    line.put("casushouder", overleg.isOwnedBy(seat));
    line.put("geopendOp", listed.openedAt().toString());
    overleg
        .frozenAt()
        .filter(_ -> overleg.closedAt().isEmpty())
        .map(frozen -> frozen.plus(Duration.ofDays(kind.days())))
        .ifPresent(until -> line.put("sturenTot", until.toString()));
    return line;
  }

  private static void messages(ObjectNode line, List<Sent> sent, PartyRole to, UUID subject) {
    var messages = line.putArray("berichten");
    sent.stream()
        .filter(s -> s.to().equals(to) && s.subject().equals(subject))
        .forEach(
            s ->
                messages
                    .addObject()
                    .put("transactie", s.transaction().toString())
                    .put("bijdrage", s.contribution()));
  }

  private static long times(List<Sent> sent, PartyRole to, UUID subject, String contribution) {
    return sent.stream()
        .filter(s -> s.to().equals(to) && s.subject().equals(subject))
        .filter(s -> s.contribution().equals(contribution))
        .count();
  }
}
