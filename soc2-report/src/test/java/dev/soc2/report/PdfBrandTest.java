package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.Brand;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.render.SafeHtml;
import dev.soc2.report.render.Slots;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look of a house on paper: the same name, logo, colour and words as on the page for screens. */
class PdfBrandTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aLogoIsPrintedOnceWithItsNameBesideItAndWordsForIt(String type) throws IOException {
        Brand brand = Brand.of("Acme & Söhne").logo(picture(type, BufferedImage.TYPE_INT_RGB));
        try (PDDocument pdf = pdf(DEFAULTS.brand(brand))) {
            assertThat(text(pdf, 1)).startsWith("Acme & Söhne Draft");
            assertThat(figures(pdf))
                    .singleElement()
                    .satisfies(figure ->
                            assertThat(figure.getAlternateDescription()).isEqualTo("Logo of Acme & Söhne"));
            List<PDImageXObject> pictures = pictures(pdf, 0);
            assertThat(pictures).hasSize(1);
            BufferedImage printed = pictures.get(0).getImage();
            assertThat(List.of(printed.getWidth(), printed.getHeight())).containsExactly(6, 4);
            // JPEG is not exact; a full red stays one.
            assertThat(printed.getRGB(1, 1) >> 16 & 0xFF).isGreaterThan(240);
            assertThat(printed.getRGB(1, 1) & 0xFF).isLessThan(16);
        }
    }

    static Stream<Arguments> letters() {
        return Stream.of(
                Arguments.of(Reports.publicSummaryPdf(), Samples.year()),
                Arguments.of(
                        Reports.bridgeLetter(BridgeLetterTest.quiet().build(), LetterFormat.PDF),
                        BridgeLetterTest.calm()));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void aLetterHasTheNameAndTheLogoAtItsHead(ReportRenderer letter, Assessment assessment) throws IOException {
        Brand brand = Brand.of("House of Acme").logo(picture("png", BufferedImage.TYPE_INT_RGB));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letter.write(assessment, DEFAULTS.brand(brand), out);

        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(text(pdf, 1)).startsWith("House of Acme ");
            assertThat(figures(pdf))
                    .singleElement()
                    .satisfies(figure ->
                            assertThat(figure.getAlternateDescription()).isEqualTo("Logo of House of Acme"));
            assertThat(pictures(pdf, 0)).hasSize(1);
        }
    }

    @Test
    void wordsForTheLogoFollowTheLanguage() throws IOException {
        Brand brand = Brand.of("Acme").logo(picture("png", BufferedImage.TYPE_INT_RGB));
        try (PDDocument pdf = pdf(DEFAULTS.brand(brand).locale(Locale.GERMAN))) {
            assertThat(figures(pdf).get(0).getAlternateDescription()).isEqualTo("Logo von Acme");
        }
    }

    @Test
    void whereALogoIsTransparentThePaperIsWhite() throws IOException {
        Brand brand = Brand.of("Acme").logo(picture("png", BufferedImage.TYPE_INT_ARGB));
        try (PDDocument pdf = pdf(DEFAULTS.brand(brand))) {
            PDImageXObject picture = pictures(pdf, 0).get(0);

            assertThat(picture.getSoftMask()).isNull();
            assertThat(picture.getImage().getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
            assertThat(picture.getImage().getRGB(1, 1)).isEqualTo(0xFFFF0000);
        }
    }

    @Test
    void withoutALogoThereIsNoPicture() throws IOException {
        try (PDDocument plain = pdf(DEFAULTS);
                PDDocument named = pdf(DEFAULTS.brand(Brand.of("Acme").accent("#0b57d0")))) {
            assertThat(figures(plain)).isEmpty();
            assertThat(pictures(plain, 0)).isEmpty();
            assertThat(figures(named)).isEmpty();
            assertThat(text(named, 1)).startsWith("Acme Draft");
        }
    }

    @Test
    void aPictureThatCannotBeReadIsRefusedByName() throws IOException {
        byte[] whole = picture("png", BufferedImage.TYPE_INT_RGB);
        byte[] jpeg = picture("jpeg", BufferedImage.TYPE_INT_RGB);
        for (byte[] broken : List.of(Arrays.copyOf(whole, 40), Arrays.copyOf(jpeg, jpeg.length / 2))) {
            ReportOptions options = DEFAULTS.brand(Brand.of("Acme").logo(broken));
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            assertThatThrownBy(() -> Reports.pdf().write(Samples.year(), options, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the logo cannot be printed");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void linksAndTheLineBelowTheNameHaveTheColourOfTheHouse() throws IOException {
        // 0x0b, 0x57 and 0xd0 of 255, as an operator of PDF writes them.
        try (PDDocument plain = pdf(DEFAULTS);
                PDDocument pdf = pdf(DEFAULTS.brand(Brand.of("Acme").accent("#0b57d0")))) {
            String accent = "0.04314 0.34118 0.81569 rg";
            assertThat(content(plain).contains(accent)).isFalse();
            assertThat(content(pdf).split(accent, -1)).hasSizeGreaterThan(2);
            // What follows it is a text (BT) for a link, and for the line a shape.
            assertThat(Pattern.compile(accent + "\nBT").matcher(content(pdf)).find())
                    .isTrue();
            assertThat(Pattern.compile(accent + "\n[0-9]").matcher(content(pdf)).find())
                    .isTrue();
        }
    }

    @Test
    void slotsStandWhereTheyAreNamed() throws IOException {
        ReportOptions options = DEFAULTS.header(SafeHtml.empty().paragraph("Slot on top."))
                .footer(SafeHtml.empty().list("Slot at the end."));
        for (String section : Slots.SECTIONS) {
            options = options.beforeSection(section, SafeHtml.empty().paragraph("Slot before " + section + "."));
        }
        try (PDDocument pdf = pdf(options)) {
            String text = text(pdf, 0);
            assertThat(text).startsWith("Slot on top. Draft").contains("Slot before verdict. Verdict");
            for (String section : Slots.SECTIONS) {
                assertThat(text.split("Slot before " + section, -1)).hasSize(2);
            }
            // The list of contents belongs to the verdict, the words to what follows.
            assertThat(text.indexOf("Slot before decisions. Decide next")).isGreaterThan(text.indexOf("Contents"));
            assertThat(text).contains("Slot before exceptions. Exceptions");
            assertThat(text.indexOf("Slot at the end.")).isGreaterThan(text.indexOf("Slot before glossary."));
        }
    }

    @Test
    void aLinkOfTheHouseIsFollowedOnScreenAndReadOnPaper() throws IOException {
        String address = "https://trust.acme.example/soc2?a=1&b=2";
        ReportOptions options = DEFAULTS.header(SafeHtml.empty()
                .paragraph(line -> line.text("See the ")
                        .link("trust centre", address)
                        .text(", or ")
                        .link(address, address)));
        try (PDDocument pdf = pdf(options)) {
            assertThat(text(pdf, 1))
                    .contains("See the trust centre (" + address + "), or " + address)
                    .doesNotContain(address + " (");
            List<String> away = new ArrayList<>();
            for (PDAnnotation annotation : pdf.getPage(0).getAnnotations()) {
                if (((PDAnnotationLink) annotation).getAction() instanceof PDActionURI action) {
                    assertThat(annotation.getContents()).isNotBlank();
                    away.add(action.getURI());
                }
            }
            assertThat(away).containsOnly(address).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void hostileWordsOfAHouseAreWords() throws IOException {
        for (String hostile : HostileText.ALL.subList(0, 8)) {
            ReportOptions options = DEFAULTS.brand(
                            Brand.of("Acme " + hostile).logo(picture("png", BufferedImage.TYPE_INT_RGB)))
                    .header(SafeHtml.empty().paragraph(hostile).list(hostile));
            try (PDDocument pdf = pdf(options)) {
                assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
                assertThat(pictures(pdf, 0)).hasSize(1);
            }
        }
    }

    @Test
    void equalOptionsMakeEqualBytesAndOthersDoNot() throws IOException {
        byte[] logo = picture("png", BufferedImage.TYPE_INT_ARGB);
        byte[] one = bytes(DEFAULTS.brand(Brand.of("Acme").logo(logo).accent("#0b57d0")));

        assertThat(bytes(DEFAULTS.brand(Brand.of("Acme").logo(logo).accent("#0b57d0"))))
                .isEqualTo(one);
        assertThat(bytes(DEFAULTS.brand(Brand.of("Acme").logo(logo).accent("#0b57d1"))))
                .isNotEqualTo(one);
    }

    @Test
    void aLogoIsReadWithoutAFile(@TempDir Path cache) throws IOException {
        Brand brand = Brand.of("Acme").logo(picture("jpeg", BufferedImage.TYPE_INT_RGB));
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(cache, longAgo);
        // A reader of pictures keeps what it reads in a file of this folder unless it is told otherwise.
        ImageIO.setCacheDirectory(cache.toFile());
        try {
            bytes(DEFAULTS.brand(brand));

            // A file that came and went would have changed the time of the folder.
            assertThat(Files.getLastModifiedTime(cache)).isEqualTo(longAgo);
            try (ImageInputStream other = ImageIO.createImageInputStream(
                    new ByteArrayInputStream(picture("jpeg", BufferedImage.TYPE_INT_RGB)))) {
                assertThat(other.read()).isNotNegative();
            }
            assertThat(Files.getLastModifiedTime(cache)).isNotEqualTo(longAgo);
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    /** Six by four pixels of red; transparent in a corner where the type knows that. */
    private static byte[] picture(String type, int kind) throws IOException {
        BufferedImage image = new BufferedImage(6, 4, kind);
        for (int x = 0; x < 6; x++) {
            for (int y = 0; y < 4; y++) {
                image.setRGB(x, y, x + y == 0 && kind == BufferedImage.TYPE_INT_ARGB ? 0 : 0xFFFF0000);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, type, out)).isTrue();
        return out.toByteArray();
    }

    private static List<PDImageXObject> pictures(PDDocument pdf, int page) throws IOException {
        List<PDImageXObject> pictures = new ArrayList<>();
        for (COSName name : pdf.getPage(page).getResources().getXObjectNames()) {
            pictures.add((PDImageXObject) pdf.getPage(page).getResources().getXObject(name));
        }
        return pictures;
    }

    private static List<PDStructureElement> figures(PDDocument pdf) {
        return figures(pdf.getDocumentCatalog().getStructureTreeRoot());
    }

    private static List<PDStructureElement> figures(PDStructureNode node) {
        List<PDStructureElement> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    found.add(element);
                }
                found.addAll(figures(element));
            }
        }
        return found;
    }

    private static String content(PDDocument pdf) throws IOException {
        return new String(pdf.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(ReportOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reports.pdf().write(Samples.year(), options, out);
        return out.toByteArray();
    }

    private static PDDocument pdf(ReportOptions options) throws IOException {
        return Loader.loadPDF(bytes(options));
    }

    /** The words of a page, or with 0 of all. */
    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        if (page > 0) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
        }
        return stripper.getText(pdf).replaceAll("[ \\n\\r]+", " ").strip();
    }
}
