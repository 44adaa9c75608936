package nl.sluis.dev.authority;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import nl.sluis.policies.terms.Oin;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/// A development authority with a root, an intermediate and their revocation lists.
///
/// Everything is made when asked and written into one folder; nothing of it is ever committed.
/// Thread-safe.
public final class DevAuthority {
  private static final Duration LIST_LIFE = Duration.ofDays(7);

  private final Path folder;
  private final InstantSource clock;
  private final Issuer root;
  private final Issuer intermediate;

  private DevAuthority(Path folder, InstantSource clock, String mark) {
    this.folder = folder;
    this.clock = clock;
    var validity = Validity.around(clock.instant());
    this.root = Issuer.root("Sluis ontwikkel-stam" + mark, validity);
    this.intermediate = root.intermediate("Sluis ontwikkel-uitgever" + mark, validity);
  }

  /// Makes a new authority and writes `ca.pem`, `stam.crl` and `uitgever.crl` into this folder.
  public static DevAuthority create(Path folder, InstantSource clock) {
    return create(folder, clock, "");
  }

  /// Another authority of the same shape that nobody trusts, in the folder `vreemd`.
  public DevAuthority foreign() {
    return create(folder.resolve("vreemd"), clock, " vreemd");
  }

  private static DevAuthority create(Path folder, InstantSource clock, String mark) {
    var authority = new DevAuthority(folder, clock, mark);
    Pem.write(
        authority.trustFile(),
        List.of(authority.root.certificate(), authority.intermediate.certificate()));
    authority.writeCrls();
    return authority;
  }

  /// The root and the intermediate, PEM: what the gateway trusts.
  public Path trustFile() {
    return folder.resolve("ca.pem");
  }

  /// The revocation lists of the root and of the intermediate.
  public List<Path> crlFiles() {
    return List.of(folder.resolve("stam.crl"), folder.resolve("uitgever.crl"));
  }

  /// The root certificate.
  public X509Certificate rootCertificate() {
    return root.certificate();
  }

  /// The certificate of the intermediate, which issues everything.
  public X509Certificate intermediateCertificate() {
    return intermediate.certificate();
  }

  /// A client certificate for this partner, valid long enough for any scenario.
  public DevPartner partner(Oin oin, String name) {
    return partner(oin, name, Validity.around(clock.instant()));
  }

  /// A client certificate for this partner, valid as given: see [Validity#expiredAt].
  public DevPartner partner(Oin oin, String name, Validity validity) {
    return client(oin, name, subject(name, oin.value()), KeyPurposeId.id_kp_clientAuth, validity);
  }

  /// A specimen: a certificate with the OIN, but for servers only.
  public DevPartner partnerWithWrongUse(Oin oin, String name) {
    var validity = Validity.around(clock.instant());
    return client(oin, name, subject(name, oin.value()), KeyPurposeId.id_kp_serverAuth, validity);
  }

  /// The certificate of a server at which this partner takes what is brought, valid as given.
  public DevCertificate receiving(Oin oin, String name, Validity validity) {
    var use = KeyPurposeId.id_kp_serverAuth;
    return client(oin, name, subject(name, oin.value()), use, validity).identity();
  }

  /// A specimen: a client certificate whose subject has no OIN.
  public DevPartner partnerWithoutOin(Oin oin, String name) {
    var validity = Validity.around(clock.instant());
    return client(oin, name, subject(name, ""), KeyPurposeId.id_kp_clientAuth, validity);
  }

