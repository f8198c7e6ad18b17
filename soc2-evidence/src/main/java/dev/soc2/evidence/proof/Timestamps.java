package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.evidence.internal.timestamp.Stamp;
import dev.soc2.evidence.internal.timestamp.StampDemands;
import dev.soc2.evidence.internal.timestamp.StampTokens;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.issue.Soc2Exception;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Time stamps of third parties (RFC 3161). A stamp over a checkpoint bounds how late everything before it can have been
 * written, even by whoever holds the key of the log.
 *
 * <p>Needs {@code org.bouncycastle:bcpkix-jdk18on} on the class path, or on the module path together with
 * {@code --add-modules org.bouncycastle.pkix}; it comes along with nothing else here. Nothing is sent: the host takes a
 * request to the authority and brings back the answer. Revoked certificates are not looked up.
 */
public final class Timestamps {

    private static final String ARTIFACT = "org.bouncycastle:bcpkix-jdk18on";

    private Timestamps() {}

    /**
     * A request for the host to send, as {@code application/timestamp-query}.
     *
     * @param stamped the bytes to be stamped, such as those of a signed checkpoint; only their SHA-256 digest is sent
     * @param nonce a number that the answer must repeat, drawn at random by the host; empty for none
     * @return the request in DER
     * @throws ProofException if Bouncy Castle is missing
     */
    public static byte[] request(byte[] stamped, Optional<BigInteger> nonce) {
        return linked("request", () -> StampTokens.request(Sha256.digest(stamped), nonce));
    }

    /**
     * Verifies the answer of an authority: that it was made over these bytes, by a certificate made for time stamps and
     * nothing else, under which a chain that was valid at that time leads to a trusted certificate.
     *
     * @param document where the answer is from, as messages should show it
     * @param response the answer in DER, as {@code application/timestamp-reply}; usually a {@code .tsr} file
     * @param stamped the bytes that were stamped
     * @param trust which authorities are trusted
     * @param nonce the number in the request; empty if there was none or it was not kept
     * @return what the authority vouched for
     * @throws ProofException if any of this does not hold, the answer cannot be read, or Bouncy Castle is missing
     */
    public static Timestamp verify(
            String document, byte[] response, byte[] stamped, TimestampTrust trust, Optional<BigInteger> nonce) {
        StampDemands demands = new StampDemands(trust.anchors(), trust.others(), trust.policies(), nonce);
        Stamp stamp = linked(document, () -> StampTokens.verify(document, response, stamped, demands));
        return new Timestamp(stamp.at(), stamp.policy(), stamp.serial(), stamp.authority());
    }

    private static <T> T linked(String document, Supplier<T> work) {
        try {
            return work.get();
        } catch (LinkageError e) {
            throw new ProofException(ProofCode.TIMESTAMP_LIBRARY.in(
                    document,
                    "time stamps are read by " + ARTIFACT + ", which is missing or of another version",
                    "add " + ARTIFACT + " and org.bouncycastle:bcprov-jdk18on of the same version"));
        } catch (ProofException e) {
            throw e;
        } catch (Soc2Exception e) {
            throw new ProofException(e.issues());
        }
    }
}
