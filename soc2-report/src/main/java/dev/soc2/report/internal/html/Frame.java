package dev.soc2.report.internal.html;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the words of a page: where its style and its script come from, and where its links lead. A fragment has
 * a prefix before its ids, no script, and links only when it is told where the page is that it was taken from.
 *
 * @param style the style sheet, when it stands in the page
 * @param script the script, when it stands in the page
 * @param isScripted whether there is a script, in the page or beside it
 * @param prefix what ids begin with
 * @param report what links begin with; empty when nothing can be linked to
 */
record Frame(
        Optional<String> style, Optional<String> script, boolean isScripted, String prefix, Optional<String> report) {

    /** A page of one file. */
    static Frame oneFile(String style, String script) {
        return new Frame(Optional.of(style), Optional.of(script), true, "", Optional.of(""));
    }

    /** A page of one file that is printed. */
    static Frame paper(String style) {
        return new Frame(Optional.of(style), Optional.empty(), false, "", Optional.of(""));
    }

    /** A page whose style and script are files beside it. */
    static Frame folder() {
        return new Frame(Optional.empty(), Optional.empty(), true, "", Optional.of(""));
    }

    /** A part of a page in a page of the host. */
    static Frame fragment(String prefix, Optional<String> report) {
        return new Frame(Optional.empty(), Optional.empty(), false, prefix + "-", report);
    }

    /** How a policy names the style sheet. */
    String styleSource() {
        return style.map(Policy::source).orElse("self");
    }

    /** How a policy names the script. */
    String scriptSource() {
        return script.map(Policy::source).orElse(isScripted ? "self" : "none");
    }

    String id(String anchor) {
        return prefix + anchor;
    }

    /** The target of a link; null, which leaves the attribute out, where there is none. */
    @Nullable
    String href(String anchor) {
        return report.map(page -> page + "#" + anchor).orElse(null);
    }
}
