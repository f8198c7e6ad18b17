package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.format.RawRecord;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Expected pseudonyms come from OpenSSL, under a key of 32 bytes that are all 1:
 * {@code printf %s TEXT | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101...01}, of which the first 32 digits count.
 */
class RedactionTest {

    private static final RedactionKey KEY = RedactionKey.of(ones());
    private static final String ANN = "hmac:ce5c8b383aa3faf2db7516b91c9d51ca";
    private static final String IP4 = "hmac:4760c60a164e09c77b125fbf189253da";
    private static final String IP6 = "hmac:b6a9cfb9ca43a24f2e19b27a822923f9";
    private static final String EMPLOYEE = "hmac:cba487af9306a3755f85010d95b38b80";

    @TempDir
    Path temporary;

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private static byte[] ones() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }

    private static AttributeValue text(String text) {
        return AttributeValue.of(text);
    }

    private static AttributeValue map(String name, AttributeValue value) {
        return AttributeValue.of(Map.of(name, value));
    }

    private ImportReceipt read(String attributes, AttributeValue... rules) {
        String line = "{\"id\":\"r1\",\"type\":\"a.b\",\"subject\":\"ann@a.example\",\"actor\":\"u1042\","
                + "\"occurredAt\":\"2025-01-01T00:00:00Z\",\"source\":\"s\",\"attributes\":" + attributes + "}\n";
        return jsonl(rules).importInto(evidence, new Folder(temporary).write("a.jsonl", line));
    }

    private static EvidenceImporter jsonl(AttributeValue... rules) {
        return Importers.of(
                "JSONL",
                ImportOptions.NONE
                        .with("redact", AttributeValue.of(List.of(rules)))
                        .redactionKey(KEY));
    }

    private Evidence only() {
        return Folder.rows(evidence).get(0);
    }

    @Test
    void mailAddressesBecomePseudonymsWhereverTheyStand() {
        ImportReceipt receipt = read(
                "{\"note\":\"sent to ann@a.example, and <ann@a.example>\",\"to\":[{\"who\":\"ann@a.example\"}],\"n\":3}",
                text("emails"));

        assertThat(only().subject()).isEqualTo(ANN);
        assertThat(only().actor()).contains("u1042");
        assertThat(only().attributes())
                .isEqualTo(Map.of(
                        "note", text("sent to " + ANN + ", and <" + ANN + ">"),
                        "to", AttributeValue.of(List.of(map("who", text(ANN)))),
                        "n", AttributeValue.of(3)));
        assertThat(receipt.redactions()).isEqualTo(Map.of("emails", 4L));
    }

    @Test
    void addressesOfMachinesAreToldFromTimesAndNames() {
        read(
                "{\"a\":\"from 10.0.0.7:443\",\"b\":\"[2001:db8::1]\",\"c\":\"at 12:30:45\",\"d\":\"std::vector\","
                        + "\"e\":\"arn:aws:iam::123456789012:root\",\"f\":\"1.2.3.4.5\",\"g\":\"999.1.1.1\","
                        + "\"h\":\"aa:bb:cc:dd:ee:ff\"}",
                text("ip-addresses"));

        assertThat(only().text("a")).contains("from " + IP4 + ":443");
        assertThat(only().text("b")).contains("[" + IP6 + "]");
        assertThat(only().text("c")).contains("at 12:30:45");
        assertThat(only().text("d")).contains("std::vector");
        assertThat(only().text("e")).contains("arn:aws:iam::123456789012:root");
        assertThat(only().text("g")).contains("999.1.1.1");
        assertThat(only().text("h")).contains("aa:bb:cc:dd:ee:ff");
    }

    @Test
    void secretsAreTakenOut() {
        String token = "ghp_" + "a1".repeat(18);
        read("{\"log\":\"pushed with " + token + "\"}", text("secrets"));

        assertThat(only().text("log").orElseThrow())
                .startsWith("pushed with hmac:")
                .doesNotContain("a1a1");
    }

    @Test
    void fieldsAreDroppedOrBecomePseudonymsAndPatternsOfOnesOwnAreApplied() {
        ImportReceipt receipt = read(
                "{\"salary\":81000,\"who\":{\"name\":\"Ann\",\"grade\":7},\"note\":\"see E123456\",\"all\":[{\"x\":1},{\"x\":2}]}",
                AttributeValue.of(Map.of("drop", text("attributes.salary"))),
                AttributeValue.of(Map.of(
                        "pseudonym",
                        AttributeValue.texts(
                                List.of("actor", "attributes.who", "attributes.all.x", "attributes.none")))),
                AttributeValue.of(Map.of("pattern", text("E[0-9]{6}"), "name", text("employees"))));

        assertThat(only().actor()).contains(KEY.pseudonym("u1042")).contains("hmac:25ce865233a3d37287056955a64c3685");
        assertThat(only().attributes())
                .isEqualTo(Map.of(
                        "who",
                                AttributeValue.of(
                                        Map.of("name", text(KEY.pseudonym("Ann")), "grade", text(KEY.pseudonym("7")))),
                        "note", text("see " + EMPLOYEE),
                        "all",
                                AttributeValue.of(List.of(
                                        map("x", text(KEY.pseudonym("1"))), map("x", text(KEY.pseudonym("2")))))));
        assertThat(receipt.redactions()).isEqualTo(Map.of("drop", 1L, "pseudonym", 5L, "employees", 1L));
    }

    @Test
    void aPseudonymIsNotRedactedAgain() {
        read(
                "{\"note\":\"ann@a.example\"}",
                text("emails"),
                AttributeValue.of(Map.of("pattern", text("[0-9a-f]{4,}"))));

        assertThat(only().text("note")).contains(ANN);
    }

    @Test
    void nothingThatIsKeptTellsTheRedactedTextNotEvenADigest() {
        // sha256 of the row, which a guess could be tried against, and its HMAC, both by OpenSSL.
        String sha256 = "074a95a46fa383bb14452a6bb586a7ebeb030c2024a734f5b22bade7bd90d688";
        String keyed = "6c101ecf60c247a4a3e909dea9cd5d1738d85473f989e051273c734fca193694";
        List<Evidence> kept = new ArrayList<>();
        List<RawRecord> raws = new ArrayList<>();
        List<ImportReceipt> receipts = new ArrayList<>();
        EvidenceStore store = new EvidenceStore() {
            @Override
            public boolean add(Evidence record) {
                return kept.add(record);
            }

            @Override
            public boolean add(Evidence record, RawRecord raw) {
                raws.add(raw);
                return add(record);
            }

            @Override
            public void received(ImportReceipt receipt) {
                receipts.add(receipt);
            }
        };
        AttributeValue mapping = AttributeValue.of(Map.of(
                "type", text("a.b"),
                "subject", text("Mail"),
                "occurredAt", text("When"),
                "source", text("hris")));

        Importers.of(
                        "CSV",
                        ImportOptions.NONE
                                .with("mapping", mapping)
                                .with("redact", "emails")
                                .redactionKey(KEY))
                .importInto(
                        store,
                        new Folder(temporary).write("a.csv", "ID,When,Mail\n1,2025-01-01T00:00:00Z,ann@a.example\n"));

        assertThat(raws).isEmpty();
        assertThat(kept.get(0).id()).isEqualTo("hris:" + keyed);
        assertThat(kept.get(0).provenance().orElseThrow().sha256()).isEqualTo(keyed);
        for (Evidence record : kept) {
            assertThat(new String(EvidenceLines.write(record), StandardCharsets.UTF_8))
                    .doesNotContain("ann@a.example", sha256);
        }
        // HMAC of the hexadecimal SHA-256 of the file.
        assertThat(receipts.get(0).sha256())
                .isEqualTo("a7d59c2ebac8a909599b16ab3dc60d3d9610cdc31765d875f8fdaa9cf46eace7");
        Evidence population = kept.get(1);
        assertThat(population.attribute("redaction")).contains(map("emails", AttributeValue.of(1)));
        assertThat(population.attribute("parameters").orElseThrow().toString())
                .contains("a7d59c2ebac8a909599b16ab3dc60d3d9610cdc31765d875f8fdaa9cf46eace7");
    }

    @Test
    void rowsThatDifferInWhatIsTakenOutStayTwoRows() {
        ImportReceipt receipt = Importers.of(
                        "CSV",
                        ImportOptions.NONE
                                .with(
                                        "mapping",
                                        AttributeValue.of(Map.of(
                                                "type", text("a.b"),
                                                "subject", text("Team"),
                                                "occurredAt", text("When"),
                                                "attributes", map("mail", text("Mail")))))
                                .with("redact", AttributeValue.of(List.of(map("drop", text("attributes.mail")))))
                                .redactionKey(KEY))
                .importInto(evidence, new Folder(temporary).write("a.csv", """
                                        Team,When,Mail
                                        x,2025-01-01T00:00:00Z,a@x.example
                                        x,2025-01-01T00:00:00Z,b@x.example
                                        """));

        assertThat(receipt.stored()).isEqualTo(2);
    }

    @Test
    void withoutAKeyNothingIsImported() {
        ImportException e = catchThrowableOfType(
                ImportException.class, () -> Importers.of("JSONL", ImportOptions.NONE.with("redact", "emails")));

        assertThat(e.issues()).extracting(Issue::code).containsExactly("SOC2-E042");
        assertThat(e).hasMessageContaining("redaction key");
    }

    @Test
    void aRuleThatCannotBeUsedIsToldBeforeAnythingIsRead() {
        for (AttributeValue rule : List.of(
                text("phones"),
                AttributeValue.of(Map.of("drop", text("subject"))),
                AttributeValue.of(Map.of("drop", text("salary"))),
                AttributeValue.of(Map.of("pattern", text("(a"))),
                AttributeValue.of(Map.of("pattern", text("a*"))),
                AttributeValue.of(Map.of("pattern", text("((a{500}){500}){500}"))),
                AttributeValue.of(Map.of("pattern", text("(?=a)b"))),
                AttributeValue.of(Map.of("drop", text("attributes.a"), "pseudonym", text("attributes.b"))),
                AttributeValue.of(Map.of("drop", text("attributes.a"), "name", text("Not A Name"))),
                AttributeValue.of(Map.of("hash", text("attributes.a"))),
                AttributeValue.of(3))) {
            assertThatThrownBy(() -> jsonl(rule))
                    .isInstanceOf(ImportException.class)
                    .hasMessageContaining("SOC2-E042");
        }
        assertThatThrownBy(() -> jsonl(text("emails"), text("emails"))).isInstanceOf(ImportException.class);
        assertThatThrownBy(() -> jsonl()).isInstanceOf(ImportException.class);
    }

    @Test
    void aKeyShowsNothingAndIsNotShort() {
        assertThat(KEY).hasToString("redaction key");
        assertThat(ImportOptions.NONE.redactionKey(KEY).toString()).doesNotContain("0101");
        assertThatThrownBy(() -> RedactionKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patternsThatBlowUpElsewhereTakeLinearTime() {
        read(
                "{\"note\":\"" + "a".repeat(100_000) + "!\"}",
                AttributeValue.of(Map.of("pattern", text("(a+)+$"), "name", text("slow"))));

        assertThat(only().text("note")).contains("a".repeat(100_000) + "!");
    }

    @Test
    void twoAccountsOfOnePersonStayOnePersonAlsoAsPseudonyms() {
        Path file =
                new Folder(temporary).write("identities.csv", "alias,person\nann@a.example,ann\nann@b.example,ann\n");

        var identities = Importers.identities(file, KEY);

        assertThat(identities.personOf(ANN)).isEqualTo("ann");
        assertThat(identities.personOf(KEY.pseudonym("ann@b.example"))).isEqualTo("ann");
        assertThat(identities.personOf("ann@b.example")).isEqualTo("ann");
    }
}
