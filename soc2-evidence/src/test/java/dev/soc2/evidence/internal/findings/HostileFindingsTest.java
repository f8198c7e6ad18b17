package dev.soc2.evidence.internal.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in place of what should, a row ends in one count, and nothing is made up. */
class HostileFindingsTest {

    private static final ImportOptions OPTIONS =
            ImportOptions.NONE.source("s").extractedAt(Instant.parse("2025-02-01T00:00:00Z"));

    private static final List<String> WRONG = List.of(
            "null",
            "true",
            "-1",
            "9223372036854775808",
            "1e400",
            "1".repeat(1_200),
            "''",
            "' '",
            "'\\u0000'",
            "'2025-13-45T99:99:99Z'",
            "'+999999999-12-31T00:00:00Z'",
            "'" + "x".repeat(5_000) + "'",
            "[]",
            "{}",
            "[[[{}]]]",
            "[null, 3, {'uid': null}]",
            "{'uid': {'uid': {'uid': 1}}}");

    private static final Map<String, String> SOUND = new TreeMap<>(Map.of(
            "OCSF",
            "{'class_uid': 2003, 'time': 1735689600000, 'severity_id': 4, 'status_code': 'FAIL', 'metadata': {'uid': 'm',"
                    + " 'event_code': 'c'}, 'finding_info': {'uid': 'f', 'title': 't', 'first_seen_time': 1}, 'compliance':"
                    + " {'control': 'c', 'status_id': 3, 'requirements': ['r']}, 'resources': [{'uid': 'a', 'type': 'b'}],"
                    + " 'cloud': {'account': {'uid': '1'}}}\n{'class_uid': 2002, 'time': 1735689600000, 'finding_info':"
                    + " {'uid': 'f'}, 'resources': [{'uid': 'a'}], 'vulnerabilities': [{'cve': {'uid': 'CVE-1'},"
                    + " 'affected_packages': [{'name': 'p', 'version': '1'}]}]}\n{'class_uid': 3005, 'time': 1735689600000,"
                    + " 'activity_id': 1, 'status_id': 1, 'user': {'uid': 'u'}, 'privileges': ['p']}\n{'class_uid': 6003,"
                    + " 'time': 1735689600000, 'api': {'operation': 'o'}, 'actor': {'user': {'uid': 'u'}}, 'resources':"
                    + " [{'uid': 'r'}]}",
            "ASFF",
            "{'Findings': [{'Id': 'f', 'UpdatedAt': '2025-01-01T00:00:00Z', 'FirstObservedAt': '2024-01-01T00:00:00Z',"
                    + " 'GeneratorId': 'g', 'Compliance': {'Status': 'FAILED', 'SecurityControlId': 'c'}, 'Severity':"
                    + " {'Label': 'HIGH', 'Normalized': 3}, 'Workflow': {'Status': 'NEW'}, 'Resources': [{'Id': 'a',"
                    + " 'Type': 't'}]}, {'Id': 'g', 'UpdatedAt': '2025-01-01T00:00:00Z', 'Resources': [{'Id': 'a'}],"
                    + " 'Vulnerabilities': [{'Id': 'CVE-1', 'VulnerablePackages': [{'Name': 'p', 'Version': '1'}]}]}]}",
            "SARIF",
            "{'version': '2.1.0', 'runs': [{'tool': {'driver': {'name': 'T', 'rules': [{'id': 'R', 'properties':"
                    + " {'security-severity': '5.0'}, 'defaultConfiguration': {'level': 'error'}}]}}, 'invocations':"
                    + " [{'endTimeUtc': '2025-01-01T00:00:00Z'}], 'results': [{'ruleId': 'R', 'ruleIndex': 0, 'level':"
                    + " 'note', 'kind': 'fail', 'baselineState': 'new', 'suppressions': [{'kind': 'external', 'status':"
                    + " 'accepted'}], 'partialFingerprints': {'p': 'x'}, 'message': {'text': 'm'}, 'locations':"
                    + " [{'physicalLocation': {'artifactLocation': {'uri': 'a', 'index': 0}, 'region': {'startLine':"
                    + " 1}}}]}]}]}",
            "CYCLONEDX",
            "{'bomFormat': 'CycloneDX', 'version': 1, 'serialNumber': 'n', 'metadata': {'timestamp':"
                    + " '2025-01-01T00:00:00Z', 'component': {'name': 'a', 'bom-ref': 'r'}}, 'components': [{'bom-ref': 'c',"
                    + " 'name': 'n', 'purl': 'pkg:x/n@1'}], 'vulnerabilities': [{'id': 'CVE-1', 'published':"
                    + " '2025-01-01T00:00:00Z', 'ratings': [{'severity': 'high', 'score': 7.1, 'method': 'CVSSv31'}],"
                    + " 'analysis': {'state': 'exploitable', 'response': ['update']}, 'affects': [{'ref': 'c', 'versions':"
                    + " [{'version': '1', 'status': 'affected'}]}]}]}",
            "OPENVEX",
            "{'@context': 'c', '@id': 'i', 'author': 'a', 'timestamp': '2025-01-01T00:00:00Z', 'statements':"
                    + " [{'vulnerability': {'name': 'CVE-1', 'aliases': ['x']}, 'products': [{'@id': 'p', 'subcomponents':"
                    + " [{'@id': 'q'}]}], 'status': 'affected', 'timestamp': '2025-01-01T00:00:00Z'}]}",
            "TRIVY",
            "{'SchemaVersion': 2, 'CreatedAt': '2025-01-01T00:00:00Z', 'ArtifactName': 'a', 'Results': [{'Target': 't',"
                    + " 'Class': 'c', 'Vulnerabilities': [{'VulnerabilityID': 'CVE-1', 'PkgName': 'p', 'Status': 'fixed',"
                    + " 'Severity': 'HIGH'}], 'Misconfigurations': [{'ID': 'K', 'Status': 'FAIL', 'CauseMetadata':"
                    + " {'StartLine': 1}}], 'Secrets': [{'RuleID': 'r', 'StartLine': 1}]}]}",
            "GRYPE",
            "{'matches': [{'vulnerability': {'id': 'CVE-1', 'severity': 'High', 'fix': {'versions': ['2'], 'state':"
                    + " 'fixed'}}, 'artifact': {'id': 'i', 'name': 'n', 'version': '1', 'locations': [{'path': '/a'}]}}],"
                    + " 'source': {'target': {'userInput': 'a'}}, 'descriptor': {'timestamp': '2025-01-01T00:00:00Z'}}",
            "CSAF",
            "{'document': {'csaf_version': '2.0', 'publisher': {'name': 'v'}, 'tracking': {'id': 'i',"
                    + " 'current_release_date': '2025-01-01T00:00:00Z'}}, 'product_tree': {'branches': [{'product':"
                    + " {'product_id': 'P', 'name': 'N'}}]}, 'vulnerabilities': [{'cve': 'CVE-1', 'product_status':"
                    + " {'fixed': ['P']}, 'scores': [{'products': ['P'], 'cvss_v3': {'baseSeverity': 'HIGH'}}]}]}",
            "KEV",
            "{'catalogVersion': '1', 'dateReleased': '2025-01-01T00:00:00Z', 'vulnerabilities': [{'cveID': 'CVE-1',"
                    + " 'dateAdded': '2025-01-01', 'dueDate': '2025-01-02', 'product': 'p'}]}"));

