package nl.sluis.gateway.peer;

import static nl.sluis.gateway.peer.PeerFault.Cause.LIST_MISSING;
import static nl.sluis.gateway.peer.PeerFault.Cause.LIST_STALE;
import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_MISSING;
import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_STALE;
import static nl.sluis.gateway.peer.PeerFault.Cause.OCSP_UNKNOWN;
import static nl.sluis.gateway.peer.PeerFault.Cause.REVOKED;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.peer.OcspAnswers.Known;
import nl.sluis.gateway.peer.OcspReading.Said;
import nl.sluis.gateway.peer.RevocationLine.Rule;
import nl.sluis.gateway.peer.TrustedPath.Link;

/// Whether authorities took certificates back, by list or by asking, for each authority apart.
///
/// A stale list or a silent responder of one authority refuses the certificates of that authority
/// and of no other (lesson 18), and never lets anything through. Thread-safe.
public final class Revocation {
  private final CrlStore lists;
  private final RevocationLine line;
  private final OcspAnswers answers;
  private final ListFetcher fetcher;

  /// By what the revocation of one certificate was known, for whoever asks why.
  ///
  /// @param certificate the subject of the certificate
  /// @param issuer the authority
  /// @param manner `crl` or `ocsp`
  /// @param address the file or address it came from; empty when there is nothing
  /// @param thisUpdate when it was made; empty when there is nothing
  /// @param nextUpdate until when it counts; empty when there is nothing
  public record Basis(
      String certificate,
      String issuer,
      String manner,
      String address,
      Optional<Instant> thisUpdate,
      Optional<Instant> nextUpdate) {
    /// How much it is worth at this instant.
    public Freshness freshness(Instant now) {
      if (thisUpdate.isEmpty() || nextUpdate.isEmpty()) {
        return Freshness.ONTBREEKT;
      }
      var quarter = Duration.between(thisUpdate.get(), nextUpdate.get()).dividedBy(4);
      return now.isAfter(nextUpdate.get())
          ? Freshness.VEROUDERD
          : now.isAfter(nextUpdate.get().minus(quarter)) ? Freshness.BIJNA_OP : Freshness.VERS;
    }
  }

  /// How much what is known of an authority is worth.
  public enum Freshness {
    /// It counts.
    VERS,
    /// It counts, three quarters of its time is over, and nothing newer came.
    BIJNA_OP,
    /// It counts no more: what that authority issued is refused.
    VEROUDERD,
    /// There is nothing: no list, or nobody was asked yet.
    ONTBREEKT
  }

  Revocation(CrlStore lists, RevocationLine line, InstantSource clock, SecureRandom random) {
    this.lists = lists;
    this.line = line;
    this.answers = new OcspAnswers(lists::current, clock, random);
    this.fetcher = new ListFetcher(lists, clock);
  }

  /// What is known by files, by addresses and by responders.
  ///
  /// @param files one or more lists each, PEM or DER
  /// @param line what is fetched and asked
  /// @param anchors the authorities that are believed
  public static Revocation of(
      List<Path> files, RevocationLine line, TrustAnchors anchors, InstantSource clock) {
    var lists = new CrlStore(files, line, anchors, clock);
    return new Revocation(lists, line, clock, new SecureRandom());
  }

  /// The lists.
  public CrlStore lists() {
    return lists;
  }

  /// Fetches the lists whose time has come and asks again what is about to end. Waits for slow
  /// addresses, ten seconds at most; MUST NOT run on an event loop.
  ///
  /// @return what could not be taken over; what was in force stays
  public List<CrlStore.Fault> renew() {
    var faults = fetcher.round();
    answers.refresh();
    return faults;
  }

  /// Judges one certificate.
  ///
  /// @param mayAsk whether there is time to ask a responder
  /// @return what is wrong with what we know, if anything
  /// @throws PeerFault when it is revoked
  Optional<PeerFault> judge(Link link, Instant now, boolean mayAsk) throws PeerFault {
    var rule = line.of(link.certificate().getIssuerX500Principal());
    Optional<PeerFault> wrong = Optional.empty();
    if (rule.isEmpty() || rule.get().manner().reads()) {
      wrong = byList(link, now);
    }
    if (rule.isPresent() && rule.get().manner().asks()) {
      var asked = byAnswer(link, rule.get(), now, mayAsk);
      wrong = wrong.or(() -> asked);
    }
    return wrong;
  }

