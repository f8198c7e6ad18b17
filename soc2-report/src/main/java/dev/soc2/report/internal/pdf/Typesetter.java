package dev.soc2.report.internal.pdf;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.w3c.dom.Document;

/**
 * Hands a page to openhtmltopdf and takes back the bytes of a PDF. Nothing is loaded on the way, neither from a network
 * nor from a disk: every address is refused, whatever it says.
 */
final class Typesetter {

    private static final String FAMILY = "report";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final String PROFILE = "sRGB-v2-magic.icc";
    private static final String PRODUCER = "dev.soc2";
    private static final FSStreamFactory REFUSED = address -> {
        throw new IllegalStateException("a report loads nothing");
    };

    private Typesetter() {}

    static byte[] pdf(Document page, PdfFonts fonts, Optional<Logo> logo, Instant made, long id) {
        quiet();
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = builder(page, pdf, fonts).buildPdfRenderer()) {
            Optional<PDImageXObject> picture =
                    logo.isEmpty() ? Optional.empty() : Optional.of(logo.get().in(pdf));
            SharedContext context = renderer.getSharedContext();
            context.setReplacedElementFactory(new LogoOnly(picture, context.getReplacedElementFactory()));
            renderer.createPDFWithoutClosing();
            withoutClock(pdf, made, id);
            withGivenProfile(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Document page, PDDocument pdf, PdfFonts fonts) throws IOException {
        return new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withW3cDocument(page, "")
                .useUriResolver((base, address) -> null)
                .useProtocolsStreamImplementation(REFUSED, "http", "https", "data", "classpath", "file", "jar", "ftp")
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useFont(face(pdf, fonts.regular()), FAMILY, NORMAL, FontStyle.NORMAL, true)
                .useFont(face(pdf, fonts.bold()), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withProducer(PRODUCER)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .useColorProfile(PdfFonts.resource(PROFILE));
    }

    private static PDFontSupplier face(PDDocument pdf, TrueTypeFont face) throws IOException {
        return new PDFontSupplier(PDType0Font.load(pdf, face, true));
    }

    /** Puts the colour profile as it is where some versions of Java have written it anew. */
    private static void withGivenProfile(PDDocument pdf) throws IOException {
        COSStream profile = pdf.getDocumentCatalog().getOutputIntents().get(0).getDestOutputIntent();
        try (OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(PdfFonts.resource(PROFILE));
        }
    }

    /** Puts the time of the report where the library wrote that of the machine. */
    private static void withoutClock(PDDocument pdf, Instant made, long id) throws IOException {
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        time.setTimeInMillis(made.getEpochSecond() * 1_000);
        pdf.getDocumentInformation().setCreationDate(time);
        pdf.getDocumentInformation().setModificationDate(time);
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String date = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                .format(made.atOffset(ZoneOffset.UTC));
        String dated = written.replace("\r\n", "\n")
                .replaceAll(
                        "<xmp:CreateDate>[^<]*</xmp:CreateDate>",
                        "<xmp:CreateDate>" + date + "</xmp:CreateDate><xmp:ModifyDate>" + date + "</xmp:ModifyDate>");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(id);
    }

    /**
     * The library opens a log of its own on the host's console. Unless the host has chosen another one, it stays silent.
     */
    private static void quiet() {
        if (XRLog.getLoggerImpl() == null) {
            XRLog.setLoggingEnabled(false);
        }
    }
}
