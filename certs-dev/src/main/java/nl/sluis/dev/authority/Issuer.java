package nl.sluis.dev.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// One authority of the toy hierarchy: a name, a key, a certificate and what it took back.
///
/// Thread-safe: one list is made at a time.
final class Issuer {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;
  private final Map<BigInteger, Instant> revoked = new TreeMap<>();
  private long listNumber;

  private Issuer(X500Name name, KeyPair keys, X509Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  static Issuer root(String commonName, Validity validity) {
    var name = authorityName(commonName);
    var keys = newKeys();
    var certificate = sign(name, keys, name, keys.getPublic(), validity, authority(1));
    return new Issuer(name, keys, certificate);
  }

  Issuer intermediate(String commonName, Validity validity) {
    var below = authorityName(commonName);
    var belowKeys = newKeys();
    return new Issuer(
        below, belowKeys, issue(below, belowKeys.getPublic(), validity, authority(0)));
  }

  X509Certificate issue(
      X500Name subject,
      PublicKey key,
      Validity validity,
      Map<ASN1ObjectIdentifier, ASN1Encodable> extensions) {
    return sign(name, keys, subject, key, validity, extensions);
  }

  X509Certificate certificate() {
    return certificate;
  }

  synchronized void revoke(BigInteger serial, Instant at) {
    revoked.putIfAbsent(serial, at);
  }

  synchronized boolean hasRevoked(BigInteger serial) {
    return revoked.containsKey(serial);
  }

  synchronized X509CRL list(Validity validity) {
    try {
      var list = new JcaX509v2CRLBuilder(certificate, Date.from(validity.from()));
      list.setNextUpdate(Date.from(validity.until()));
      revoked.forEach((s, at) -> list.addCRLEntry(s, Date.from(at), CRLReason.keyCompromise));
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
      listNumber++;
      list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(listNumber)));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CRLConverter().getCRL(list.build(signer));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("the list could not be signed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  private static X500Name authorityName(String commonName) {
    return new X500Name("C=NL,O=Sluis ontwikkeling (geen PKIoverheid),CN=" + commonName);
  }

  private static Map<ASN1ObjectIdentifier, ASN1Encodable> authority(int depth) {
    return Map.of(
        Extension.basicConstraints, new BasicConstraints(depth),
        Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private static X509Certificate sign(
      X500Name issuer,
      KeyPair signer,
      X500Name subject,
      PublicKey key,
      Validity validity,
      Map<ASN1ObjectIdentifier, ASN1Encodable> extensions) {
    try {
      var ids = new JcaX509ExtensionUtils();
      var from = Date.from(validity.from());
      var until = Date.from(validity.until());
      var serial = new BigInteger(126, RANDOM).setBit(126);
      var builder = new JcaX509v3CertificateBuilder(issuer, serial, from, until, subject, key);
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(signer.getPublic()));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      for (var extension : extensions.entrySet()) {
        var critical =
            extension.getKey().equals(Extension.basicConstraints)
                || extension.getKey().equals(Extension.keyUsage)
                || (extension.getValue() instanceof ExtendedKeyUsage use
                    && use.hasKeyPurposeId(KeyPurposeId.id_kp_timeStamping));
        builder.addExtension(extension.getKey(), critical, extension.getValue());
      }
      var content = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(content));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("the certificate could not be signed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
