package dev.soc2.report.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a part of a report stands in a page of the host.
 *
 * @param prefix what its ids begin with: a lower-case letter, then letters, digits and {@code -}, at most 32; two
 *     fragments of one page have different ones
 * @param report address of the whole report, to which links lead: of {@code http} or {@code https}, or a path relative to
 *     the page, without a fragment; without it, nothing is a link
 * @param shown language and words, and what is withheld from the reader
 */
public record FragmentOptions(String prefix, Optional<String> report, ReportOptions shown) {

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Checks the prefix and the address. */
    public FragmentOptions {
        Objects.requireNonNull(shown, "shown");
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("'" + prefix
                    + "' is no prefix of ids: a lower-case letter, then letters, digits and '-', at most 32");
        }
        report.ifPresent(FragmentOptions::check);
    }

    /**
     * Without links, in the default language.
     *
     * @param prefix what its ids begin with
     * @return the options
     */
    public static FragmentOptions prefixed(String prefix) {
        return new FragmentOptions(prefix, Optional.empty(), ReportOptions.defaults());
    }

    /**
     * Lets links lead to the whole report.
     *
     * @param address its address, of {@code http} or {@code https}, or relative to the page
     * @return a copy
     */
    public FragmentOptions linkedTo(String address) {
        return new FragmentOptions(prefix, Optional.of(address), shown);
    }

    /**
     * Shows it in the language and the words of these options, without what they withhold.
     *
     * @param options how to show it
     * @return a copy
     */
    public FragmentOptions shownAs(ReportOptions options) {
        return new FragmentOptions(prefix, report, options);
    }

    private static void check(String address) {
        if (!isReport(address)) {
            throw new IllegalArgumentException("'" + address
                    + "' is no address of a report: http or https with a host, or a path relative to the page,"
                    + " without user or fragment");
        }
    }

    /** What a browser could read otherwise than this class does is refused by the strict syntax of a URI. */
    private static boolean isReport(String address) {
        try {
            URI uri = new URI(address);
            if (address.isEmpty() || uri.isOpaque() || uri.getRawFragment() != null) {
                return false;
            }
            if (uri.getScheme() == null) {
                return uri.getRawAuthority() == null && !address.startsWith("//");
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
