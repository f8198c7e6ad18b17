package dev.soc2.report.internal.brand;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A picture for a page, known by its first bytes and its size: PNG or JPEG, which cannot hold a script. */
public final class Picture {

    /** How many bytes a logo may have, as it stands in the page itself. */
    public static final int MOST_BYTES = 128 * 1024;

    /** How many pixels its sides may have. */
    public static final int LONGEST_SIDE = 2048;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int PNG_SIZE_AT = 16;

    private Picture() {}

    /** The picture as the address of itself. */
    public static String dataUri(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a logo has at most " + MOST_BYTES + " bytes, as it stands in the page; got " + bytes.length);
        }
        String type;
        if (isPng(bytes)) {
            ByteBuffer sides = ByteBuffer.wrap(bytes, PNG_SIZE_AT, 8);
            requireSides(sides.getInt(), sides.getInt());
            type = "png";
        } else if (bytes.length > 3 && at(bytes, 0) == 0xFF && at(bytes, 1) == 0xD8 && at(bytes, 2) == 0xFF) {
            requireJpegSides(bytes);
            type = "jpeg";
        } else {
            throw new IllegalArgumentException("a logo is a PNG or a JPEG picture, whatever its file is called");
        }
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length >= PNG_SIZE_AT + 8
                && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)
                && bytes[12] == 'I'
                && bytes[13] == 'H'
                && bytes[14] == 'D'
                && bytes[15] == 'R';
    }

    /** Walks from segment to segment up to the frame, which says how large the picture is. */
    private static void requireJpegSides(byte[] bytes) {
        int at = 2;
        while (at + 9 < bytes.length && at(bytes, at) == 0xFF) {
            int marker = at(bytes, at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                requireSides(two(bytes, at + 7), two(bytes, at + 5));
                return;
            }
            int length = two(bytes, at + 2);
            // A segment without room for its own length would hold the walk.
            if (length < 2) {
                break;
            }
            at += 2 + length;
        }
        throw new IllegalArgumentException("the JPEG picture does not say how large it is");
    }

    private static void requireSides(int width, int height) {
        if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a logo has sides of 1 to " + LONGEST_SIDE + " pixels, got " + width + " x " + height);
        }
    }

    private static int two(byte[] bytes, int at) {
        return at(bytes, at) << 8 | at(bytes, at + 1);
    }

    private static int at(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
