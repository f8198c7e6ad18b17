package dev.soc2.report.internal.pdf;

import dev.soc2.report.render.Brand;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The picture of a house. It is read here and not by the typesetter, which would put it into a file of the machine for a
 * while, and it becomes plain RGB or grey on white, which archives take.
 */
final class Logo {

    /** What stands in the page for the picture; it is no address, and nobody looks it up. */
    static final String SOURCE = "logo";

    private static final int BITS = 8;

    private final String type;
    private final byte[] bytes;

    private Logo(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static Optional<Logo> of(Optional<Brand> brand) {
        return brand.flatMap(Brand::logo).map(address -> {
            int comma = address.indexOf(',');
            String type = address.substring("data:image/".length(), address.indexOf(';'));
            return new Logo(type, Base64.getDecoder().decode(address.substring(comma + 1)));
        });
    }

    PDImageXObject in(PDDocument pdf) throws IOException {
        BufferedImage picture = read();
        int colours = picture.getColorModel().getNumColorComponents();
        // A JPEG stays as it is, since photographs written without loss are large.
        return type.equals("jpeg")
                ? asItIs(pdf, picture, colours)
                : LosslessFactory.createFromImage(pdf, onWhite(picture));
    }

    private PDImageXObject asItIs(PDDocument pdf, BufferedImage picture, int colours) throws IOException {
        PDColorSpace space = colours == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        return new PDImageXObject(
                pdf,
                new ByteArrayInputStream(bytes),
                COSName.DCT_DECODE,
                picture.getWidth(),
                picture.getHeight(),
                BITS,
                space);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    private BufferedImage read() {
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            // Readers of the platform throw all sorts of things at a broken picture.
            throw new IllegalArgumentException(
                    "the logo cannot be printed, as it is no whole " + type
                            + " picture in RGB or grey; save it anew as PNG",
                    e);
        } finally {
            reader.dispose();
        }
    }

    /** The reader of the platform, whatever else a host has on its path. */
    private ImageReader reader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("this platform reads no " + type);
    }
}
