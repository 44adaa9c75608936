package nl.sluis.dev.partner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.dev.authority.Validity;
import nl.sluis.gateway.tijdstempel.StampLine;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A timestamp authority of the development part: a real server (RFC 3161 over HTTP), signed by the
/// authority of the site and set by its clock, that can also give wrong answers.
///
/// Nobody outside this machine should believe it. Thread-safe.
public final class DevTimestampAuthority implements AutoCloseable {
  /// The policy under which it gives timestamps; of nobody, and meant for examples.
  public static final String POLICY = "1.3.6.1.4.1.57264.99.1";

  /// Faults of which the answer is to a question that was not asked.
  private static final Set<Fault> ALTERED =
      Set.of(Fault.OTHER_NONCE, Fault.OTHER_BYTES, Fault.OTHER_POLICY);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final DevSite site;
  private volatile DevCertificate certificate;
  private volatile Fault fault = Fault.NONE;

  /// What it does wrong.
  public enum Fault {
    /// Nothing.
    NONE,
    /// It answers that it is ill.
    ILL,
    /// It refuses.
    REFUSES,
    /// It answers something that is no timestamp.
    BABBLES,
    /// It answers with more than anybody should read.
    FLOODS,
    /// It answers a question that was not asked now.
    OTHER_NONCE,
    /// It stamps something else.
    OTHER_BYTES,
    /// It stamps under another policy.
    OTHER_POLICY,
    /// Its clock is an hour behind.
    LATE
  }

  private DevTimestampAuthority(HttpServer server, DevSite site) {
    this.server = server;
    this.site = site;
    this.certificate = site.authority().timestamping(Validity.around(site.clock().instant()));
  }

  /// Starts one on any free port of this machine.
  public static DevTimestampAuthority start(DevSite site) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(here, 0);
      var authority = new DevTimestampAuthority(server, site);
      server.setExecutor(authority.threads);
      server.createContext("/tsa", authority::answer);
      server.start();
      return authority;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How a gateway on this site reaches it: once an hour.
  public StampLine line() {
    return new StampLine(
        URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa"),
        site.authority().trustFile(),
        List.of(),
        Optional.of(POLICY),
        Duration.ofHours(1));
  }

  /// Does this wrong from now on.
  public void make(Fault wrong) {
    fault = wrong;
  }

  /// Signs with this certificate from now on.
  public void signWith(DevCertificate other) {
    certificate = other;
  }

  /// The certificate with which it signs.
  public DevCertificate certificate() {
    return certificate;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var question = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      switch (fault) {
        case ILL -> send(exchange, 500, new byte[0]);
        case BABBLES -> send(exchange, 200, new byte[] {1, 2, 3});
        case FLOODS -> send(exchange, 200, new byte[100_000]);
        case NONE, REFUSES, OTHER_NONCE, OTHER_BYTES, OTHER_POLICY, LATE ->
            send(exchange, 200, stamp(question));
      }
    } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
      throw new IOException("no timestamp was made", e);
    }
  }

  private byte[] stamp(TimeStampRequest question)
      throws GeneralSecurityException, OperatorCreationException, TSPException, IOException {
    var now = site.clock().instant();
    var at = fault == Fault.LATE ? now.minus(Duration.ofHours(1)) : now;
    var answers = new TimeStampResponseGenerator(tokens(at), TSPAlgorithms.ALLOWED);
    if (fault == Fault.REFUSES) {
      return answers.generateFailResponse(2, 1 << 5, "nee").getEncoded();
    }
    return answers.generateGrantedResponse(asked(question), serial(at), Date.from(at)).getEncoded();
  }

  private TimeStampRequest asked(TimeStampRequest question) {
    var again = new TimeStampRequestGenerator();
    again.setCertReq(true);
    if (!ALTERED.contains(fault)) {
      return question;
    }
    var imprint = question.getMessageImprintDigest();
    imprint[0] ^= (byte) (fault == Fault.OTHER_BYTES ? 1 : 0);
    var nonce = fault == Fault.OTHER_NONCE ? BigInteger.TEN : question.getNonce();
    return again.generate(TSPAlgorithms.SHA256, imprint, nonce);
  }

  private static BigInteger serial(Instant at) {
    return BigInteger.valueOf(at.toEpochMilli())
        .shiftLeft(32)
        .add(new BigInteger(32, new SecureRandom()));
  }

  private TimeStampTokenGenerator tokens(Instant at)
      throws GeneralSecurityException, OperatorCreationException, TSPException {
    var shown = certificate;
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    var policy = fault == Fault.OTHER_POLICY ? POLICY + ".2" : POLICY;
    var tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signedAt(at)))
                .build("SHA256withECDSA", shown.key(), shown.certificate()),
            digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
            new ASN1ObjectIdentifier(policy));
    tokens.addCertificates(new JcaCertStore(shown.chain()));
    return tokens;
  }

  private static AttributeTable signedAt(Instant at) {
    var time = new DERSet(new DERUTCTime(Date.from(at)));
    return new AttributeTable(new Attribute(CMSAttributes.signingTime, time));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
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
