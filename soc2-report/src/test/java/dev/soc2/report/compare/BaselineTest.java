package dev.soc2.report.compare;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static dev.soc2.report.compare.Variants.undetermined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.Samples;
import dev.soc2.report.compare.Finding.Kind;
import dev.soc2.report.compare.Finding.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    private static final String MARCH = "2025-03-01T00:00:00Z";

    @TempDir
    Path folder;

    private static Assessment one() {
        return Variants.of()
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("a b/c", MARCH)))
                .control(control("C-2", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation("x", MARCH)))
                .criterion("CC6.1", CriterionConclusion.NOT_MET, "C-1")
                .build();
    }

    /**
     * The digests come from another program: {@code printf '9:acme-2025\n4:ITEM\n3:C-1\n2:T1\n5:a b/c\n9:DEVIATION\n' |
     * sha256sum}, and the like.
     */
    @Test
    void theFileIsSortedAndReadable() {
        assertThat(Baseline.of(one()).text()).isEqualTo("""
                soc2-baseline/1 acme-2025
                # Findings that are known: a later run fails on others only. Remove the line of a finding that is fixed.
                control C-1 NOT_SUPPORTED 12e2eb8da1dfe1138e8fc24fd66a8daa # INEFFECTIVE, EXCEEDS_POLICY: reason of C-1
                criterion CC6.1 NOT_SUPPORTED 2a488349636e443f05e78fd787e868c6 # NOT_MET
                item C-1/T1/a%20b%2Fc DEVIATION 9272302f54df9f4157719413650b510f # MISSING: detail of a b/c
                item C-2/T1/x DEVIATION 42d7fbba4b4e899da824a41b317f58a4 # MISSING: detail of x
                """);
    }

    @Test
    void aFileThatIsWrittenIsReadBack() {
        Path file = folder.resolve("ci/soc2-baseline.txt");
        Baseline baseline = Baseline.of(Samples.year());
        baseline.write(file);

        Baseline read = Baseline.read(file);

        assertThat(read.text()).isEqualTo(baseline.text());
        assertThat(read.compare(Samples.year()).hasNewFindings()).isFalse();
        assertThat(read.compare(Samples.year()).known()).hasSameSizeAs(baseline.findings());
    }

    @Test
    void linesOfAMergeMayStandInAnyOrderAndEndAsWindowsEndsThem() throws IOException {
        List<String> lines = Baseline.of(one()).text().lines().toList();
        Path file = Files.writeString(
                folder.resolve("b.txt"),
                lines.get(0) + "\r\n\r\n" + lines.get(5) + "\r\n# a remark\r\n" + lines.get(2) + "\r\n");

        assertThat(Baseline.read(file).findings()).extracting(Finding::place).containsExactly("C-1", "C-2/T1 x");
    }

    /** year(): 2 + 3 deviations and 3 undetermined items; IAM-03 not effective, LOG-02, VEN-01 undetermined, RSK-01 not
     * tested; CC3.4, CC6.2, CC6.3 not met, CC7.2, CC7.3, CC9.2 undetermined, and CC3.2 whose one control nobody tested. */
    @Test
    void everythingOpenIsRecorded() {
        List<Finding> findings = Baseline.of(Samples.year()).findings();

        assertThat(findings).filteredOn(f -> f.kind() == Kind.DEVIATION).hasSize(5);
        assertThat(findings)
                .filteredOn(f -> f.level() == Level.ITEM && f.kind() == Kind.UNDETERMINED)
                .hasSize(3);
        assertThat(findings)
                .filteredOn(f -> f.level() == Level.CONTROL)
                .extracting(f -> f.about() + " " + f.kind())
                .containsExactly(
                        "IAM-03 NOT_SUPPORTED", "LOG-02 UNDETERMINED", "RSK-01 NOT_ASSESSED", "VEN-01 UNDETERMINED");
        assertThat(findings)
                .filteredOn(f -> f.level() == Level.CRITERION)
                .extracting(f -> f.about() + " " + f.kind())
                .containsExactlyInAnyOrder(
                        "CC3.2 NOT_ASSESSED",
                        "CC3.4 NOT_SUPPORTED",
                        "CC6.2 NOT_SUPPORTED",
                        "CC6.3 NOT_SUPPORTED",
                        "CC7.2 UNDETERMINED",
                        "CC7.3 UNDETERMINED",
                        "CC9.2 UNDETERMINED");
    }

    @Test
    void aLaterRunFindsWhatIsNewKnownAndFixed() {
        Assessment later = Variants.of()
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("new", MARCH)))
                .control(control(
                        "C-2", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation("x", "2025-04-01T00:00:00Z")))
                .criterion("CC6.1", CriterionConclusion.MET, "C-1")
                .build();

        BaselineComparison found = Baseline.of(one()).compare(later);

        assertThat(found.added()).extracting(Finding::place).containsExactly("C-1/T1 new");
        assertThat(found.known()).extracting(Finding::place).containsExactly("C-1", "C-2/T1 x");
        assertThat(found.fixed()).extracting(Finding::place).containsExactly("CC6.1", "C-1/T1 a b/c");
        assertThat(found.unseen()).isEmpty();
        assertThat(Baseline.of(one()).without(found.fixed()).findings())
                .extracting(Finding::place)
                .containsExactly("C-1", "C-2/T1 x");
    }

    @Test
    void whatIsUndeterminedOrNotExaminedAnyMoreIsNotFixed() {
        Assessment later = Variants.of()
                .control(control("C-1", OperatingConclusion.INSUFFICIENT_EVIDENCE))
                .build();

        BaselineComparison found = Baseline.of(one()).compare(later);

        assertThat(found.fixed()).isEmpty();
        assertThat(found.unseen())
                .extracting(Finding::place)
                .containsExactly("C-1", "CC6.1", "C-1/T1 a b/c", "C-2/T1 x");
        assertThat(found.added()).extracting(f -> f.place() + " " + f.kind()).containsExactly("C-1 UNDETERMINED");
        assertThat(found.hasNewDeviations()).isFalse();
        assertThat(found.hasNewFindings()).isTrue();
    }

    @Test
    void aControlThatFailsForItsPolicyAloneIsNew() {
        Assessment stricter = Variants.of()
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("a b/c", MARCH)))
                .control(control("C-2", OperatingConclusion.INEFFECTIVE, deviation("x", MARCH)))
                .build();

        assertThat(Baseline.of(one()).compare(stricter).addedAndWrong())
                .extracting(Finding::place)
                .containsExactly("C-2");
    }

    @Test
    void anUndeterminedItemThatTurnsOutADeviationIsNew() {
        Assessment before = Variants.of()
                .control(control("C-1", OperatingConclusion.EFFECTIVE, undetermined("a", MARCH)))
                .build();
        Assessment after = Variants.of()
                .control(control("C-1", OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, deviation("a", MARCH)))
                .build();

        BaselineComparison found = Baseline.of(before).compare(after);

        assertThat(found.addedAndWrong()).hasSize(1);
        assertThat(found.fixed()).hasSize(1);
    }

    @Test
    void anotherEngagementNeedsABaselineOfItsOwn() {
        Assessment other = Variants.of().engagement("acme-2026").build();
        Baseline baseline = Baseline.of(one());

        assertThatThrownBy(() -> baseline.compare(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme-2025")
                .hasMessageContaining("acme-2026");
    }

    /** NOTHING, NEW_DEVIATIONS, NEW_FINDINGS, ANY_DEVIATION, ANY_FINDING. */
    @ParameterizedTest
    @CsvSource({
        "DEVIATION, '', 0 2 2 2 2",
        "UNDETERMINED, '', 0 0 2 0 2",
        "'', DEVIATION, 0 0 0 2 2",
        "'', UNDETERMINED, 0 0 0 0 2",
        "'', '', 0 0 0 0 0",
    })
    void aPolicyDecidesWhatFails(String added, String known, String codes) {
        BaselineComparison found =
                new BaselineComparison(findings(added), findings(known), findings("DEVIATION"), List.of());

        assertThat(List.of(ExitPolicy.values()))
                .extracting(policy -> Integer.toString(policy.exitCode(found)))
                .containsExactly(codes.split(" "));
    }

    private static List<Finding> findings(String kind) {
        return kind.isEmpty()
                ? List.of()
                : List.of(Finding.of("e", Level.ITEM, "C", "T", "i", Kind.valueOf(kind), "", List.of()));
    }

    @Test
    void everyFaultOfAFileIsToldWithItsLine() throws IOException {
        List<String> lines = Baseline.of(one()).text().lines().toList();
        Path file = folder.resolve("b.txt");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        lines.get(0),
                        "<<<<<<< ours",
                        lines.get(2),
                        "=======",
                        lines.get(2),
                        ">>>>>>> theirs",
                        "item C-1/T1 DEVIATION 0123456789abcdef0123456789abcdef",
                        "item C-1/T1/%ZZ DEVIATION 0123456789abcdef0123456789abcdef",
                        "item C-1/T1/%FF DEVIATION 0123456789abcdef0123456789abcdef",
                        lines.get(4).replace("DEVIATION", "UNDETERMINED"),
                        lines.get(5).replace("C-2", "C-3"),
                        lines.get(5).substring(0, 30),
                        "rm -rf /"));
        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> Baseline.read(file));

        assertThat(refused.issues())
                .extracting(issue -> issue.location().line() + " " + issue.code())
                .containsExactly(
                        "2 SOC2-P016",
                        "4 SOC2-P016",
                        "5 SOC2-P013",
                        "6 SOC2-P016",
                        "7 SOC2-P011",
                        "8 SOC2-P011",
                        "9 SOC2-P011",
                        "10 SOC2-P012",
                        "11 SOC2-P012",
                        "12 SOC2-P011",
                        "13 SOC2-P011");
        assertThat(refused.issues()).extracting(Issue::fix).doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "soc2-baseline/2 acme-2025",
                "soc2-baseline/1",
                "soc2-baseline/1 ../../etc",
                "{\"format\": \"soc2-assessment/1\"}",
                "PK",
            })
    void anotherFileIsRefusedAtItsFirstLine(String first) throws IOException {
        Path file = Files.writeString(folder.resolve("b.txt"), first + "\n" + "x\n".repeat(1_000));

        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> Baseline.read(file));

        assertThat(refused.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-P010");
            assertThat(issue.location().line()).isEqualTo(1);
        });
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirLine() throws IOException {
        Path file = folder.resolve("b.txt");
        byte[] head = "soc2-baseline/1 acme-2025\n# fine\n# not fine: ".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(head, head.length + 2);
        bytes[head.length] = (byte) 0xFF;
        bytes[head.length + 1] = '\n';
        Files.write(file, bytes);

        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> Baseline.read(file));

        assertThat(refused.issues())
                .extracting(issue -> issue.location().line() + " " + issue.code())
                .containsExactly("3 SOC2-P014");
    }

    @Test
    void aFileOfFaultsIsNotReadToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("b.txt"), "soc2-baseline/1 acme-2025\n" + "x\n".repeat(100_000));

        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> Baseline.read(file));

        assertThat(refused.issues()).hasSize(100);
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Path file = folder.resolve("nowhere.txt");

        assertThatThrownBy(() -> Baseline.read(file)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anIdCannotEndALine() {
        Assessment hostile = Variants.of()
                .control(control(
                        "C-1",
                        OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS,
                        deviation("x\ncontrol C-9 NOT_SUPPORTED\u2028\u0085\r # \u202E%41ä", MARCH)))
                .build();
        Path file = folder.resolve("b.txt");
        Baseline.of(hostile).write(file);

        assertThat(Baseline.of(hostile).text().lines()).hasSize(3);
        assertThat(Baseline.of(hostile).text()).doesNotContain("\u202E", "\u2028", "\u0085", "\r");
        assertThat(Baseline.read(file).findings())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.item()).isEqualTo("x\ncontrol C-9 NOT_SUPPORTED\u2028\u0085\r # \u202E%41ä"));
        assertThat(Baseline.read(file).compare(hostile).hasNewFindings()).isFalse();
    }
}
