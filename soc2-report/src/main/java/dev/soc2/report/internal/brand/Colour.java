package dev.soc2.report.internal.brand;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A colour of sRGB, each part from 0 to 255, with the contrast of WCAG 2. */
public record Colour(int red, int green, int blue) {

    /** What text needs against its background, WCAG 2 AA. */
    public static final double READABLE = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** A colour from its six hexadecimal digits. */
    public static Colour of(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a colour is written like #0b57d0, got '" + hex + "'");
        }
        int rgb = HexFormat.fromHexDigits(hex.substring(1).toLowerCase(Locale.ROOT));
        return new Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The contrast to another colour, from 1 to 21. */
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Whether text of this colour can be read on each of some backgrounds. */
    public boolean isReadableOn(List<Colour> backgrounds) {
        return backgrounds.stream().allMatch(background -> contrast(background) >= READABLE);
    }

    /**
     * The nearest colour on the way to another one that can be read on each of some backgrounds: mixed in steps of one
     * hundredth, the colour itself when it can be read already.
     */
    public Colour readable(List<Colour> backgrounds, Colour towards) {
        for (int step = 0; step <= 100; step++) {
            Colour mixed = new Colour(
                    mix(red, towards.red, step), mix(green, towards.green, step), mix(blue, towards.blue, step));
            if (mixed.isReadableOn(backgrounds)) {
                return mixed;
            }
        }
        throw new IllegalArgumentException("not even " + towards + " can be read on " + backgrounds);
    }

    private static int mix(int from, int to, int step) {
        return (from * (100 - step) + to * step + 50) / 100;
    }

    /** Its six hexadecimal digits. */
    @Override
    public String toString() {
        return "#" + HexFormat.of().toHexDigits((long) red << 16 | green << 8 | blue, 6);
    }
}
