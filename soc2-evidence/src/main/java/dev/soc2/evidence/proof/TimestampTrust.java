package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Which time-stamping authorities are trusted.
 *
 * @param anchors the certificates that trust begins with, usually the roots of the authorities
 * @param others certificates in between, and of authorities that leave theirs out of the token; not trusted by themselves
 * @param policies object identifiers of the policies that are accepted, such as {@code 1.2.3.4.1}; empty for any
 */
public record TimestampTrust(List<X509Certificate> anchors, List<X509Certificate> others, Set<String> policies) {

    /** Checks the invariants. */
    public TimestampTrust {
        anchors = List.copyOf(anchors);
        others = List.copyOf(others);
        policies = Set.copyOf(policies);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("trust begins with at least one certificate");
        }
    }

    /**
     * Trusts certificates under any policy.
     *
     * @param document where the certificates are from, as messages should show it
     * @param pem the certificates, one or more in PEM or one in DER
     * @return the trust
     * @throws ProofException if the bytes hold no certificate
     */
    public static TimestampTrust of(String document, byte[] pem) {
        return new TimestampTrust(certificates(document, pem), List.of(), Set.of());
    }

    /**
     * Reads certificates.
     *
     * @param document where the certificates are from, as messages should show it
     * @param pem the certificates, one or more in PEM or one in DER
     * @return at least one certificate, in their order
     * @throws ProofException if the bytes hold no certificate
     */
    public static List<X509Certificate> certificates(String document, byte[] pem) {
        try {
            List<X509Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!read.isEmpty()) {
                return read;
            }
        } catch (CertificateException e) {
            throw unreadable(document);
        }
        throw unreadable(document);
    }

    private static ProofException unreadable(String document) {
        return new ProofException(ProofCode.KEY.in(
                document, "the bytes hold no X.509 certificate", "hand in certificates in PEM, as authorities do"));
    }
}
