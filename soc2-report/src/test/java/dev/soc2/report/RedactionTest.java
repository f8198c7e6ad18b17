package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Notice;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.render.Attachments;
import dev.soc2.report.render.LintMode;
import dev.soc2.report.render.PseudonymKey;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.ReportField;
import dev.soc2.report.render.ReportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is withheld stands in no byte of any format; what is not withheld stays, and so does every conclusion. */
class RedactionTest {

    private static final PseudonymKey KEY =
            PseudonymKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /** Which field of an assessment belongs to what can be withheld; everything else is for everybody. */
    private static final Map<String, ReportField> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("BridgeLetter.changes", ReportField.SUPPLIERS),
            Map.entry("BridgeLetter.signer", ReportField.PERSONS),
            Map.entry("Change.about", ReportField.ADVICE),
            Map.entry("Change.control", ReportField.ADVICE),
            Map.entry("Change.items", ReportField.ADVICE),
            Map.entry("Change.test", ReportField.ADVICE),
            Map.entry("Control.owner", ReportField.PERSONS),
            Map.entry("ControlExclusion.reason", ReportField.BOUNDARIES),
            Map.entry("DesignRequirement.subject", ReportField.SUBJECTS),
            Map.entry("EvidenceRef.id", ReportField.RECORDS),
            Map.entry("Identities.personByAlias", ReportField.PERSONS),
            Map.entry("Identities.personByAliasKey", ReportField.PERSONS),
            Map.entry("ImportSummary.origin", ReportField.SOURCES),
            Map.entry("ItemResult.detail", ReportField.DETAILS),
            Map.entry("ItemResult.evidence", ReportField.RECORDS),
            Map.entry("ItemResult.id", ReportField.SUBJECTS),
            Map.entry("ItemResult.subject", ReportField.SUBJECTS),
            Map.entry("JudgedConclusion.evidence", ReportField.RECORDS),
            Map.entry("JudgedConclusion.reason", ReportField.NOTES),
            Map.entry("JudgedConclusion.reviewer", ReportField.PERSONS),
            Map.entry("ManagementAssertion.signedBy", ReportField.PERSONS),
            Map.entry("NotRelevantCriterion.reason", ReportField.BOUNDARIES),
            Map.entry("MapValue.valuesKey", ReportField.VALUES),
            Map.entry("Notice.text", ReportField.DETAILS),
            Map.entry("PopulationResult.evidence", ReportField.RECORDS),
            Map.entry("PopulationResult.query", ReportField.QUERIES),
            Map.entry("Reason.text", ReportField.DETAILS),
            Map.entry("Recommendation.about", ReportField.ADVICE),
            Map.entry("Recommendation.evidenceTypes", ReportField.ADVICE),
            Map.entry("Recommendation.items", ReportField.ADVICE),
            Map.entry("Recommendation.test", ReportField.ADVICE),
            Map.entry("Recommendation.what", ReportField.ADVICE),
            Map.entry("Recommendation.why", ReportField.ADVICE),
            Map.entry("RecordedNote.actor", ReportField.PERSONS),
            Map.entry("RecordedNote.evidence", ReportField.RECORDS),
            Map.entry("RecordedNote.subject", ReportField.SUBJECTS),
            Map.entry("RecordedNote.text", ReportField.NOTES),
            Map.entry("Remediation.action", ReportField.NOTES),
            Map.entry("Remediation.approver", ReportField.PERSONS),
            Map.entry("Remediation.evidence", ReportField.RECORDS),
            Map.entry("Remediation.owner", ReportField.PERSONS),
            Map.entry("Remediation.remarks", ReportField.NOTES),
            Map.entry("Remediation.subject", ReportField.SUBJECTS),
            Map.entry("Replaced.evidence", ReportField.RECORDS),
            Map.entry("Replaced.id", ReportField.SUBJECTS),
            Map.entry("Replaced.reason", ReportField.NOTES),
            Map.entry("ReportedDeviation.evaluation", ReportField.SUPPLIERS),
            Map.entry("ReportedDeviation.text", ReportField.SUPPLIERS),
            Map.entry("SampleResult.ids", ReportField.SUBJECTS),
            Map.entry("SampleResult.impracticable", ReportField.RULES),
            Map.entry("SourceCheckpoint.origin", ReportField.SOURCES),
            Map.entry("SubserviceReport.evaluation", ReportField.SUPPLIERS),
            Map.entry("TestResult.rule", ReportField.RULES),
            Map.entry("TextValue.value", ReportField.VALUES)));

    /** Shown to everybody: names of the house, its controls and promises, the criteria, ids of controls and tests. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "AssumedControl.organization",
            "AssumedControl.text",
            "Control.covers",
            "Control.description",
            "Control.operatedBy",
            "Control.title",
            "ControlExclusion.control",
            "ControlVersion.description",
            "Criterion.seriesName",
            "Criterion.title",
            "CriterionReliance.cuecs",
            "Csoc.text",
            "Cuec.id",
            "Cuec.text",
            "DescriptionAnswer.parts",
            "DescriptionAnswer.partsKey",
            "DescriptionAnswer.text",
            "DesignRequirement.evidenceType",
            "Engagement.organization",
            "Engagement.system",
            "ImportSummary.importer",
            "ManagementAssertion.modified",
            "SampleResult.sizing",
            "SampleResult.statement",
            "ServiceCommitment.id",
            "ServiceCommitment.text",
            "SubserviceOrganization.monitoredBy",
            "SubserviceOrganization.name",
            "SubserviceOrganization.services",
            "SubserviceReliance.monitoredBy",
            "SubserviceReliance.name",
            "Tailoring.control",
            "Tailoring.parameter",
            "Tailoring.test",
            "TestResult.id",
            "VersionResult.tests");

    private static final ReportOptions OPTIONS =
            ReportOptions.defaults().verbose(true).lint(LintMode.OFF);

    static String everyByte(Assessment assessment, Redaction redaction) {
        ReportOptions options = OPTIONS.redaction(redaction);
        StringBuilder all = new StringBuilder();
        for (String name : Reports.names()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Reports.named(name).orElseThrow().write(assessment, options, out);
            all.append(text(out.toByteArray()));
        }
        for (String name : List.of("management-drafts", "oscal", "section-iv-csv", "workpapers", "workpapers-md")) {
            Reports.set(name).orElseThrow().write(assessment, options, (file, content) -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                content.accept(out);
                all.append(text(out.toByteArray()));
            });
        }
        return all.toString();
    }

    /** The bytes as text; of an archive, as a workbook is one, its parts. */
    private static String text(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.append(entry.getName()).append(text(zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(parts).isNotEmpty();
        return parts.toString();
    }

    @Test
    void everyFieldThatHoldsTextIsSortedIn() {
        Set<String> sorted = new TreeSet<>(FIELDS.keySet());
        sorted.addAll(FOR_EVERYBODY);

        assertThat(Marked.fields()).isEqualTo(sorted);
    }

    @Test
    void whatIsWithheldStandsInNoByteOfAnyFormat() {
        Assessment marked = Marked.assessment();
        for (Redaction redaction : List.of(Redaction.customer(KEY), Redaction.everybody(KEY))) {
            String all = everyByte(marked, redaction);
            Set<String> leaked = marked(FIELDS.entrySet().stream()
                            .filter(entry -> redaction.fields().contains(entry.getValue()))
                            .map(Map.Entry::getKey))
                    .stream()
                    .filter(field -> all.contains(Marked.mark(field)))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(leaked).as(redaction.reader()).isEmpty();
            assertThat(all).contains(Redactor.NOTICE).doesNotContain("2".repeat(64));
            Assessment redacted = Redactor.apply(marked, redaction);
            assertThat(redacted.evidence())
                    .isNotEmpty()
                    .noneMatch(ref -> ref.sha256().equals(Samples.SHA));
            assertThat(redacted.inputs().evidenceDigest()).isEqualTo(KEY.digest(Samples.SHA));
        }
    }

    private static Set<String> marked(Stream<String> fields) {
        return fields.collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(ReportField.class)
    void eachFieldCanBeWithheldAlone(ReportField field) {
        String all = everyByte(
                Marked.assessment(), Redaction.forReader("insurer", KEY).withhold(field));

        FIELDS.forEach((name, of) -> {
            if (of == field) {
                assertThat(all).doesNotContain(Marked.mark(name));
            }
        });
    }

    @Test
    void whatIsNotWithheldIsShown() {
        String whole = everyByte(Marked.assessment(), Redaction.management());
        String customer = everyByte(Marked.assessment(), Redaction.customer(KEY));

        assertThat(whole).isEqualTo(everyByte(Marked.assessment(), Redaction.auditor()));
        // So that a mark that no format ever shows proves nothing.
        long shown = FIELDS.keySet().stream()
                .filter(field -> whole.contains(Marked.mark(field)))
                .count();
        assertThat(shown).isGreaterThan(FIELDS.size() * 8L / 10);
        for (String field : FOR_EVERYBODY) {
            assertThat(customer.contains(Marked.mark(field))).as(field).isEqualTo(whole.contains(Marked.mark(field)));
        }
        assertThat(customer).contains(Marked.mark("RecordedNote.text"), Marked.mark("TestResult.rule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"json", "html", "markdown", "console", "section-iv", "section-iv-csv", "sarif", "junit", "oscal"
            })
    void everyFormatSaysThatItIsRedacted(String format) {
        StringBuilder whole = new StringBuilder();
        StringBuilder redacted = new StringBuilder();
        Redaction customer = Redaction.customer(KEY);
        for (Map.Entry<StringBuilder, ReportOptions> entry :
                List.of(Map.entry(whole, OPTIONS), Map.entry(redacted, OPTIONS.redaction(customer)))) {
            Reports.named(format).ifPresent(renderer -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                renderer.write(Samples.year(), entry.getValue(), out);
                entry.getKey().append(text(out.toByteArray()));
            });
            Reports.set(format)
                    .ifPresent(set -> set.write(Samples.year(), entry.getValue(), (file, content) -> {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        content.accept(out);
                        entry.getKey().append(text(out.toByteArray()));
                    }));
        }

        assertThat(redacted.toString().replace("&#39;", "'").replace("&apos;", "'"))
                .contains("Redacted for the reader");
        assertThat(whole.toString()).isNotEmpty().doesNotContain("Redacted for the reader");
    }

    @Test
    void theReportCountsWhatItWithholds() {
        Assessment redacted = Redactor.apply(
                Samples.year(), Redaction.forReader("insurer", KEY).withhold(ReportField.PERSONS));

        // Of 11 controls all but VEN-01 have an owner; a reviewer, a response, an analysis and a letter name a person.
        assertThat(redacted.notices())
                .filteredOn(notice -> notice.code().equals(Redactor.NOTICE))
                .extracting(Notice::text)
                .singleElement()
                .asString()
                .startsWith("Redacted for the reader 'insurer': "
                        + (Samples.year().controls().size() - 1 + 4)
                        + " values are withheld or under a pseudonym ("
                        + (Samples.year().controls().size() - 1 + 4) + " PERSONS).");
    }

    @Test
    void aRedactedDocumentDoesNotClaimTheDigestOfTheWhole() {
        Assessment year = Samples.year();
        String whole = Sha256.hex(AssessmentDocument.bytes(year));
        Redaction customer = Redaction.customer(KEY);
        String json = Reports.json().render(year, OPTIONS.redaction(customer));
        String page = Reports.html().render(year, OPTIONS.redaction(customer));

        assertThat(json).contains("\"code\": \"REDACTED\"").doesNotContain(whole);
        assertThat(AssessmentSchemaTest.faults(json)).isEmpty();
        // The page names the digest of the redacted document, and the keyed one of the whole.
        assertThat(page)
                .contains("sha256:" + Sha256.hex(json.getBytes(StandardCharsets.UTF_8)))
                .contains("hmac-sha256:" + KEY.digest(whole))
                .doesNotContain(whole);
    }

    @Test
    void namesInsideShownTextsAreTakenOutWhereTheyAreKnown() {
        String customer = Reports.json().render(Samples.year(), OPTIONS.redaction(Redaction.customer(KEY)));

        // The rule lists two subjects that stand nowhere alone; the response names nobody; an item is named in neither.
        assertThat(customer).contains("Both changes were reviewed afterwards").doesNotContain("cto@acme.example");

        Assessment named = Samples.hostile("Rita Reviewer ");
        assertThat(Reports.json().render(named, OPTIONS.redaction(Redaction.customer(KEY))))
                .doesNotContain("Rita Reviewer Rita Reviewer")
                .doesNotContain("okta-1");
    }

    @Test
    void anAttributeThatIsWithheldTakesItsTextsWithIt() {
        Redaction redaction = Redaction.forReader("insurer", KEY).withholdAttributes("severity");
        String all = everyByte(Samples.year(), redaction);

        assertThat(everyByte(Samples.year(), Redaction.management()))
                .contains("attributes.severity is absent", "with severity CRITICAL");
        assertThat(all)
                .doesNotContain("attributes.severity")
                .doesNotContain("with severity CRITICAL")
                .contains("the SIEM was not read from 10 to 13 May 2025");
    }

    @Test
    void aPseudonymIsKeyedAndTheSameEverywhere() {
        // echo -n u1042 | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(KEY.pseudonym("u1042")).isEqualTo("hmac:7496c0a2d062cbb0631406d7d4e48646");
        assertThat(KEY.pseudonym(KEY.pseudonym("u1042"))).isEqualTo(KEY.pseudonym("u1042"));
        assertThat(KEY).hasToString("PseudonymKey");
        assertThatThrownBy(() -> PseudonymKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThat(everyByte(Samples.year(), Redaction.customer(KEY))).contains(KEY.pseudonym("u1042"));
    }

    @Test
    void anEarlierAssessmentIsWithheldAlike() {
        Assessment before = Marked.assessment();
        ReportOptions options = OPTIONS.redaction(Redaction.customer(KEY)).comparedWith(before);
        String all = Reports.delta(before).render(Samples.year(), options)
                + Reports.deltaMarkdown(before).render(Samples.year(), options)
                + Reports.deltaJson(before).render(Samples.year(), options)
                + Reports.named("step-summary").orElseThrow().render(Samples.year(), options);

        FIELDS.forEach((field, of) -> {
            if (options.redaction().fields().contains(of)) {
                assertThat(all).doesNotContain(Marked.mark(field));
            }
        });
        assertThat(Reports.deltaJson(before).render(Samples.year(), OPTIONS)).contains(Marked.mark("ItemResult.id"));
    }

    @Test
    void aBaselineAndEvidenceNameWhatAReaderMayNotSee(@TempDir Path folder) {
        ReportOptions options = OPTIONS.redaction(Redaction.customer(KEY)).baseline(Baseline.of(Samples.year()));

        assertThatThrownBy(() -> Reports.named("step-summary").orElseThrow().render(Samples.year(), options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseline");
        assertThatThrownBy(() -> Reports.auditorPackage()
                        .evidence("bundle", Attachments.folder(folder))
                        .write(Samples.year(), options, folder.resolve("package.zip")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evidence");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aKeyedDigestIsNotCalledASha256() {
        StringBuilder oscal = new StringBuilder();
        Reports.oscal().write(Samples.year(), OPTIONS.redaction(Redaction.customer(KEY)), (file, content) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.accept(out);
            oscal.append(file.equals("ar.json") ? text(out.toByteArray()) : "");
        });

        assertThat(oscal.toString()).contains("Record hmac&#58;").doesNotContain("\"hashes\"", "\"SHA-256\"");
    }

    @Test
    void nothingCanBeWithheldWithoutAKey() {
        assertThatThrownBy(() -> Redaction.management().withhold(ReportField.PERSONS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> Redaction.forReader("<b>", KEY)).isInstanceOf(IllegalArgumentException.class);
    }
}