    private static final Pattern VALUE = Pattern.compile("(?<=: |\\[)('[^']*'|[0-9][0-9.]*)");

    @TempDir
    Path folder;

    static Stream<String> formats() {
        return SOUND.keySet().stream();
    }

    private Imported read(String format, String text) {
        return Imported.text(format, OPTIONS, folder, text.replace('\'', '"'));
    }

    private void endsInOneCount(String format, String text) {
        Imported read = read(format, text);
        ImportReceipt receipt = read.receipt();
        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .as(text)
                .isEqualTo(receipt.read());
        assertThat(read.records()).as(text).allSatisfy(record -> {
            assertThat(record.occurredAt()).isBetween(Evidence.EARLIEST, Evidence.LATEST);
            assertThat(record.subject()).isNotBlank();
        });
        assertThat(receipt.rejected()).as(text).allSatisfy(issue -> {
            assertThat(issue.code()).matches("SOC2-[DE][0-9]{3}");
            assertThat(issue.fix()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSoundOneIsTaken(String format) {
        assertThat(read(format, SOUND.get(format)).receipt().rejected()).isEmpty();
        assertThat(read(format, SOUND.get(format)).records()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anyValueMayBeOfAnyKind(String format) {
        String sound = SOUND.get(format);
        Matcher value = VALUE.matcher(sound);
        int count = 0;
        while (value.find()) {
            for (String wrong : WRONG) {
                endsInOneCount(format, sound.substring(0, value.start()) + wrong + sound.substring(value.end()));
            }
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(6);
    }

    /** An object or list in place of which something else stands, from its bracket to the one that closes it. */
    @ParameterizedTest
    @MethodSource("formats")
    void anyObjectOrListMayBeOfAnyKind(String format) {
        String sound = SOUND.get(format);
        for (int at = 1; at < sound.length(); at++) {
            if (sound.charAt(at) == '{' || sound.charAt(at) == '[') {
                for (String wrong : List.of("null", "3", "'x'", "[]", "{}", "[[[{}]]]", "[null, 3, {'uid': null}]")) {
                    endsInOneCount(format, sound.substring(0, at) + wrong + sound.substring(closing(sound, at)));
                }
            }
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += "{[".indexOf(text.charAt(at)) >= 0 ? 1 : "}]".indexOf(text.charAt(at)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMissingFieldNeverMakesAPass(String format) {
        String sound = SOUND.get(format);
        Matcher field =
                Pattern.compile("'[A-Za-z_@-]+': ('[^']*'|[0-9][0-9.]*)(, )?").matcher(sound);
        List<String> without = new ArrayList<>();
        while (field.find()) {
            without.add(sound.substring(0, field.start()) + "'none': 0" + (field.group(2) == null ? "" : ", ")
                    + sound.substring(field.end()));
        }
        for (String text : without) {
            endsInOneCount(format, text);
            assertThat(read(format, text).counts("status")).as(text).doesNotContainKey("PASS");
        }
    }

    private static String many(String before, int count, String each, String behind) {
        return before
                + IntStream.range(0, count)
                        .mapToObj(i -> each.replace("#", Integer.toString(i)))
                        .collect(Collectors.joining(","))
                + behind;
    }

    @Test
    void tenThousandResourcesInOneFindingAreRefusedAtOnce() {
        List<Map.Entry<String, String>> bombs = List.of(
                Map.entry(
                        "OCSF",
                        many(
                                "{'class_uid': 2003, 'time': 1735689600000, 'resources': [",
                                10_000,
                                "{'uid': 'r#'}",
                                "]}")),
                Map.entry(
                        "ASFF",
                        many(
                                "{'Id': 'f', 'UpdatedAt': '2025-01-01T00:00:00Z', 'Compliance': {}, 'Resources': [",
                                10_000,
                                "{'Id': 'r#'}",
                                "]}")),
                Map.entry(
                        "CYCLONEDX",
                        many(
                                "{'bomFormat': 'CycloneDX', 'vulnerabilities': [{'id': 'C', 'affects': [",
                                10_000,
                                "{'ref': 'r#'}",
                                "]}]}")),
                Map.entry(
                        "OPENVEX",
                        many(
                                "{'@context': 'c', 'timestamp': '2025-01-01T00:00:00Z', 'statements': [{'vulnerability':"
                                        + " 'C', 'status': 'fixed', 'products': [",
                                10_000,
                                "'p#'",
                                "]}]}")),
                Map.entry(
                        "CSAF",
                        many(
                                "{'document': {'csaf_version': '2.0'}, 'vulnerabilities': [{'cve': 'C', 'product_status':"
                                        + " {'fixed': [",
                                10_000,
                                "'p#'",
                                "]}}]}")));
        for (Map.Entry<String, String> bomb : bombs) {
            Imported read = read(bomb.getKey(), bomb.getValue());

            assertThat(read.rows()).as(bomb.getKey()).containsExactly(1L, 0L, 1L, 0L);
            assertThat(read.receipt().rejected().get(0).what())
                    .contains("000 records")
                    .contains("5000");
        }
    }

    @Test
    void productsOfManyPackagesAndResourcesAreRefusedAtOnce() {
        String vulnerability = many("{'cve': {'uid': 'C#'}, 'affected_packages': [", 100, "{'name': 'p#'}", "]}");
        Imported read = read(
                "OCSF",
                many(
                        "{'class_uid': 2002, 'time': 1735689600000, 'resources': [",
                        100,
                        "{'uid': 'r#'}",
                        "]," + many(" 'vulnerabilities': [", 100, vulnerability, "]}")));

        assertThat(read.rows()).containsExactly(1L, 0L, 1L, 0L);
        assertThat(read.receipt().rejected().get(0).what()).contains("1000000 records");
    }
}
