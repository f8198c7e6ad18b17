package dev.soc2.report.internal.pdf;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.ReplacedElementFactory;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxImage;
import com.openhtmltopdf.pdfboxout.PdfBoxImageElement;
import com.openhtmltopdf.render.BlockBox;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Puts the logo where the page has its place; every other picture is left to the typesetter, which refuses it. */
record LogoOnly(Optional<PDImageXObject> logo, ReplacedElementFactory others) implements ReplacedElementFactory {

    /** What the page for screens gives a logo, in pixels. */
    private static final float WIDEST = 224;

    private static final float HIGHEST = 48;

    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext layout, BlockBox box, UserAgentCallback loader, int width, int height) {
        Element element = box.getElement();
        if (logo.isEmpty() || element == null || !isLogo(element)) {
            return others.createReplacedElement(layout, box, loader, width, height);
        }
        PDImageXObject picture = logo.get();
        float smaller = Math.min(1, Math.min(WIDEST / picture.getWidth(), HIGHEST / picture.getHeight()));
        float scale = smaller * layout.getSharedContext().getDotsPerPixel();
        PdfBoxImage image = new PdfBoxImage(
                new byte[0],
                Logo.SOURCE,
                Math.max(1, picture.getWidth() * scale),
                Math.max(1, picture.getHeight() * scale),
                picture);
        return new PdfBoxImageElement(element, image, layout.getSharedContext(), true);
    }

    @Override
    public boolean isReplacedElement(Element element) {
        return others.isReplacedElement(element);
    }

    private static boolean isLogo(Element element) {
        return element.getTagName().equals("img") && element.getAttribute("src").equals(Logo.SOURCE);
    }
}
