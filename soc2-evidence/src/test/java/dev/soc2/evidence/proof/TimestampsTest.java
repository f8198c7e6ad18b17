package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.vectors.Vectors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of OpenSSL, of Sigstore and of FreeTSA; what they say was read with {@code openssl ts -reply -text}. */
class TimestampsTest {

    private static final byte[] CHECKPOINT = Vectors.bytes("log-of-three/checkpoint-3");
    private static final byte[] TEST = "test\n".getBytes(StandardCharsets.US_ASCII);
    private static final BigInteger NONCE = new BigInteger("207AA7B4F6900ED5", 16);
    private static final TimestampTrust ROOT = trust("rfc3161/chain/root.pem");
    private static final TimestampTrust SIGSTAGE = sigstage();

    @ParameterizedTest
    @CsvSource({
        "plain.tsr, 1.2.3.4.1",
        "nonce.tsr, 1.2.3.4.1",
        "policy.tsr, 1.2.3.4.2",
        "sha512.tsr, 1.2.3.4.1",
    })
    void whatOpenSslStampedVerifies(String file, String policy) {
        Timestamp stamp = verify("chain/" + file, CHECKPOINT, ROOT);

        assertThat(stamp.at()).isEqualTo(Instant.parse("2026-11-22T11:46:53Z"));
        assertThat(stamp.policy()).isEqualTo(policy);
        assertThat(stamp.authority()).isEqualTo("CN=Test authority");
    }

    @Test
    void anAuthorityThatIsTrustedItselfNeedsNoChain() {
        byte[] stamped = Vectors.bytes("rfc3161/openssl-made/cp.txt");
        TimestampTrust itself = trust("rfc3161/openssl-made/c.pem");

        Timestamp stamp = verify("openssl-made/r.tsr", stamped, itself);

        assertThat(stamp.at()).isEqualTo(Instant.parse("2026-11-22T03:11:31Z"));
        assertThat(stamp.serial()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void whatSigstoreStampedVerifies() {
        Timestamp stamp = verify("sigstage_tsa_response_with_embedded_certs.tsr", TEST, SIGSTAGE);

        assertThat(stamp.at()).isEqualTo(Instant.parse("2025-05-28T15:15:55Z"));
        assertThat(stamp.policy()).isEqualTo("1.2.3.4");
        assertThat(stamp.serial()).isEqualTo(new BigInteger("67116AC816D7C767A329380C8FD326C2B5910F5D", 16));
    }

    @Test
    void aCertificateThatTheTokenLeavesOutMayBeHandedIn() {
        assertThat(verify("sigstage_tsa_response_without_embedded_certs.tsr", TEST, SIGSTAGE)
                        .policy())
                .isEqualTo("1.2.3.4");
        TimestampTrust rootOnly = new TimestampTrust(SIGSTAGE.anchors(), List.of(), Set.of());
        refused("SOC2-E132", "sigstage_tsa_response_without_embedded_certs.tsr", TEST, rootOnly);
    }

    @Test
    void theNumberOfTheRequestIsComparedWhenItWasKept() {
        byte[] response = Vectors.bytes("rfc3161/chain/nonce.tsr");

        assertThat(Timestamps.verify("nonce.tsr", response, CHECKPOINT, ROOT, Optional.of(NONCE))
                        .policy())
                .isEqualTo("1.2.3.4.1");
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Timestamps.verify(
                        "nonce.tsr", response, CHECKPOINT, ROOT, Optional.of(NONCE.add(BigInteger.ONE))))
                .withMessageContaining("SOC2-E134");
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Timestamps.verify(
                        "plain.tsr", Vectors.bytes("rfc3161/chain/plain.tsr"), CHECKPOINT, ROOT, Optional.of(NONCE)))
                .withMessageContaining("SOC2-E134");
    }

    @Test
    void thePolicyIsComparedWhenOneIsDemanded() {
        TimestampTrust second = new TimestampTrust(ROOT.anchors(), List.of(), Set.of("1.2.3.4.2"));

        assertThat(verify("chain/policy.tsr", CHECKPOINT, second).policy()).isEqualTo("1.2.3.4.2");
        refused("SOC2-E133", "chain/plain.tsr", CHECKPOINT, second);
    }

    @Test
    void aStampOverOtherBytesIsRefused() {
        byte[] changed = CHECKPOINT.clone();
        changed[0] ^= 1;

        refused("SOC2-E131", "chain/plain.tsr", changed, ROOT);
        refused("SOC2-E131", "chain/sha512.tsr", changed, ROOT);
        refused("SOC2-E131", "sigstage_tsa_response_with_embedded_certs.tsr", CHECKPOINT, SIGSTAGE);
    }

