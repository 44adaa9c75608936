package nl.sluis.dev.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// Where the toy authority publishes its lists (RFC 5280, 4.2.1.13) and answers about one
/// certificate (RFC 6960), over plain HTTP as authorities do, on its own clock, and wrong when told
/// to.
///
/// Nobody outside this machine should believe it. Thread-safe.
public final class DevRevocationService implements AutoCloseable {
  private static final Duration LIFE = Duration.ofHours(8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DevAuthority authority;
  private final InstantSource clock;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile DevCertificate signer;
  private volatile Fault wrong = Fault.NONE;
  private volatile Instant wrongFrom = Instant.MIN;
  private volatile byte[] earlier = {};

  /// What it does wrong.
  public enum Fault {
    /// Nothing.
    NONE,
    /// It answers that it is ill.
    ILL,
    /// It answers something that is no answer.
    BABBLES,
    /// It answers with more than anybody should read.
    FLOODS,
    /// It says that it does not know the certificate.
    UNKNOWN,
    /// Its answers were over an hour ago.
    TOO_OLD,
    /// It answers as if another nonce was asked.
    OTHER_NONCE,
    /// It repeats no nonce.
    WITHOUT_NONCE,
    /// It answers about another certificate.
    OTHER_CERTIFICATE,
    /// It plays back what it answered before.
    REPLAYS,
    /// It says by status 3 that somebody should try later.
    TRY_LATER
  }

  private DevRevocationService(HttpServer server, DevAuthority authority, InstantSource clock) {
    this.server = server;
    this.authority = authority;
    this.clock = clock;
    this.signer = authority.answering(Validity.around(clock.instant()));
  }

  /// Starts one on any free port of this machine.
  public static DevRevocationService start(DevAuthority authority, InstantSource clock) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(here, 0);
      var service = new DevRevocationService(server, authority, clock);
      server.setExecutor(service.threads);
      server.createContext("/ocsp", service::answer);
      server.createContext("/stam.crl", e -> service.publish(e, authority.crlFiles().getFirst()));
      server.createContext(
          "/uitgever.crl", e -> service.publish(e, authority.crlFiles().getLast()));
      server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it answers about what the intermediate issued.
  public URI responder() {
    return address("/ocsp");
  }

  /// Where the list of the intermediate is.
  public URI list() {
    return address("/uitgever.crl");
  }

  /// Where the list of the root is.
  public URI rootList() {
    return address("/stam.crl");
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /// Does this wrong from now on.
  public void make(Fault wrong) {
    make(wrong, Instant.MIN);
  }

  /// Does this wrong from the moment that its clock shows this, and nothing before.
  public void make(Fault wrong, Instant from) {
    this.wrong = wrong;
    this.wrongFrom = from;
  }

  private Fault fault() {
    return clock.instant().isBefore(wrongFrom) ? Fault.NONE : wrong;
  }

  /// Signs its answers with this from now on.
  public void signWith(DevCertificate other) {
    signer = other;
  }

  /// How often it was asked about a certificate.
  public int asked() {
    return asked.get();
  }

  private void publish(HttpExchange exchange, Path list) throws IOException {
    try (exchange) {
      switch (fault()) {
        case ILL -> send(exchange, 503, "", new byte[0]);
        case BABBLES -> send(exchange, 200, "application/pkix-crl", new byte[] {1, 2, 3});
        case FLOODS -> send(exchange, 200, "application/pkix-crl", new byte[22 << 20]);
        case NONE,
            UNKNOWN,
            TOO_OLD,
            OTHER_NONCE,
            WITHOUT_NONCE,
            OTHER_CERTIFICATE,
            REPLAYS,
            TRY_LATER ->
            send(exchange, 200, "application/pkix-crl", Files.readAllBytes(list));
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      var question = new OCSPReq(exchange.getRequestBody().readAllBytes());
      switch (fault()) {
        case ILL -> send(exchange, 500, "", new byte[0]);
        case BABBLES -> reply(exchange, new byte[] {1, 2, 3});
        case FLOODS -> reply(exchange, new byte[100_000]);
        case REPLAYS -> reply(exchange, earlier);
        case TRY_LATER ->
            reply(exchange, new OCSPRespBuilder().build(OCSPResp.TRY_LATER, null).getEncoded());
        case NONE, UNKNOWN, TOO_OLD, OTHER_NONCE, WITHOUT_NONCE, OTHER_CERTIFICATE -> {
          earlier = signed(question);
          reply(exchange, earlier);
        }
      }
    } catch (GeneralSecurityException | OperatorCreationException | OCSPException e) {
      throw new IOException("no answer was made", e);
    }
  }

  private byte[] signed(OCSPReq question)
      throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
    var now = clock.instant();
    var made = fault() == Fault.TOO_OLD ? now.minus(LIFE).minus(Duration.ofHours(1)) : now;
    var shown = signer;
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    var builder =
        new JcaBasicOCSPRespBuilder(
            shown.certificate().getPublicKey(), digests.get(CertificateID.HASH_SHA1));
    for (var each : question.getRequestList()) {
      builder.addResponse(
          about(each.getCertID()),
          standing(each.getCertID().getSerialNumber()),
          Date.from(made),
          Date.from(made.plus(LIFE)));
    }
    var nonce = question.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (nonce != null && fault() != Fault.WITHOUT_NONCE) {
      builder.setResponseExtensions(new Extensions(nonce(nonce)));
    }
    var chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(shown.certificate())};
    var signing = new JcaContentSignerBuilder("SHA256withECDSA").build(shown.key());
    var basic = builder.build(signing, chain, Date.from(made));
    return new OCSPRespBuilder().build(OCSPResp.SUCCESSFUL, basic).getEncoded();
  }

  private Extension nonce(Extension asked) throws IOException {
    if (fault() != Fault.OTHER_NONCE) {
      return asked;
    }
    var other = new byte[32];
    new SecureRandom().nextBytes(other);
    var inner = new DEROctetString(new DEROctetString(other).getEncoded());
    return new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, inner);
  }

  private CertificateID about(CertificateID asked)
      throws GeneralSecurityException, OperatorCreationException, OCSPException {
    if (fault() != Fault.OTHER_CERTIFICATE) {
      return asked;
    }
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    return new CertificateID(
        digests.get(CertificateID.HASH_SHA1),
        new JcaX509CertificateHolder(authority.intermediateCertificate()),
        asked.getSerialNumber().add(BigInteger.ONE));
  }

  private CertificateStatus standing(BigInteger serial) {
    if (fault() == Fault.UNKNOWN) {
      return new UnknownStatus();
    }
    return authority.hasRevoked(serial)
        ? new RevokedStatus(Date.from(clock.instant()), 1)
        : CertificateStatus.GOOD;
  }

  private static void reply(HttpExchange exchange, byte[] body) throws IOException {
    send(exchange, 200, "application/ocsp-response", body);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
