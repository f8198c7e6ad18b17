package dev.soc2.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.evidence.vectors.Vectors;
import dev.soc2.model.document.tree.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published notes, and what golang.org/x/mod/sumdb/note tests on them. */
class SignedNoteTest {

    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETER_SIGNED =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH_SIGNED =
            "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private static final VerifierKey PETER =
            VerifierKey.parse("peter", "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final VerifierKey ENOCH =
            VerifierKey.parse("enoch", "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    @ParameterizedTest
    @MethodSource("published")
    void publishedNotesVerify(Node vector) {
        VerifierKey key = VerifierKey.parse("key", Vectors.text(vector, "vkey"));
        byte[] bytes = bytes(Vectors.text(vector, "note"));

        SignedNote note = SignedNote.read("note", bytes);

        assertThat(note.verify("note", List.of(key))).containsExactly(new VerifiedSignature(key, Optional.empty()));
        assertThat(note.bytes()).isEqualTo(bytes);
    }

    @Test
    void thePublishedPrivateKeySignsThePublishedNote() {
        // PRIVATE+KEY+PeterNeumann+c74f20a3+... is a byte 0x01 and the seed.
        byte[] typed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        SigningKey key = SigningKey.ofSeed("PeterNeumann", Arrays.copyOfRange(typed, 1, typed.length));

        assertThat(key.verifierKey()).isEqualTo(PETER);
        assertThat(SignedNote.sign(TEXT, List.of(key))).hasToString(TEXT + "\n" + PETER_SIGNED);
    }

    @Test
    void signaturesOfUnknownKeysArePassedOver() {
        SignedNote note = read(TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED);

        assertThat(note.signatures()).extracting(NoteSignature::keyId).containsExactly("c74f20a3", "af0cfe78");
        assertThat(note.verify("note", List.of(PETER)))
                .extracting(VerifiedSignature::key)
                .containsExactly(PETER);
        assertThat(note.verify("note", List.of(ENOCH, PETER)))
                .extracting(VerifiedSignature::key)
                .containsExactly(PETER, ENOCH);
    }

    @Test
    void aNoteThatNoKnownKeySignedIsRefused() {
        refused("SOC2-E103", TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED);
        refused("SOC2-E103", TEXT + "\n" + PETER_SIGNED, ENOCH);
    }

    @Test
    void aKnownKeyWhoseSignatureDoesNotFitSpoilsTheNote() {
        String bad = ENOCH_SIGNED.replace("rwz+eBzm", "rwz+eBzn");

        refused("SOC2-E102", TEXT + "\n" + PETER_SIGNED + bad, PETER, ENOCH);
        refused("SOC2-E102", TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED + bad, PETER, ENOCH);
        assertThat(read(TEXT + "\n" + PETER_SIGNED + bad).verify("note", List.of(PETER)))
                .hasSize(1);
        refused("SOC2-E102", TEXT.replace("answer", "Answer") + "\n" + PETER_SIGNED, PETER);
        refused("SOC2-E102", TEXT + "\n" + PETER_SIGNED.replace("ZJku", "ZJkuABCD"), PETER);
    }

    @Test
    void aSignatureUnderAnotherNameOrIdIsOfAnUnknownKey() {
        refused("SOC2-E103", TEXT + "\n" + PETER_SIGNED.replace("PeterNeumann", "CarmenSandiego"), PETER);
        refused("SOC2-E103", TEXT + "\n" + PETER_SIGNED.replace("x08g", "xxxx"), PETER);
    }

    @Test
    void aKeyThatIsKnownTwiceIsAmbiguousWhereItSigned() {
        refused("SOC2-E104", TEXT + "\n" + ENOCH_SIGNED, ENOCH, PETER, ENOCH);
        assertThat(read(TEXT + "\n" + PETER_SIGNED).verify("note", List.of(ENOCH, PETER, ENOCH)))
                .hasSize(1);
    }

    @Test
    void oneHundredSignaturesAreReadAndNoMore() {
        assertThat(read(TEXT + "\n" + PETER_SIGNED.repeat(100)).verify("note", List.of(PETER)))
                .hasSize(1);
        refused("SOC2-E100", TEXT + "\n" + PETER_SIGNED.repeat(101), PETER);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoNoteIsRefused(byte[] note) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> SignedNote.read("note", note))
                .withMessageContaining("SOC2-E100");
    }

    static Stream<byte[]> malformed() {
        return Stream.of(
                bytes(TEXT),
                bytes(TEXT + "\n"),
                bytes(TEXT + "\n" + PETER_SIGNED.strip()),
                bytes("\u0001" + TEXT + "\n" + PETER_SIGNED),
                bytes(TEXT + "\r\n\r\n" + PETER_SIGNED),
                bytes(TEXT + "\n" + PETER_SIGNED.replace("\n", "\r\n")),
                with(new byte[] {(byte) 0xff}, TEXT + "\n" + PETER_SIGNED),
                with(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, TEXT + "\n" + PETER_SIGNED),
                bytes(TEXT + "\n" + PETER_SIGNED.replace("PeterNeumann", "Bad Name")),
                bytes(TEXT + "\n" + PETER_SIGNED + "Unexpected line.\n"),
                bytes(TEXT + "\n" + PETER_SIGNED + "\n"),
                bytes(TEXT + "\n" + PETER_SIGNED.replace("\u2014", "-")),
                bytes(TEXT + "\n" + PETER_SIGNED.replace("=", "")),
                bytes(TEXT + "\n" + PETER_SIGNED.replace("nAM=", "nAN=")),
                bytes(TEXT + "\n\u2014 PeterNeumann x08gow==\n"),
                bytes(TEXT + "\n\u2014 PeterNeumann \n"),
                bytes(TEXT + "\n\u2014 PeterNeumann\n"),
                bytes(""),
                bytes("\n"),
                bytes("a".repeat(1 << 20) + "\n\n" + PETER_SIGNED));
    }

    @Test
    void aTextWithEmptyLinesEndsAtTheLastOne() {
        SigningKey key = SigningKey.ofSeed("PeterNeumann", new byte[32]);
        SignedNote note = SignedNote.sign("one\n\ntwo\n\n\nthree\n", List.of(key));

        SignedNote again = SignedNote.read("note", note.bytes());

        assertThat(again).isEqualTo(note);
        assertThat(again.verify("note", List.of(key.verifierKey()))).hasSize(1);
    }

    @Test
    void whatCannotBeTheTextOfANoteIsNotSigned() {
        SigningKey key = SigningKey.ofSeed("PeterNeumann", new byte[32]);

        for (String text : List.of("", "abc", "a\tb\n", "\ud800\n", "a\r\n")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.sign(text, List.of(key)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.sign("abc\n", List.of()));
    }

    @Test
    void aWitnessSaysWhenItSaw() {
        // The time stands in NOTICE.md of the vectors; Python signed it.
        VerifierKey witness = VerifierKey.parse("witness.vkey", file("log-of-three/witness.vkey"));
        SignedNote note = SignedNote.read("checkpoint", Vectors.bytes("log-of-three/checkpoint-3"));

        assertThat(witness.kind()).isEqualTo(VerifierKey.Kind.COSIGNATURE);
        assertThat(note.verify("checkpoint", List.of(witness)))
                .containsExactly(new VerifiedSignature(witness, Optional.of(Instant.parse("2026-01-01T00:00:00Z"))));
    }

    @Test
    void aWitnessWhoseTimeWasChangedSpoilsTheNote() {
        VerifierKey witness = VerifierKey.parse("witness.vkey", file("log-of-three/witness.vkey"));
        // The time is in bytes 4 to 11 of the signature.
        String changed = file("log-of-three/checkpoint-3").replace("IDJKvgAAAABpVbkA", "IDJKvgAAAABpVbkB");

        refused("SOC2-E102", changed, witness);
    }

    static List<Node> published() {
        return Vectors.list(Vectors.json("signed-notes.json"), "notes");
    }

    private static void refused(String code, String note, VerifierKey... keys) {
        assertThatExceptionOfType(ProofException.class)
                .isThrownBy(() -> read(note).verify("note", List.of(keys)))
                .withMessageContaining(code);
    }

    private static SignedNote read(String note) {
        return SignedNote.read("note", bytes(note));
    }

    private static String file(String path) {
        return new String(Vectors.bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] head, String tail) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(bytes(tail));
        return all.toByteArray();
    }
}
