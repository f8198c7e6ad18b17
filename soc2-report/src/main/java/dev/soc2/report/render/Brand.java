package dev.soc2.report.render;

import dev.soc2.report.internal.brand.Colour;
import dev.soc2.report.internal.brand.Picture;
import java.util.List;
import java.util.Optional;

/**
 * The house whose report it is: its name, its logo, its colour. Immutable.
 *
 * <p>Text in the colour must be readable: where it has less than 4.5:1 (WCAG 2 AA) against the backgrounds of the page it
 * is darkened for light pages and lightened for dark ones, just as far as needed; {@link #accentOnLight()} and
 * {@link #accentOnDark()} tell what became of it. On printed pages of HTML links stay
 * black; in PDF they have the colour for light pages.
 *
 * <pre>{@code
 * Brand brand = Brand.of("Acme").logo(Files.readAllBytes(Path.of("acme.png"))).accent("#0b57d0");
 * }</pre>
 */
public final class Brand {

    // The backgrounds of the page and of its panels, as the style sheet has them.
    private static final List<Colour> LIGHT = List.of(Colour.of("#ffffff"), Colour.of("#f5f6f8"));
    private static final List<Colour> DARK = List.of(Colour.of("#14171a"), Colour.of("#1d2125"));

    private final String name;
    private final Optional<String> logo;
    private final Optional<Colour> accent;

    private Brand(String name, Optional<String> logo, Optional<Colour> accent) {
        this.name = name;
        this.logo = logo;
        this.accent = accent;
    }

    /**
     * A house by its name.
     *
     * @param name shown on top, beside the logo
     * @return a brand without logo and colour
     */
    public static Brand of(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a brand has a name");
        }
        return new Brand(name, Optional.empty(), Optional.empty());
    }

    /**
     * With a logo, which becomes part of the page.
     *
     * @param picture a PNG or JPEG picture of at most 128 KiB and 2048 x 2048 pixels
     * @return a copy
     * @throws IllegalArgumentException if it is another kind of file, or too large
     */
    public Brand logo(byte[] picture) {
        return new Brand(name, Optional.of(Picture.dataUri(picture)), accent);
    }

    /**
     * With a colour for links and marks.
     *
     * @param colour such as {@code #0b57d0}
     * @return a copy
     */
    public Brand accent(String colour) {
        return new Brand(name, logo, Optional.of(Colour.of(colour)));
    }

    /**
     * The name of the house.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The logo.
     *
     * @return its address, {@code data:image/png;base64,…} or {@code data:image/jpeg;base64,…}
     */
    public Optional<String> logo() {
        return logo;
    }

    /**
     * The colour on light pages.
     *
     * @return the colour, darkened where it could not be read
     */
    public Optional<String> accentOnLight() {
        return accent.map(colour -> colour.readable(LIGHT, new Colour(0, 0, 0)).toString());
    }

    /**
     * The colour on dark pages.
     *
     * @return the colour, lightened where it could not be read
     */
    public Optional<String> accentOnDark() {
        return accent.map(
                colour -> colour.readable(DARK, new Colour(255, 255, 255)).toString());
    }
}
