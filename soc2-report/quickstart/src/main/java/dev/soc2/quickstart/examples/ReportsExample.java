package dev.soc2.quickstart.examples;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.Reports;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.GapEvent;
import dev.soc2.report.letter.LastReport;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.letter.NextExamination;
import dev.soc2.report.letter.Signatory;
import dev.soc2.report.render.Brand;
import dev.soc2.report.render.PseudonymKey;
import dev.soc2.report.render.Redaction;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.SafeHtml;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** One assessment, written in every format. */
public final class ReportsExample {

    private ReportsExample() {}

    // tag::reports[]
    static String write(Assessment assessment, Path folder) {
        ReportOptions options = ReportOptions.defaults()
                .generatedAt(Instant.parse("2027-01-15T09:00:00Z")) // handed in: no renderer reads a clock
                .locale(Locale.UK);

        Reports.html().write(assessment, options, folder.resolve("soc2.html"));
        Reports.markdown().write(assessment, options, folder.resolve("soc2.md"));
        Reports.json().write(assessment, folder.resolve("assessment.json"));
        return Reports.console().render(assessment, options);
    }
    // end::reports[]

    // tag::letter[]
    static RenderResult letter(Assessment firstQuarter, Path file) {
        BridgeLetterRequest request = BridgeLetterRequest.builder()
                .lastReport(new LastReport("A. Auditor LLP", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .until(LocalDate.of(2026, 3, 31))
                .dated(LocalDate.of(2026, 4, 2))
                .changes(new GapEvent(LocalDate.of(2026, 2, 3), "The ledger moved to another region."))
                .incidents() // management knows of none: silence would be refused
                .next(new NextExamination(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), Optional.empty()))
                .signatory(new Signatory("Ada Acme", "Chief Executive Officer"))
                .build();
        return Reports.bridgeLetter(request, LetterFormat.DOCX).write(firstQuarter, file);
    }
    // end::letter[]

    // tag::customer[]
    static RenderResult forCustomer(Assessment assessment, byte[] secret, byte[] logo, Path file) {
        ReportOptions options = ReportOptions.defaults()
                .redaction(Redaction.customer(PseudonymKey.of(secret))) // at least 32 bytes from your store of secrets
                .brand(Brand.of("Acme").logo(logo).accent("#0b57d0"))
                .beforeSection(
                        "exceptions",
                        SafeHtml.empty()
                                .paragraph(p ->
                                        p.text("Questions: ").link("trust centre", "https://trust.acme.example/")));

        return Reports.html().write(assessment, options, file); // its warnings() are the findings of the lint
    }
    // end::customer[]
}
