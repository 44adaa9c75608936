package nl.sluis.dev.authority;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import nl.sluis.policies.terms.Oin;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/// What a certificate request asks, once it proved that who asks has the key (PKCS#10).
///
/// @param subject the name in it
/// @param oin the number in that name
/// @param publicKey the key it is for
record CertificateRequest(X500Name subject, Oin oin, PublicKey publicKey) {
  /// @throws IllegalArgumentException in Dutch
  static CertificateRequest read(String pem) {
    try (var parser = new PEMParser(new StringReader(pem))) {
      if (!(parser.readObject() instanceof PKCS10CertificationRequest read)) {
        throw new IllegalArgumentException("dit is geen certificaataanvraag (PKCS#10, PEM)");
      }
      var request = new JcaPKCS10CertificationRequest(read);
      var key = request.getPublicKey();
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new IllegalArgumentException("de aanvraag is niet getekend met haar eigen sleutel");
      }
      return new CertificateRequest(request.getSubject(), oin(request.getSubject()), key);
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new IllegalArgumentException("de aanvraag is niet te lezen", e);
    }
  }

  private static Oin oin(X500Name subject) {
    var numbers = subject.getRDNs(BCStyle.SERIALNUMBER);
    var text = numbers.length == 1 ? IETFUtils.valueToString(numbers[0].getFirst().getValue()) : "";
    if (!Oin.isOin(text)) {
      throw new IllegalArgumentException("de aanvraag noemt geen OIN in `serialNumber`");
    }
    return new Oin(text);
  }
}
