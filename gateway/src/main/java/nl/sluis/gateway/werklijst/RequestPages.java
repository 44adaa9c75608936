package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.verzoek.RightsDesk;
import nl.sluis.gateway.verzoek.StepKind;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werklijst.WorkPages.At;
import nl.sluis.gateway.werklijst.WorkPages.Did;

/// What somebody asked of the own organisation: read it, take longer once and say why, answer it
/// (AVG 12(3) and 12(4)). Reading is a row, and the first time it counts as received. May be shared
/// between threads.
final class RequestPages {
  static final List<String> FIELDS = List.of("uitkomst", "antwoord");
  static final List<String> LONGER = List.of("reden");

  private final Desk desk;

  RequestPages(Desk desk) {
    this.desk = desk;
  }

  static boolean isRead(Desk desk, At at, SubjectRequest request) {
    var by = RightsDesk.Said.of(at.officer().who(), at.officer().duty().word(), "");
    var work = desk.rights().read(at.party().oin(), at.party(), request, by);
    return desk.put(work) instanceof Outcome.Done;
  }

  private Optional<SubjectRequest> find(At at) throws SQLException {
    return desk.rights().find(at.about(), at.officer().organisation());
  }

  View shown(At at, Forms form) throws SQLException {
    var found = find(at);
    if (found.isEmpty() || !isRead(desk, at, found.get())) {
      return new View.Gone();
    }
    var request = find(at).orElse(found.get());
    var answers =
        Arrays.stream(StepKind.values()).filter(request.kind().answers()::contains).toList();
    var two = EnumSet.noneOf(StepKind.class);
    for (var answer : answers) {
      if (desk.answering().needsSecond(request, answer)) {
        two.add(answer);
      }
    }
    boolean longer =
        request.kind().canBeExtended()
            && !request.has(StepKind.VERLENGD)
            && at.now().isBefore(request.firstDue());
    var model =
        new Models.Asking(
            at.head(two.isEmpty() ? "" : desk.name(request.holder(), at.now())),
            request,
            desk.rights().asked(request),
            answers,
            two,
            longer,
            desk.answering().proposed(request).isPresent(),
            form);
    return new View.Shown("toezicht/werk-verzoek", model, WorkPages.TITLE);
  }

  Optional<Did> answer(At at, Forms form) throws SQLException {
    var found = find(at);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var answer =
        found.get().kind().answers().stream()
            .filter(one -> form.is("uitkomst", one.code()))
            .findFirst();
    if (answer.isEmpty()) {
      return Did.missing("uitkomst");
    }
    if (!form.isText("antwoord") || !RightsDesk.mayBeKept(form.value("antwoord"))) {
      return Did.missing("antwoord");
    }
    boolean two = desk.answering().needsSecond(found.get(), answer.get());
    var work =
        desk.answering()
            .answer(
                at.party(), found.get(), answer.get(), at.officer().who(), form.value("antwoord"));
    return Did.by(desk.put(work), two ? "voorgesteld" : "beantwoord");
  }

  Optional<Did> extend(At at, Forms form) throws SQLException {
    var found = find(at);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!form.isText("reden") || !RightsDesk.mayBeKept(form.value("reden"))) {
      return Did.missing("antwoord");
    }
    var why =
        RightsDesk.Said.of(at.officer().who(), at.officer().duty().word(), form.value("reden"));
    var work = desk.rights().extend(at.party().oin(), at.party(), found.get(), why);
    return Did.by(desk.put(work), "verlengd");
  }
}
