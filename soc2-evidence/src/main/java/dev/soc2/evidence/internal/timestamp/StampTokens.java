package dev.soc2.evidence.internal.timestamp;

import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.bouncycastle.util.Store;

/** The one class that knows Bouncy Castle: writes requests, and verifies what an authority answered. */
public final class StampTokens {

    private static final Map<String, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    private final String document;
    private final StampDemands demands;

    private StampTokens(String document, StampDemands demands) {
        this.document = document;
        this.demands = demands;
    }

    /** A request over a SHA-256 digest, which asks for the certificate of the authority. */
    public static byte[] request(byte[] sha256, Optional<BigInteger> nonce) {
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        try {
            return nonce.isPresent()
                    ? request.generate(NISTObjectIdentifiers.id_sha256, sha256, nonce.orElseThrow())
                            .getEncoded()
                    : request.generate(NISTObjectIdentifiers.id_sha256, sha256).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request of a digest can be written", e);
        }
    }

    public static Stamp verify(String document, byte[] response, byte[] stamped, StampDemands demands) {
        StampTokens tokens = new StampTokens(document, demands);
        try {
            return tokens.verify(response, stamped);
        } catch (Soc2Exception e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle answers some malformed input with unchecked exceptions of many kinds.
            throw tokens.unreadable("this is no answer of a time-stamping authority");
        }
    }

    private Stamp verify(byte[] response, byte[] stamped) {
        TimeStampToken token = token(response);
        TimeStampTokenInfo told = token.getTimeStampInfo();
        requireImprint(told, stamped);
        X509CertificateHolder signer = signer(token);
        requireSignature(token, signer);
        requireChain(token, signer);
        if (!demands.policies().isEmpty()
                && !demands.policies().contains(told.getPolicy().getId())) {
            throw refused(
                    ProofCode.TIMESTAMP_POLICY,
                    "the token was made under the policy " + told.getPolicy().getId(),
                    "ask for a token under one of "
                            + demands.policies().stream().sorted().toList());
        }
        if (demands.nonce().isPresent() && !demands.nonce().orElseThrow().equals(told.getNonce())) {
            throw refused(
                    ProofCode.TIMESTAMP_NONCE,
                    "the token does not repeat the number of the request",
                    "hand in the answer to this request, not to an earlier one");
        }
        return new Stamp(
                told.getGenTime().toInstant(),
                told.getPolicy().getId(),
                told.getSerialNumber(),
                signer.getSubject().toString());
    }

    private TimeStampToken token(byte[] bytes) {
        try {
            TimeStampResponse response = new TimeStampResponse(bytes);
            int status = response.getStatus();
            if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
                throw refused(
                        ProofCode.TIMESTAMP_REFUSED,
                        "the authority refused the request with status " + status,
                        "ask the authority again, or another one");
            }
            return Optional.ofNullable(response.getTimeStampToken())
                    .orElseThrow(() -> unreadable("there is no token in it"));
        } catch (IOException | TSPException e) {
            throw unreadable("this is no answer of a time-stamping authority");
        }
    }

    private void requireImprint(TimeStampTokenInfo told, byte[] stamped) {
        String algorithm = Optional.ofNullable(
                        DIGESTS.get(told.getMessageImprintAlgOID().getId()))
                .orElseThrow(() -> refused(
                        ProofCode.TIMESTAMP_IMPRINT,
                        "the token was made over a digest that is not SHA-256, SHA-384 or SHA-512",
                        "ask for a token over a SHA-256 digest"));
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(stamped);
            if (!MessageDigest.isEqual(digest, told.getMessageImprintDigest())) {
                throw refused(
                        ProofCode.TIMESTAMP_IMPRINT,
                        "the token was made over other bytes",
                        "the bytes were changed after they were stamped, or the token belongs to others");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** The certificate that the token names: among those that it carries, or those that were handed in. */
    private X509CertificateHolder signer(TimeStampToken token) {
        List<X509CertificateHolder> found = new ArrayList<>(carried(token.getCertificates()).stream()
                .filter(token.getSID()::match)
                .toList());
        for (X509Certificate certificate : known()) {
            X509CertificateHolder holder = holder(certificate);
            if (token.getSID().match(holder)) {
                found.add(holder);
            }
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> untrusted("the certificate of the authority is not at hand"));
    }

    private void requireSignature(TimeStampToken token, X509CertificateHolder signer) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (TSPValidationException e) {
            throw untrusted(
                    "the signature does not hold, or its certificate was not valid then or is not made for time stamps");
        } catch (TSPException | OperatorCreationException | CertificateException e) {
            throw untrusted("the signature cannot be checked");
        }
    }

    private void requireChain(TimeStampToken token, X509CertificateHolder signer) {
        List<X509Certificate> between = new ArrayList<>(demands.others());
        carried(token.getCertificates()).forEach(holder -> between.add(certificate(holder)));
        boolean trusted = StampChain.leads(
                certificate(signer),
                between,
                demands.anchors(),
                token.getTimeStampInfo().getGenTime().toInstant());
        if (!trusted) {
            throw untrusted("no chain of certificates that were valid then leads to a trusted one");
        }
    }

    private List<X509Certificate> known() {
        List<X509Certificate> known = new ArrayList<>(demands.others());
        known.addAll(demands.anchors());
        return known;
    }

    private static List<X509CertificateHolder> carried(Store<X509CertificateHolder> store) {
        return List.copyOf(store.getMatches(null));
    }

    private X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateException e) {
            throw unreadable("a certificate cannot be read");
        }
    }

    private X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw unreadable("a certificate of the token cannot be read");
        }
    }

    private Soc2Exception untrusted(String what) {
        return refused(
                ProofCode.TIMESTAMP_AUTHORITY,
                "the token is not of a trusted authority: " + what,
                "hand in the root certificate that the authority publishes, and those below it");
    }

    private Soc2Exception unreadable(String what) {
        return refused(ProofCode.TIMESTAMP, what, "hand in the answer of the authority as it came, in DER");
    }

    private Soc2Exception refused(ProofCode code, String what, String fix) {
        return new Soc2Exception(code.in(document, what, fix));
    }
}
