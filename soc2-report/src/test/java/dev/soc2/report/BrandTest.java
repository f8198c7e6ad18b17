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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look of a house: checked before it reaches a page, and never a way in. */
class BrandTest {

    /** One white pixel, as a program for pictures writes it. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=";

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    private static byte[] pixel() {
        return Base64.getDecoder().decode(PIXEL);
    }

    private static String page(ReportOptions options) {
        return Reports.html().render(Samples.year(), options);
    }

    @ParameterizedTest
    // The formula of WCAG 2, computed apart: #0b57d0 has 6.39 and 5.90 on the light backgrounds, 2.80 and 2.53 on the
    // dark.
    @CsvSource({"#0b57d0", "#0B57D0"})
    void aReadableColourStaysAsItIs(String accent) {
        assertThat(Brand.of("Acme").accent(accent).accentOnLight()).hasValue("#0b57d0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffff00", "#ffffff", "#000000", "#808080", "#ff6600", "#0b57d0", "#14171a"})
    void whateverTheColourTextInItCanBeRead(String accent) {
        Brand brand = Brand.of("Acme").accent(accent);

        for (String light : List.of("#ffffff", "#f5f6f8")) {
            assertThat(contrast(brand.accentOnLight().orElseThrow(), light)).isGreaterThanOrEqualTo(4.5);
        }
        for (String dark : List.of("#14171a", "#1d2125")) {
            assertThat(contrast(brand.accentOnDark().orElseThrow(), dark)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void aColourIsDarkenedOnlyAsFarAsNeeded() {
        // Yellow has 1.07 on white; mixed with black in hundredths it is readable from a share of about one half on.
        String light = Brand.of("Acme").accent("#ffff00").accentOnLight().orElseThrow();

        assertThat(contrast(light, "#f5f6f8")).isBetween(4.5, 4.75);
        assertThat(Brand.of("Acme").accent("#ffff00").accentOnDark()).hasValue("#ffff00");
    }

    /** The formula of WCAG 2 once more. */
    private static double contrast(String one, String two) {
        double a = luminance(one);
        double b = luminance(two);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#0b57d0;}body{display:none", "#gggggg", "", "rgb(0,0,0)", "#0b57d0\n"})
    void nothingElseIsAColour(String accent) {
        assertThatThrownBy(() -> Brand.of("Acme").accent(accent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLogoIsKnownByItsBytesAndItsSize() {
        byte[] jpeg = jpeg(1, 1);
        assertThat(Brand.of("Acme").logo(pixel()).logo()).hasValue("data:image/png;base64," + PIXEL);
        assertThat(Brand.of("Acme").logo(jpeg).logo())
                .hasValue("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));

        byte[] wide = pixel();
        wide[16] = 1;
        byte[] flat = pixel();
        flat[23] = 0;
        for (byte[] bytes : List.of(
                new byte[0],
                "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8),
                "GIF89a............".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(pixel(), 20),
                wide,
                flat,
                jpeg(1, 2049),
                jpeg(0, 1),
                Arrays.copyOf(jpeg, 6),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                Arrays.copyOf(pixel(), 128 * 1024 + 1))) {
            assertThatThrownBy(() -> Brand.of("Acme").logo(bytes)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A JPEG as far as its frame: start, one empty application segment, frame with its sides. */
    private static byte[] jpeg(int width, int height) {
        return new byte[] {
            (byte) 0xFF,
            (byte) 0xD8,
            (byte) 0xFF,
            (byte) 0xE0,
            0,
            4,
            0,
            0,
            (byte) 0xFF,
            (byte) 0xC0,
            0,
            11,
            8,
            (byte) (height >> 8),
            (byte) height,
            (byte) (width >> 8),
            (byte) width,
            1,
            1,
            17,
            0,
            (byte) 0xFF,
            (byte) 0xD9
        };
    }

    /** Every page that is a file of its own, by its renderer. */
    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of(Reports.html(), Samples.year()),
                Arguments.of(Reports.publicSummary(), Samples.year()),
                Arguments.of(
                        Reports.bridgeLetter(BridgeLetterTest.quiet().build(), LetterFormat.HTML),
                        BridgeLetterTest.calm()),
                Arguments.of(Reports.delta(Samples.year()), Samples.year()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void withoutABrandThePageIsNobodys(ReportRenderer renderer, Assessment assessment) {
        assertThat(renderer.render(assessment, DEFAULTS)).doesNotContain("class=\"brand\"", "img-src", "data:");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aBrandedPageShowsNameLogoAndColour(ReportRenderer renderer, Assessment assessment)
            throws NoSuchAlgorithmException {
        Brand brand = Brand.of("<Acme> & Sons").logo(pixel()).accent("#ffff00");
        String page = renderer.render(assessment, DEFAULTS.brand(brand));

        assertThat(page)
                .contains("<span>&lt;Acme&gt; &amp; Sons</span>", "src=\"data:image/png;base64," + PIXEL + "\"")
                .contains("; img-src data:; base-uri 'none'")
                .contains("@media (prefers-color-scheme:dark){:root{--link:#ffff00}}");
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page).contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        assertThat(style).isEqualTo(style.strip());
    }

    @Test
    void whatMadeAPageIsSaidOnceAndSmall() {
        String page = page(DEFAULTS.brand(Brand.of("Acme")));

        assertThat(Pattern.compile("dev\\.soc2").matcher(page).results()).hasSize(1);
    }

    @Test
    void everyWorkpaperHasTheBrand() {
        ReportOptions branded = DEFAULTS.brand(Brand.of("House of Acme"));

        assertThat(WorkpapersTest.files(Reports.workpapers(), Samples.year(), branded))
                .isNotEmpty()
                .allSatisfy((name, page) -> assertThat(page).contains("<span>House of Acme</span>"));
    }

    @Test
    void picturesAreAllowedForALogoOnly() {
        assertThat(page(DEFAULTS.brand(Brand.of("Acme").accent("#0b57d0"))))
                .contains("class=\"brand\"")
                .doesNotContain("img-src", "<img");
    }

    @Test
    void slotsStandWhereTheyAreNamed() {
        String page = page(DEFAULTS.header(SafeHtml.empty().paragraph("on top"))
                .beforeSection("exceptions", SafeHtml.empty().paragraph("first this"))
                .footer(SafeHtml.empty().list("one", "two")));

        assertThat(page.indexOf("<p>on top</p>")).isBetween(page.indexOf("<header>"), page.indexOf("<h1>"));
        assertThat(page).contains("<p>first this</p>\n<section id=\"exceptions\"");
        assertThat(page.indexOf("<li>two</li>")).isBetween(page.indexOf("<footer>"), page.indexOf("</footer>"));
    }

    @Test
    void everySectionHasItsPlace() {
        for (String section : Slots.SECTIONS) {
            assertThat(page(DEFAULTS.beforeSection(section, SafeHtml.empty().paragraph("before " + section))))
                    .contains("<p>before " + section + "</p>");
        }
        assertThatThrownBy(() -> DEFAULTS.beforeSection("exeptions", SafeHtml.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exceptions");
    }

    @Test
    void textOfASlotIsNoMarkup() {
        for (String hostile : HostileText.ALL) {
            String page = page(DEFAULTS.header(SafeHtml.empty()
                    .paragraph(line -> line.text(hostile)
                            .emphasis(hostile)
                            .strong(hostile)
                            .link(hostile, "https://acme.example/?a=1&b='2'"))
                    .list(hostile)));
            String slot = page.substring(page.indexOf("<header>") + 8, page.indexOf("<p class=\"status\">"));

            assertThat(slot.replaceAll(
                            "</?(?:p|em|strong|ul|li)>|<a rel=\"noopener noreferrer\" href=\"https://[^\"<>]*\">|</a>",
                            ""))
                    .doesNotContain("<", ">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example/",
                "javascript:alert(1)",
                "HTTPS://acme.example/",
                "https:acme",
                "https:///path",
                "https://user:secret@acme.example/",
                "https://acme.example/ onclick=x",
                "https://acme.example/\u202E",
                "//acme.example/",
                "data:text/html,x",
                ""
            })
    void aLinkLeadsToHttps(String address) {
        assertThatThrownBy(() -> SafeHtml.empty().paragraph(line -> line.link("x", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }
}
