package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.policies.terms.Oin;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/// The certificate that a partner asks of its authority (PKCS#10, RFC 2986); its signature shows
/// that the partner has the key of its connection.
///
/// Immutable; may be shared between threads.
public final class CertificateRequest {
  private static final int MIN_RSA_BITS = 2048;

  private final Optional<JcaPKCS10CertificationRequest> request;

  private CertificateRequest(Optional<JcaPKCS10CertificationRequest> request) {
    this.request = request;
  }

  /// Asks for a certificate for this organisation: its name in `O`, its OIN in `serialNumber`
  /// (Digikoppeling PKI001).
  static CertificateRequest of(Oin oin, String name, KeyPair keys) {
    var subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "NL")
            .addRDN(BCStyle.O, name)
            .addRDN(BCStyle.SERIALNUMBER, oin.value())
            .addRDN(BCStyle.CN, name)
            .build();
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      var built = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic()).build(signer);
      return new CertificateRequest(Optional.of(new JcaPKCS10CertificationRequest(built)));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("a key we just made signs", e);
    }
  }

  /// Reads one, in base64; what is none has faults.
  static CertificateRequest read(String base64) {
    try {
      var der = Base64.getDecoder().decode(base64);
      return new CertificateRequest(
          Optional.of(new JcaPKCS10CertificationRequest(new PKCS10CertificationRequest(der))));
    } catch (IOException | IllegalArgumentException _) {
      return new CertificateRequest(Optional.empty());
    }
  }

  /// The bytes, in base64.
  String base64() {
    try {
      return Base64.getEncoder().encodeToString(request.orElseThrow().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As authorities want it.
  String pem() {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(request.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// What is wrong with it as that of this partner, in Dutch; empty when nothing is.
  List<String> faults(Partner partner) {
    if (request.isEmpty()) {
      return List.of("`certificaatverzoek` is geen certificaataanvraag (PKCS#10).");
    }
    var faults = new ArrayList<String>();
    if (!signs(request.get())) {
      faults.add(
          "De certificaataanvraag is niet getekend met haar eigen sleutel, of die sleutel is te"
              + " zwak.");
    }
    if (!named(request.get(), BCStyle.SERIALNUMBER).equals(partner.oin().value())) {
      faults.add("In de certificaataanvraag staat een ander OIN (`serialNumber`).");
    }
    if (!named(request.get(), BCStyle.O).equals(partner.name())) {
      faults.add("In de certificaataanvraag staat een andere naam (`O`).");
    }
    return faults;
  }

  private static boolean signs(JcaPKCS10CertificationRequest request) {
    try {
      var key = request.getPublicKey();
      var strong =
          switch (key) {
            case ECPublicKey ec -> Curve.forECParameterSpec(ec.getParams()) != null;
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= MIN_RSA_BITS;
            default -> false;
          };
      return strong && request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (GeneralSecurityException | OperatorCreationException | PKCSException _) {
      return false;
    }
  }

  /// The one value of this kind in the subject; empty when there is none, or more than one.
  private static String named(JcaPKCS10CertificationRequest request, ASN1ObjectIdentifier kind) {
    var found = request.getSubject().getRDNs(kind);
    return found.length == 1 && !found[0].isMultiValued()
        ? IETFUtils.valueToString(found[0].getFirst().getValue())
        : "";
  }

  /// The thumbprint (RFC 7638) of the key of the connection; empty when there is none.
  Optional<String> thumbprint() {
    return request.flatMap(CertificateRequest::thumbprint);
  }

  private static Optional<String> thumbprint(JcaPKCS10CertificationRequest request) {
    try {
      return switch (request.getPublicKey()) {
        case ECPublicKey ec ->
            Optional.ofNullable(Curve.forECParameterSpec(ec.getParams()))
                .map(curve -> Listed.thumbprint(new ECKey.Builder(curve, ec).build()));
        case RSAPublicKey rsa -> Optional.of(Listed.thumbprint(new RSAKey.Builder(rsa).build()));
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }
}
