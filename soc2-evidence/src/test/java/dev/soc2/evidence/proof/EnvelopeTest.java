package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.internal.dsse.PreAuthentication;
import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.MapNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vector of DSSE, and its rules. */
class EnvelopeTest {

    private static final MapNode VECTOR = Vectors.json("dsse/protocol-vector.json");
    private static final String TYPE = "http://example.com/HelloWorld";
    private static final String HELLO = "aGVsbG8gd29ybGQ=";
    private static final String SIGNED =
            "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==";
    private static final SigningKey ONE = SigningKey.ofSeed("one.example", new byte[32]);
    private static final SigningKey TWO = SigningKey.ofSeed("two.example", seed());

    @Test
    void whatIsSignedIsAsPublished() {
        assertThat(PreAuthentication.encoding(TYPE, "hello world".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(Vectors.text(VECTOR, "pae"));
    }

    @Test
    void lengthsCountBytes() {
        // The e with an acute accent has two bytes in UTF-8.
        assertThat(PreAuthentication.encoding("\u00e9", new byte[0]))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 2 \u00e9 0 ");
    }

    @Test
    void thePublishedEnvelopeVerifies() throws GeneralSecurityException {
        Envelope envelope = read(HELLO, SIGNED);

        assertThat(envelope.verify("envelope", TYPE, List.of(published()), 1))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello world");
        assertThat(envelope.signatures()).containsExactly(new EnvelopeSignature("", SIGNED));
    }

    @Test
    void bothAlphabetsAreRead() throws GeneralSecurityException {
        Envelope envelope = read(HELLO, SIGNED.replace('+', '-').replace('/', '_'));

        assertThat(envelope.verify("envelope", TYPE, List.of(published()), 1)).hasSize(11);
    }

    @Test
    void theTypeIsSignedAndCheckedFirst() throws GeneralSecurityException {
        Envelope other = Envelope.read("envelope", bytes(json(HELLO, SIGNED).replace("HelloWorld", "Other")));

        refused("SOC2-E121", read(HELLO, SIGNED), "application/json", 1, published());
        refused("SOC2-E122", other, "http://example.com/Other", 1, published());
    }

    @Test
    void changedContentIsRefused() throws GeneralSecurityException {
        refused("SOC2-E122", read("aGVsbG8gV29ybGQ=", SIGNED), TYPE, 1, published());
        refused("SOC2-E122", read(HELLO, SIGNED.replace("A3Jq", "A3Jr")), TYPE, 1, published());
        refused("SOC2-E122", read(HELLO, ""), TYPE, 1, published());
        refused("SOC2-E122", read(HELLO, SIGNED), TYPE, 1);
    }

    @Test
    void whatWeSignWeRead() {
        Envelope envelope = Envelope.sign(TYPE, bytes("{}"), List.of(ONE, TWO));

        Envelope again = Envelope.read("envelope", envelope.bytes());

        assertThat(again.bytes()).isEqualTo(envelope.bytes());
        assertThat(again.verify("envelope", TYPE, keys(ONE, TWO), 2)).isEqualTo(bytes("{}"));
        assertThat(again.verify("envelope", TYPE, keys(TWO), 1)).isEqualTo(bytes("{}"));
    }

    @Test
    void aKeyCountsOnceHoweverOftenItSigned() {
        Envelope twice = Envelope.sign(TYPE, bytes("{}"), List.of(ONE, ONE));
        EnvelopeKey one = EnvelopeKey.of(ONE.verifierKey());
        EnvelopeKey alias = EnvelopeKey.of(VerifierKey.of(
                "alias.example", VerifierKey.Kind.NOTE, ONE.verifierKey().bytes()));

        refused("SOC2-E122", twice, TYPE, 2, one);
        refused("SOC2-E122", twice, TYPE, 2, one, one);
        refused("SOC2-E122", twice, TYPE, 2, one, alias);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"payload\":\"e30=\",\"payloadType\":\"t\"}",
                "{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[]}",
                "{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[{}]}",
                "{\"payload\":\"e30=\",\"payloadType\":\"\",\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"e30=\",\"payloadType\":7,\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"*\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"-/\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"*\"}]}",
                "{\"payload\":\"e30=\",\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]}",
                "{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AA==\"}]} x"
            })
    void anythingElseIsRefused(String json) {
        assertThatExceptionOfType(ProofException.class).isThrownBy(() -> Envelope.read("envelope", bytes(json)));
    }

    @Test
    void unknownFieldsArePassedOver() {
        Envelope envelope = Envelope.read(
                "envelope",
                bytes("{\"later\":1,\"payload\":\"e30=\",\"payloadType\":\"t\","
                        + "\"signatures\":[{\"sig\":\"AA==\",\"later\":[]}]}"));

        assertThat(envelope.payloadType()).isEqualTo("t");
    }

    @Test
    void moreThan100SignaturesAreRefused() {
        String one = "{\"sig\":\"AA==\"}";
        String json =
                "{\"payload\":\"e30=\",\"payloadType\":\"t\",\"signatures\":[" + (one + ",").repeat(100) + one + "]}";

        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> Envelope.read("envelope", bytes(json)))
                .withMessageContaining("SOC2-E120");
    }

    @Test
    void nothingVerifiesWithoutAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> Envelope.sign(TYPE, new byte[0], List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(HELLO, SIGNED).verify("envelope", TYPE, List.of(), 0));
    }

    private static void refused(String code, Envelope envelope, String type, int threshold, EnvelopeKey... keys) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> envelope.verify("envelope", type, List.of(keys), threshold))
                .withMessageContaining(code);
    }

    private static Envelope read(String payload, String signature) {
        return Envelope.read("envelope", bytes(json(payload, signature)));
    }

    private static String json(String payload, String signature) {
        return "{\"payload\":\"" + payload + "\",\"payloadType\":\"" + TYPE + "\",\"signatures\":[{\"sig\":\""
                + signature + "\"}]}";
    }

    private static List<EnvelopeKey> keys(SigningKey... keys) {
        return List.of(keys).stream()
                .map(key -> EnvelopeKey.of(key.verifierKey()))
                .toList();
    }

    private static EnvelopeKey published() throws GeneralSecurityException {
        MapNode key = (MapNode) VECTOR.get("key").orElseThrow();
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(new BigInteger(Vectors.text(key, "x")), new BigInteger(Vectors.text(key, "y")));
        PublicKey publicKey = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        return EnvelopeKey.of("published", publicKey);
    }

    private static byte[] seed() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        return seed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
