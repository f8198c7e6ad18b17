package dev.soc2.report.internal.html;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Binds our own style sheet to a class, so that it styles nothing of a page that a fragment is put into. Knows as much
 * of the language as that sheet uses: rules, and rules inside conditions.
 */
final class ScopedCss {

    private final String css;
    private final String scope;
    private final boolean dark;
    private int at;

    private ScopedCss(String css, String scope, boolean dark) {
        this.css = css;
        this.scope = scope;
        this.dark = dark;
    }

    /** The sheet with every selector below the scope; what styles parts that no fragment has is left out. */
    static String of(String css, String scope, boolean dark) {
        String sheet = new ScopedCss(css, scope, dark).rules();
        return dark ? sheet : sheet.replace("color-scheme:light dark", "color-scheme:light");
    }

    private String rules() {
        StringBuilder out = new StringBuilder(css.length() * 2);
        while (at < css.length() && css.charAt(at) != '}') {
            int open = css.indexOf('{', at);
            if (open < 0) {
                break;
            }
            String prelude = css.substring(at, open).strip();
            at = open + 1;
            if (prelude.startsWith("@media")) {
                String inside = rules();
                if (dark || !prelude.contains("prefers-color-scheme")) {
                    out.append(prelude).append("{\n").append(inside).append("}\n");
                }
            } else {
                int close = css.indexOf('}', at);
                String bound = bound(prelude);
                if (!bound.isEmpty()) {
                    out.append(bound).append('{').append(css, at, close).append("}\n");
                }
                at = close;
            }
            at++;
            skipBlanks();
        }
        return out.toString();
    }

    private void skipBlanks() {
        while (at < css.length() && Character.isWhitespace(css.charAt(at))) {
            at++;
        }
    }

    private String bound(String selectors) {
        if (selectors.startsWith("@")) {
            return "";
        }
        return Arrays.stream(selectors.split(","))
                .map(String::strip)
                .filter(selector -> !selector.matches("(html|header|main|footer|nav|#).*|\\.(skip|tools).*"))
                .map(selector -> selector.equals(":root") || selector.equals("body") ? scope : scope + " " + selector)
                .collect(Collectors.joining(","));
    }
}
