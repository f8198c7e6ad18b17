package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.MapNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** A certificate that is not made for time stamps, or not for them alone, stamps nothing. */
class TimestampPurposeTest {

    private static final byte[] STAMPED = "stamped".getBytes(StandardCharsets.US_ASCII);

    /** The key that DSSE publishes for its vector. */
    private final PublicKey publicKey;

    private final PrivateKey privateKey;

    TimestampPurposeTest() throws Exception {
        MapNode key =
                (MapNode) Vectors.json("dsse/protocol-vector.json").get("key").orElseThrow();
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        KeyFactory keys = KeyFactory.getInstance("EC");
        publicKey = keys.generatePublic(new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), curve));
        privateKey = keys.generatePrivate(new ECPrivateKeySpec(number(key, "d"), curve));
    }

    @Test
    void aCertificateForTimeStampsAloneIsAccepted() throws Exception {
        X509Certificate certificate = certificate(true, KeyPurposeId.id_kp_timeStamping);

        assertThat(verify(certificate).at()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aPurposeThatIsNotCriticalIsRefused() throws Exception {
        refused(certificate(false, KeyPurposeId.id_kp_timeStamping));
    }

    @Test
    void anotherPurposeIsRefused() throws Exception {
        refused(certificate(true, KeyPurposeId.id_kp_codeSigning));
    }

    @Test
    void aSecondPurposeIsRefused() throws Exception {
        refused(certificate(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning));
    }

    @Test
    void noPurposeIsRefused() throws Exception {
        refused(certificate(true));
    }

    private void refused(X509Certificate certificate) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> verify(certificate))
                .withMessageContaining("SOC2-E132");
    }

    private Timestamp verify(X509Certificate certificate) throws Exception {
        TimestampTrust trust = new TimestampTrust(List.of(certificate), List.of(), Set.of());
        return Timestamps.verify("x.tsr", response(certificate), STAMPED, trust, Optional.empty());
    }

    private X509Certificate certificate(boolean critical, KeyPurposeId... purposes) throws Exception {
        X500Name name = new X500Name("CN=Test authority");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                Date.from(Instant.parse("2030-01-01T00:00:00Z")),
                name,
                publicKey);
        if (purposes.length > 0) {
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(privateKey)));
    }

    /** Put together by hand, since generators refuse such certificates. */
    private byte[] response(X509Certificate certificate) throws Exception {
        TSTInfo said = new TSTInfo(
                new ASN1ObjectIdentifier("1.2.3.4.1"),
                new MessageImprint(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), Sha256.digest(STAMPED)),
                new ASN1Integer(10),
                new ASN1GeneralizedTime("20260101000000Z"),
                null,
                null,
                null,
                null,
                null);
        CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
        signing.addSignerInfoGenerator(signer(certificate));
        signing.addCertificate(new JcaX509CertificateHolder(certificate));
        CMSSignedData signed = signing.generate(
                new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, said.getEncoded()), true);
        return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), signed.toASN1Structure()).getEncoded();
    }

    private SignerInfoGenerator signer(X509Certificate certificate) throws Exception {
        ESSCertIDv2 named = new ESSCertIDv2(Sha256.digest(certificate.getEncoded()));
        Attribute signedUnder = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(named)));
        return new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(signedUnder)))
                .build("SHA256withECDSA", privateKey, certificate);
    }

    private static BigInteger number(MapNode key, String field) {
        return new BigInteger(Vectors.text(key, field));
    }
}
