package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.Revocation;
import nl.sluis.gateway.token.TokenDiagnosis;
import nl.sluis.policies.terms.Oin;

/// Tells a caller what Sluis sees of its connection: its own certificate, token and clock, and
/// nothing else.
///
/// Needs no token, for its use is that something is wrong with one. May be shared between threads.
public final class ConnectionEndpoints implements PartnerRoutes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofDays(Expiry.DAYS.getFirst());

  private final PeerCheck peers;
  private final TokenDiagnosis tokens;
  private final Predicate<Oin> isPartner;

  /// @param peers judges certificates
  /// @param tokens says what is wrong with a token
  /// @param isPartner whether an organisation is registered here
  public ConnectionEndpoints(PeerCheck peers, TokenDiagnosis tokens, Predicate<Oin> isPartner) {
    this.peers = peers;
    this.tokens = tokens;
    this.isPartner = isPartner;
  }

  @Override
  public void add(Router router, Web web, Door door) {
    web.add(router, GET, "/v1/verbinding", "", this::look);
  }

  private Reply look(Request request) throws InputFault {
    var now = request.at();
    var seen = peers.look(request.certificates(), now);
    var findings = new ArrayList<Diagnose>();
    seen.fault().ifPresent(fault -> findings.add(new Diagnose.OfCertificate(fault.reason())));
    var body = JSON.objectNode().put("gezienOp", now.toString());
    certificates(body, seen, now, findings);
    body.put("partner", seen.peer().filter(peer -> isPartner.test(peer.oin())).isPresent());
    token(body, request, seen, findings);
    clock(body, request, findings);
    tell(body.putArray("bevindingen"), findings);
    return Reply.json(200, body);
  }

  private static void certificates(
      ObjectNode body, PeerCheck.Look seen, Instant now, List<Diagnose> findings) {
    seen.named().ifPresent(oin -> body.put("oin", oin.value()));
    var chain = body.putArray("keten");
    for (var each : seen.chain()) {
      certificate(chain.addObject(), each);
    }
    var basis = body.putArray("intrekking");
    seen.basis().forEach(each -> basis(basis.addObject(), each));
    if (seen.fault().isEmpty() && !seen.chain().isEmpty()) {
      var until = seen.chain().getFirst().getNotAfter().toInstant();
      if (until.isBefore(now.plus(SOON))) {
        findings.add(new Diagnose.Ending("Uw certificaat", until));
      }
    }
  }

  private static void certificate(ObjectNode to, X509Certificate certificate) {
    to.put("onderwerp", certificate.getSubjectX500Principal().getName())
        .put("uitgever", certificate.getIssuerX500Principal().getName())
        .put("serienummer", certificate.getSerialNumber().toString(16))
        .put("geldigVanaf", certificate.getNotBefore().toInstant().toString())
        .put("geldigTot", certificate.getNotAfter().toInstant().toString());
  }

  private static void basis(ObjectNode to, Revocation.Basis basis) {
    to.put("certificaat", basis.certificate())
        .put("uitgever", basis.issuer())
        .put("wijze", basis.manner())
        .put("bron", basis.address());
    basis.thisUpdate().ifPresent(at -> to.put("gemaaktOp", at.toString()));
    basis.nextUpdate().ifPresent(at -> to.put("geldigTot", at.toString()));
  }

  private void token(
      ObjectNode body, Request request, PeerCheck.Look seen, List<Diagnose> findings) {
    if (request.authorization().isEmpty() || seen.peer().isEmpty()) {
      body.put("token", "niet gestuurd");
      if (!request.authorization().isEmpty()) {
        body.put("token", "niet bekeken");
      }
      return;
    }
    var one = request.authorization().size() == 1 ? request.authorization().getFirst() : null;
    var step = tokens.refusedAt(one, seen.peer().get(), request.at());
    body.put("token", step.isEmpty() ? "goed" : "fout");
    step.ifPresent(wrong -> findings.add(new Diagnose.OfToken(wrong)));
  }

  /// How the caller's clock differs, when it says what time it has.
  private static void clock(ObjectNode body, Request request, List<Diagnose> findings)
      throws InputFault {
    var said = told(request);
    if (said.isEmpty()) {
      return;
    }
    var ahead = Duration.between(request.at(), said.get());
    body.put("klokVerschilSeconden", ahead.toSeconds());
    if (ahead.abs().compareTo(SKEW) > 0) {
      findings.add(new Diagnose.ClockOff("uw machine", ahead));
    }
  }

  private static Optional<Instant> told(Request request) throws InputFault {
    var text = request.query().get("tijd");
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      throw Problem.fault(
          "tijd",
          "Dit is geen tijdstip",
          "Stuur de tijd van uw machine, zoals 2026-11-26T22:00:00Z");
    }
  }

  private static void tell(ArrayNode list, List<Diagnose> findings) {
    for (var each : findings) {
      list.addObject()
          .put("code", each.code())
          .put("uitleg", each.sentence())
          .put("watNu", each.remedy());
    }
  }
}
