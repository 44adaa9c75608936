package nl.sluis.dev.uitwisseling;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import nl.sluis.dev.authority.DevCertificate;
import nl.sluis.gateway.tijdstempel.Stamp;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

/// Timestamps that no proper tool wants to make.
final class StampSpecimen {
  private StampSpecimen() {}

  /// The same timestamp, well signed by a certificate that is not for timestamps.
  static Stamp signedBy(DevCertificate other, byte[] response) {
    try {
      var token = new TimeStampResponse(response).getTimeStampToken();
      var digest = MessageDigest.getInstance("SHA-256").digest(other.certificate().getEncoded());
      var named =
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(digest)})));
      var attributes = new ASN1EncodableVector();
      attributes.add(named);
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .build("SHA256withECDSA", other.key(), other.certificate()));
      generator.addCertificates(new JcaCertStore(other.chain()));
      var signed =
          generator.generate(
              new CMSProcessableByteArray(
                  PKCSObjectIdentifiers.id_ct_TSTInfo, token.getTimeStampInfo().getEncoded()),
              true);
      var whole = new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), signed.toASN1Structure());
      return new Stamp(
          whole.getEncoded("DER"), token.getTimeStampInfo().getGenTime().toInstant(), "", "");
    } catch (GeneralSecurityException
        | OperatorCreationException
        | CMSException
        | TSPException
        | IOException e) {
      throw new IllegalStateException("the specimen was not made", e);
    }
  }
}