  /// A client certificate for what a certificate request asks: its subject, its key. The private
  /// key stays with who asked.
  ///
  /// @param request PKCS#10, PEM
  /// @return the certificate and the intermediate above it
  /// @throws IllegalArgumentException in Dutch, when it is no request, not signed with its own key,
  ///   or names no OIN in `serialNumber`
  public Requested sign(String request) {
    var asked = CertificateRequest.read(request);
    var extensions =
        Map.<ASN1ObjectIdentifier, ASN1Encodable>of(
            Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
            Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    var validity = Validity.around(clock.instant());
    var certificate = intermediate.issue(asked.subject(), asked.publicKey(), validity, extensions);
    return new Requested(asked.oin(), Pem.text(List.of(certificate, intermediate.certificate())));
  }

  /// What came of a request.
  ///
  /// @param oin whose certificate it is
  /// @param chain the certificate and the intermediate above it, PEM
  public record Requested(Oin oin, String chain) {}

  /// The certificate of the gateway itself, for `localhost` and `127.0.0.1`.
  public DevCertificate server() {
    return server(Validity.around(clock.instant()));
  }

  /// The certificate of the gateway itself, valid as given.
  public DevCertificate server(Validity validity) {
    var names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
    var extensions =
        Map.<ASN1ObjectIdentifier, ASN1Encodable>of(
            Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
            Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth),
            Extension.subjectAlternativeName, names);
    return issue("server", new X500Name("C=NL,O=Sluis,CN=localhost"), validity, extensions);
  }

  /// A certificate with which timestamps are signed, and nothing else (RFC 3161, 2.3).
  public DevCertificate timestamping(Validity validity) {
    var extensions =
        Map.<ASN1ObjectIdentifier, ASN1Encodable>of(
            Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
            Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    return issue("tijdstempel", new X500Name("C=NL,O=Sluis,CN=tijdstempel"), validity, extensions);
  }

  /// A certificate with which answers about revocation are signed, and nothing else (RFC 6960,
  /// 4.2.2.2); nobody asks whether it is itself revoked.
  public DevCertificate answering(Validity validity) {
    var extensions =
        Map.<ASN1ObjectIdentifier, ASN1Encodable>of(
            Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
            Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning),
            OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, DERNull.INSTANCE);
    return issue("ocsp", new X500Name("C=NL,O=Sluis,CN=ocsp"), validity, extensions);
  }

  /// Whether this certificate of the intermediate was taken back.
  public boolean hasRevoked(BigInteger serial) {
    return intermediate.hasRevoked(serial);
  }

  /// Takes a certificate back; it counts from the next [#writeCrls].
  public void revoke(X509Certificate certificate) {
    intermediate.revoke(certificate.getSerialNumber(), clock.instant());
  }

  /// Takes the intermediate back, and with it everything it issued.
  public void revokeIntermediate() {
    root.revoke(intermediate.certificate().getSerialNumber(), clock.instant());
  }

  /// Writes both lists anew, valid for a week from now.
  public void writeCrls() {
    var now = clock.instant();
    writeCrls(new Validity(now.minusSeconds(1), now.plus(LIST_LIFE)));
  }

  /// Writes both lists anew, dated as given, for specimens of stale lists.
  public void writeCrls(Validity validity) {
    Pem.write(crlFiles().getFirst(), List.of(root.list(validity)));
    Pem.write(crlFiles().getLast(), List.of(intermediate.list(validity)));
  }

  private DevPartner client(
      Oin oin, String name, X500Name subject, KeyPurposeId use, Validity validity) {
    var extensions =
        Map.<ASN1ObjectIdentifier, ASN1Encodable>of(
            Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature),
            Extension.extendedKeyUsage, new ExtendedKeyUsage(use));
    var identity = issue("partner-" + oin, subject, validity, extensions);
    return new DevPartner(oin, name, identity, root.certificate());
  }

  private static X500Name subject(String name, String oin) {
    var subject =
        new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "NL").addRDN(BCStyle.O, name);
    if (!oin.isEmpty()) {
      subject.addRDN(BCStyle.SERIALNUMBER, oin);
    }
    return subject.addRDN(BCStyle.CN, name).build();
  }

  private DevCertificate issue(
      String fileName,
      X500Name subject,
      Validity validity,
      Map<ASN1ObjectIdentifier, ASN1Encodable> extensions) {
    var keys = Issuer.newKeys();
    var certificate = intermediate.issue(subject, keys.getPublic(), validity, extensions);
    var chain = List.of(certificate, intermediate.certificate());
    var base = fileName + "-" + certificate.getSerialNumber().toString(16).substring(0, 8);
    return new DevCertificate(
        chain,
        keys.getPrivate(),
        Pem.write(folder.resolve(base + ".crt.pem"), chain),
        Pem.writeKey(folder.resolve(base + ".key.pem"), keys.getPrivate()));
  }
}