  private Optional<PeerFault> byList(Link link, Instant now) throws PeerFault {
    var who = describe(link.certificate());
    var list = lists.current().of(link.issuer());
    if (list.isEmpty()) {
      return Optional.of(new PeerFault(LIST_MISSING, who + ": no list of its issuer"));
    }
    var found = list.get();
    if (found.list().isRevoked(link.certificate())) {
      throw new PeerFault(REVOKED, who + " is revoked in " + found.describeAt(now));
    }
    return found.isStaleAt(now)
        ? Optional.of(new PeerFault(LIST_STALE, who + ": " + found.describeAt(now)))
        : Optional.empty();
  }

  private Optional<PeerFault> byAnswer(Link link, Rule rule, Instant now, boolean mayAsk)
      throws PeerFault {
    var known = mayAsk ? answers.ask(link, rule) : answers.known(link);
    var who = describe(link.certificate());
    var where = "responder `" + rule.responder().orElseThrow() + "`";
    if (known.said().isEmpty()) {
      var fault = known.fault().orElseGet(() -> new OcspFault(OCSP_MISSING, "was not asked yet"));
      return Optional.of(
          new PeerFault(fault.reason(), who + ": " + where + ": " + fault.problem()));
    }
    var said = known.said().get();
    return switch (said.standing()) {
      case REVOKED ->
          throw new PeerFault(REVOKED, who + " is revoked says " + where + ", " + age(said, now));
      case UNKNOWN ->
          Optional.of(
              new PeerFault(OCSP_UNKNOWN, who + " is unknown to " + where + ", " + age(said, now)));
      case GOOD -> ended(known, said, who + ": " + where, now);
    };
  }

  private static Optional<PeerFault> ended(Known known, Said said, String who, Instant now) {
    if (!now.isAfter(said.nextUpdate())) {
      return Optional.empty();
    }
    var since = known.fault().map(fault -> "; since then " + fault.problem()).orElse("");
    return Optional.of(new PeerFault(OCSP_STALE, who + ": " + age(said, now) + since));
  }

  private static String age(Said said, Instant now) {
    return "answer made %s, valid until %s, age %s"
        .formatted(said.thisUpdate(), said.nextUpdate(), Duration.between(said.thisUpdate(), now));
  }

  /// By what is known what each of these authorities took back, without asking anybody: its list,
  /// and the newest answer of its responder. The certificate of a basis is that of the authority
  /// itself.
  public List<Basis> standing(TrustAnchors anchors) {
    var all = new ArrayList<Basis>();
    for (var authority : anchors.all()) {
      var rule = line.of(authority.getSubjectX500Principal());
      var name = authority.getSubjectX500Principal().getName();
      if (rule.isEmpty() || rule.get().manner().reads()) {
        all.add(list(name, name, authority));
      }
      if (rule.isPresent() && rule.get().manner().asks()) {
        var responder = rule.get().responder().orElseThrow();
        var said = answers.newest(responder);
        all.add(
            new Basis(
                name,
                name,
                "ocsp",
                responder.toString(),
                said.map(Said::thisUpdate),
                said.map(Said::nextUpdate)));
      }
    }
    return all;
  }

  private Basis list(String certificate, String name, X509Certificate issuer) {
    var list = lists.current().of(issuer);
    return new Basis(
        certificate,
        name,
        "crl",
        list.map(RevocationLists.Loaded::source).orElse(""),
        list.map(RevocationLists.Loaded::thisUpdate),
        list.map(RevocationLists.Loaded::nextUpdate));
  }

  /// By what one certificate is known, without asking anybody.
  List<Basis> about(Link link) {
    var rule = line.of(link.certificate().getIssuerX500Principal());
    var subject = link.certificate().getSubjectX500Principal().getName();
    var issuer = link.certificate().getIssuerX500Principal().getName();
    var all = new ArrayList<Basis>();
    if (rule.isEmpty() || rule.get().manner().reads()) {
      all.add(list(subject, issuer, link.issuer()));
    }
    if (rule.isPresent() && rule.get().manner().asks()) {
      var said = answers.known(link).said();
      all.add(
          new Basis(
              subject,
              issuer,
              "ocsp",
              rule.get().responder().orElseThrow().toString(),
              said.map(Said::thisUpdate),
              said.map(Said::nextUpdate)));
    }
    return all;
  }

  /// A certificate in the words of our own log: of an organisation, never of a person.
  static String describe(X509Certificate certificate) {
    return "certificate `%s` of `%s` issued by `%s`"
        .formatted(
            certificate.getSerialNumber().toString(16),
            certificate.getSubjectX500Principal().getName(),
            certificate.getIssuerX500Principal().getName());
  }
}
