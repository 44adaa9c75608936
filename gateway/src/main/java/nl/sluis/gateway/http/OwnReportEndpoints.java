package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnReports;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.person.SignedIn;

/// What was reported about a family for safety's sake, for that family to see.
public final class OwnReportEndpoints implements OwnRoutes {
  private static final String UNJUSTIFIED =
      "Wie meldde heeft later vastgesteld dat deze melding niet terecht was, en moet haar"
          + " rechtzetten.";

  private final OwnReports reports;

  /// @param reports knows what may be told to whom
  public OwnReportEndpoints(OwnReports reports) {
    this.reports = reports;
  }

  @Override
  public void add(Router router, Web web, SignInDoor door) {
    web.add(router, GET, "/mijn/v1/meldingen", "", door.person(this::list));
  }

  private Reply list(SignedIn who, Request request) throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var children = body.putArray("kinderen");
    for (var child : reports.look(who, request.at())) {
      var told = children.addObject().put("uzelf", child.self()).putArray("meldingen");
      child.lines().forEach(line -> told.add(line(line, child.cover())));
    }
    return Reply.json(200, body);
  }

  private static ObjectNode line(OwnReports.Line line, Cover cover) {
    var reported = line.reported();
    var one = JsonNodeFactory.instance.objectNode();
    one.put("id", reported.transaction().toString());
    one.put("doel", reported.purpose().code()).put("zin", line.sentence());
    one.put("gemeldOp", cover.at(reported.at()).toString());
    if (line.reporterShown()) {
      one.set("van", OwnEndpoints.party(reported.from(), line.words(), cover));
    }
    one.set("aan", OwnEndpoints.party(reported.to(), line.words(), cover));
    if (reported.verdict().filter(Verdict.UNJUSTIFIED::equals).isPresent()) {
      one.put("rechtgezet", UNJUSTIFIED);
    }
    ShownLate.tell(one, line.since());
    return one;
  }
}