    @Test
    void aRootOfTheSameNameAndAnotherKeyIsNotTrusted() {
        refused("SOC2-E132", "chain/plain.tsr", CHECKPOINT, trust("rfc3161/chain/other-root.pem"));
        refused("SOC2-E132", "chain/plain.tsr", CHECKPOINT, SIGSTAGE);
    }

    @Test
    void aCertificateThatHadEndedWhenItStampedIsNotTrusted() {
        refused("SOC2-E132", "chain/expired.tsr", CHECKPOINT, ROOT);
    }

    @Test
    void aRefusalOfTheAuthorityIsTold() {
        refused("SOC2-E136", "chain/refused.tsr", CHECKPOINT, ROOT);
    }

    @Test
    void aTokenThatSigstoreCallsInvalidIsRefused() {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> verify("sigstore_tsa_response_invalid.tsr", TEST, SIGSTAGE));
    }

    @Test
    void aTokenOfAnAuthorityThatNobodyTrustsIsRefused() {
        // FreeTSA stamped bytes that are not published; the imprint is looked at first.
        refused("SOC2-E131", "freetsa_response.tsr", TEST, SIGSTAGE);
    }

    @Test
    void noChangedByteGivesAnotherTime() throws CertificateEncodingException {
        byte[] sound = Vectors.bytes("rfc3161/chain/plain.tsr");
        Timestamp said = verify("chain/plain.tsr", CHECKPOINT, ROOT);
        int accepted = 0;
        for (int i = 0; i < sound.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            try {
                assertThat(Timestamps.verify("x", changed, CHECKPOINT, ROOT, Optional.empty()))
                        .as("byte " + i)
                        .isEqualTo(said);
                accepted++;
            } catch (ProofException e) {
                assertThat(e.issues()).hasSize(1);
            }
        }
        // Nobody looks at the copy of the root in the token, since the root that is trusted was handed in.
        assertThat(accepted).isLessThan(ROOT.anchors().get(0).getEncoded().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 100, 400})
    void aTokenThatBreaksOffIsRefused(int length) {
        byte[] cut = Arrays.copyOf(Vectors.bytes("rfc3161/chain/plain.tsr"), length);

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Timestamps.verify("x", cut, CHECKPOINT, ROOT, Optional.empty()))
                .withMessageContaining("SOC2-E130");
    }

    /** OpenSSL writes a NULL behind the name of the digest, RFC 5754 leaves it out: two bytes in three lengths. */
    @Test
    void requestsAreThoseThatOpenSslWritesButForANull() {
        assertThat(HexFormat.of().formatHex(Timestamps.request(CHECKPOINT, Optional.empty())))
                .isEqualTo(withoutNull("3039", "3037", "rfc3161/chain/plain.tsq"));
        assertThat(HexFormat.of().formatHex(Timestamps.request(CHECKPOINT, Optional.of(NONCE))))
                .isEqualTo(withoutNull("3043", "3041", "rfc3161/chain/nonce.tsq"));
    }

    @Test
    void trustBeginsWithACertificate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimestampTrust(List.of(), List.of(), Set.of()));
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> TimestampTrust.of("root.pem", TEST))
                .withMessageContaining("SOC2-E101");
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> TimestampTrust.of("root.pem", new byte[0]))
                .withMessageContaining("SOC2-E101");
    }

    private static String withoutNull(String begins, String shorter, String file) {
        String hex = HexFormat.of().formatHex(Vectors.bytes(file));
        assertThat(hex).startsWith(begins).contains("3031300d").contains("0500");
        return shorter + hex.substring(4).replace("3031300d", "302f300b").replaceFirst("0500", "");
    }

    private static void refused(String code, String file, byte[] stamped, TimestampTrust trust) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> verify(file, stamped, trust))
                .withMessageContaining(code);
    }

    private static Timestamp verify(String file, byte[] stamped, TimestampTrust trust) {
        return Timestamps.verify(file, Vectors.bytes("rfc3161/" + file), stamped, trust, Optional.empty());
    }

    private static TimestampTrust trust(String file) {
        return TimestampTrust.of(file, Vectors.bytes(file));
    }

    /** The second certificate of the file is the root of the first. */
    private static TimestampTrust sigstage() {
        List<X509Certificate> chain =
                TimestampTrust.certificates("sigstage-chain.pem", Vectors.bytes("rfc3161/sigstage-chain.pem"));
        return new TimestampTrust(chain.subList(1, 2), chain.subList(0, 1), Set.of());
    }
}
