package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRefusedException;
import dev.soc2.report.render.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Letters on paper say what they say as pages. */
class PdfLettersTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static BridgeLetterRequest request() {
        return BridgeLetterTest.quiet().build();
    }

    /** The same words in HTML and in PDF. */
    static Stream<List<ReportRenderer>> pairs() {
        return Stream.of(
                List.of(Reports.publicSummary(), Reports.publicSummaryPdf()),
                List.of(
                        Reports.bridgeLetter(request(), LetterFormat.HTML),
                        Reports.bridgeLetter(request(), LetterFormat.PDF)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyWordOfThePageIsPrintedInItsOrder(List<ReportRenderer> pair) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ReportOptions options = DEFAULTS.locale(locale);
            String page = pair.get(0).render(Samples.year(), options);
            String words = page.substring(page.indexOf("<body>"))
                    .replaceAll("<[^>]*>", " ")
                    .replace("&amp;", "&")
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'");
            try (PDDocument pdf = pdf(pair.get(1), Samples.year(), options)) {
                // Without blanks, and without what stands on every page: its status above, title and number below.
                String printed = text(pdf);
                List<String> missing = new ArrayList<>();
                int from = 0;
                for (String word : words.strip().split("\\s+", -1)) {
                    int at = printed.indexOf(word, from);
                    if (at < 0) {
                        missing.add(word);
                    } else {
                        from = at;
                    }
                }
                assertThat(missing).isEmpty();
                assertThat(words.split("\\s+", -1)).hasSizeGreaterThan(100);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void itIsTaggedDatedAndSigned(List<ReportRenderer> pair) throws IOException {
        try (PDDocument pdf = pdf(pair.get(1), Samples.year(), DEFAULTS.locale(Locale.GERMAN))) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Acme Payroll, Inc.");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-02-01T05:00:00Z");
            assertThat(pair.get(1).mediaType()).isEqualTo("application/pdf");
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void hostileTextsAreText(List<ReportRenderer> pair) throws IOException {
        Assessment hostile = Samples.hostile("<script>alert(1)</script>|`*_[x](javascript:alert(1)) \u202E");
        try (PDDocument pdf = pdf(pair.get(1), hostile, DEFAULTS)) {
            assertThat(text(pdf).replaceAll("\\s", ""))
                    .contains("<script>alert(1)</script>", "[U+202E]")
                    .doesNotContain("\u202E");
            assertNothingActs(pdf);
        }
        List<String> all = HostileStrings.all();
        // Eight strings in front of every text; without profile deep, each tenth of such groups.
        for (int i = 0; i < all.size(); i += Boolean.getBoolean("soc2.deep") ? 8 : 80) {
            String text = String.join(" ", all.subList(i, Math.min(i + 8, all.size())));
            try (PDDocument pdf = pdf(pair.get(1), Samples.hostile(text), DEFAULTS)) {
                assertNothingActs(pdf);
            }
        }
    }

    private static void assertNothingActs(PDDocument pdf) throws IOException {
        assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        assertThat(pdf.getDocumentCatalog().getAcroForm()).isNull();
        assertThat(pdf.getDocumentCatalog().getNames()).isNull();
        assertThat(pdf.getNumberOfPages()).isPositive();
        for (PDPage page : pdf.getPages()) {
            assertThat(page.getAnnotations()).isEmpty();
        }
    }

    @Test
    void aSummaryInPdfRefusesATypeIToo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> Reports.publicSummaryPdf().write(Samples.typeI(), DEFAULTS, out))
                .isInstanceOf(ReportRefusedException.class);
        assertThat(out.size()).isZero();
    }

    private static PDDocument pdf(ReportRenderer renderer, Assessment assessment, ReportOptions options)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.write(assessment, options, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(pdf);
    }
}
