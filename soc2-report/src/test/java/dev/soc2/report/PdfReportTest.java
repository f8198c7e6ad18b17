package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.report.render.ReportOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfReportTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @Test
    void everyControlCriterionAndVerdictIsPrinted() throws IOException {
        Assessment year = Samples.year();
        try (PDDocument pdf = pdf(year, DEFAULTS)) {
            String text = text(pdf);

            assertThat(year.controls()).hasSizeGreaterThan(5);
            for (ControlResult control : year.controls()) {
                assertThat(text).contains(control.id() + " " + control.control().title());
            }
            year.criteria()
                    .forEach(criterion -> assertThat(text)
                            .contains(criterion.criterion().id().value() + " "
                                    + criterion.criterion().title()));
            // 14 criteria: CC3.4, CC6.2 and CC6.3 are not met, one was not assessed, one is not relevant.
            assertThat(text)
                    .contains("✗ 3 not supported ? 3 undetermined – 1 not assessed ✓ 6 supported · 1 not applicable");
            // The same figures as on the page in HTML: 3 of 13 criteria that apply, 3 of 39 leavers.
            assertThat(text)
                    .contains(
                            "3 of 13 criteria not supported",
                            "Exceptions noted: 3 of 39 (7.7 %)",
                            "No exceptions noted",
                            "✗ Not effective",
                            "only a CPA firm gives one");
        }
    }

    @Test
    void everyPageSaysWhoseDraftItIsAndItsNumber() throws IOException {
        try (PDDocument pdf = pdf(Samples.year(), DEFAULTS)) {
            int pages = pdf.getNumberOfPages();

            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).contains("Draft", "Not a service auditor’s report.", page + " of " + pages);
            }
        }
    }

    @Test
    void numbersOfPagesFollowTheLanguage() throws IOException {
        try (PDDocument pdf = pdf(Samples.typeI(), DEFAULTS.locale(Locale.GERMAN))) {
            assertThat(text(pdf, 1)).contains("1 von " + pdf.getNumberOfPages(), "Inhalt");
        }
    }

    @Test
    void aTypeISaysNothingAboutOperation() throws IOException {
        try (PDDocument pdf = pdf(Samples.typeI(), DEFAULTS)) {
            assertThat(text(pdf))
                    .contains("SOC 2 Type I", "Not suitably designed")
                    .doesNotContainPattern(
                            "(?i)\\b(throughout|operat(e|es|ed|ing|ion)|effective|effectiveness|exceptions?)\\b");
        }
    }

    @Test
    void theOutlineNamesPartsAndControls() throws IOException {
        try (PDDocument pdf = pdf(Samples.year(), DEFAULTS)) {
            List<String> parts = new ArrayList<>();
            List<String> inside = new ArrayList<>();
            for (PDOutlineItem part :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                assertThat(part.getDestination()).isNotNull();
                parts.add(part.getTitle());
                part.children().forEach(item -> inside.add(item.getTitle()));
            }

            assertThat(parts)
                    .containsExactly(
                            "Verdict",
                            "Decide next",
                            "What to do next",
                            "Coverage by criteria and month",
                            "Exceptions",
                            "Undetermined",
                            "Criteria",
                            "Tests and results",
                            "Scope",
                            "Verify this report",
                            "Glossary");
            assertThat(inside).contains("IAM-03 Leavers lose access in time");
        }
    }

    // What veraPDF does not look at: see decisions/0016-pdf.md.
    @Test
    void languageScopesOfHeadersAndWordsOfLinksAreThere() throws IOException {
        try (PDDocument pdf = pdf(Samples.year(), DEFAULTS)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            List<PDStructureElement> elements =
                    elements(pdf.getDocumentCatalog().getStructureTreeRoot());
            List<PDStructureElement> headers = elements.stream()
                    .filter(e -> e.getStructureType().equals("TH"))
                    .toList();
            List<PDStructureElement> links = elements.stream()
                    .filter(e -> e.getStructureType().equals("Link"))
                    .toList();

            assertThat(headers).hasSizeGreaterThan(50).allSatisfy(header -> {
                COSDictionary attributes = header.getCOSObject().getCOSDictionary(COSName.A);
                assertThat(attributes.getNameAsString("Scope")).isIn("Column", "Row");
            });
            assertThat(links)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            link -> assertThat(link.getAlternateDescription()).isNotBlank());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "H3", "L", "P");
        }
    }

    @Test
    void everyFaceIsEmbedded() throws IOException {
        try (PDDocument pdf = pdf(Samples.year(), DEFAULTS)) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+DejaVuSansCondensed(-Bold)?");
                }
            }
        }
    }

    @Test
    void itsTimeIsThatOfTheAssessmentOrTheOneHandedIn() throws IOException {
        Instant given = Instant.parse("2027-01-15T09:00:00Z");
        try (PDDocument pdf = pdf(Samples.year(), DEFAULTS);
                PDDocument dated = pdf(Samples.year(), DEFAULTS.generatedAt(given))) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-02-01T05:00:00Z"));
            assertThat(metadata(pdf)).contains("<xmp:CreateDate>2026-02-01T05:00:00Z<", "<xmp:ModifyDate>2026-02-01T");
            assertThat(dated.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(given);
            assertThat(metadata(dated)).contains("<xmp:CreateDate>2027-01-15T09:00:00Z<");
        }
    }

    @Test
    void hostileTextsAreTextAndNothingElse() throws IOException {
        List<String> all = new ArrayList<>(HostileText.ALL);
        all.addAll(HostileStrings.all());
        // Eight strings in front of every text; without profile deep, each tenth of such groups.
        for (int i = 0; i < all.size(); i += Boolean.getBoolean("soc2.deep") ? 8 : 80) {
            String hostile = String.join(" ", all.subList(i, Math.min(i + 8, all.size())));
            try (PDDocument pdf = pdf(Samples.hostile(hostile), DEFAULTS)) {
                assertNothingActs(pdf);
                assertReadsAsXml(metadata(pdf));
            }
        }
        try (PDDocument pdf = pdf(Samples.hostile(HostileText.ALL.get(0)), DEFAULTS)) {
            // The mark that turns the direction is named, as in every format.
            assertThat(text(pdf).replaceAll("\\s", "")).contains("<script>alert(1)</script>|`*_[x](", "[U+202E]");
        }
    }

    @Test
    void whatTheFacesLackIsNamedByItsCodePoints() throws IOException {
        // Chinese, Hebrew, Cyrillic, Greek, a chess king, a letter of Linear B beyond the first plane.
        String text = "日本 שלום Привет Ελλάδα ♔ \uD800\uDC00 Größe ";
        try (PDDocument pdf = pdf(Samples.hostile(text), DEFAULTS)) {
            assertThat(text(pdf).replaceAll("\\s", ""))
                    .contains("[U+65E5U+672C][U+05E9U+05DCU+05D5U+05DD]ПриветΕλλάδα♔[U+10000]Größe");
        }
    }

    @Test
    void veryLongWordsStayOnThePaper() throws IOException {
        String word = "x".repeat(250) + "END";
        try (PDDocument pdf = pdf(Samples.hostile(word), DEFAULTS)) {
            PDFTextStripper inside = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.forEach(
                            p -> assertThat(p.getXDirAdj() + p.getWidthDirAdj()).isLessThanOrEqualTo(p.getPageWidth()));
                }
            };
            inside.getText(pdf);
            assertThat(text(pdf).replaceAll("\\s", "")).contains(word);
        }
    }

    @Test
    void longListsAreCappedAndCounted() throws IOException {
        try (PDDocument pdf = pdf(Samples.crowd(1, 10_000), DEFAULTS)) {
            String text = text(pdf);

            assertThat(text.split("began ", -1)).hasSize(200 + 1);
            assertThat(text).containsPattern("9\\h800 more of 10\\h000 stand in assessment.json");
            assertThat(pdf.getNumberOfPages()).isLessThan(40);
        }
    }

    @Test
    void anEmptyAssessmentStillMakesAReport() throws IOException {
        try (PDDocument pdf = pdf(Samples.only(), DEFAULTS)) {
            assertThat(text(pdf)).contains("No criterion was concluded on", "No control was assessed.");
        }
    }

    /** Links lead into the document; nothing runs, opens, is attached or asks for anything. */
    private static void assertNothingActs(PDDocument pdf) throws IOException {
        assertThat(pdf.getDocumentCatalog().getNames()).isNull();
        assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        assertThat(pdf.getDocumentCatalog().getAcroForm()).isNull();
        int links = 0;
        for (PDPage page : pdf.getPages()) {
            assertThat(page.getResources().getXObjectNames()).isEmpty();
            for (PDAnnotation annotation : page.getAnnotations()) {
                assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                PDAnnotationLink link = (PDAnnotationLink) annotation;
                assertThat(link.getDestination() != null || link.getAction() instanceof PDActionGoTo)
                        .isTrue();
                links++;
            }
        }
        assertThat(links).isPositive();
    }

    /** Archives read the metadata; a character that XML does not have would make all of it unreadable. */
    private static void assertReadsAsXml(String metadata) {
        String xml = metadata.substring(metadata.indexOf("<x:xmpmeta"), metadata.indexOf("<?xpacket end"));
        assertThatCode(() -> DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elements(element));
            }
        }
        return found;
    }

    private static PDDocument pdf(Assessment assessment, ReportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.pdf().write(assessment, options, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String metadata(PDDocument pdf) throws IOException {
        return new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    }

    private static String text(PDDocument pdf) throws IOException {
        return text(pdf, 1, pdf.getNumberOfPages());
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        return text(pdf, page, page);
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf).replaceAll("[ \\n\\r]+", " ");
    }
}
