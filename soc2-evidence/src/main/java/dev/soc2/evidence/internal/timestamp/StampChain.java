package dev.soc2.evidence.internal.timestamp;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a certificate leads to one that is trusted, by the rules of the JDK as of the time of the stamp. Revocation is
 * not looked up, since nothing here reaches for the network.
 */
final class StampChain {

    private StampChain() {}

    static boolean leads(
            X509Certificate signer,
            Collection<X509Certificate> between,
            Collection<X509Certificate> anchors,
            Instant when) {
        Date date = Date.from(when);
        if (anchors.contains(signer)) {
            return isValid(signer, date);
        }
        Set<TrustAnchor> trusted =
                anchors.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        return !trusted.isEmpty() && leads(signer, between, trusted, date);
    }

    private static boolean leads(
            X509Certificate signer, Collection<X509Certificate> between, Set<TrustAnchor> anchors, Date date) {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        try {
            PKIXBuilderParameters rules = new PKIXBuilderParameters(anchors, target);
            rules.setRevocationEnabled(false);
            rules.setDate(date);
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            rules.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(Set.of(signer))));
            CertPathBuilder.getInstance("PKIX").build(rules);
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform builds PKIX paths", e);
        }
    }

    private static boolean isValid(X509Certificate certificate, Date date) {
        try {
            certificate.checkValidity(date);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
