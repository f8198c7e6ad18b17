package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.html.HtmlFragments;
import dev.soc2.report.render.FragmentOptions;

/**
 * Parts of the page as markup that a page of the host includes. Each stands in one element of the class
 * {@code soc2-fragment}, has no script and no style attribute, and reads without the style sheet too. Text of evidence is
 * text in it, whatever it says. Stateless and safe for use by many threads.
 *
 * <pre>{@code
 * String table = Reports.fragments().coverageTable(assessment, FragmentOptions.prefixed("soc2").linkedTo("soc2.html"));
 * }</pre>
 */
public final class Fragments {

    Fragments() {}

    /**
     * The table of criteria by months; for a Type I, which looks at one date, a sentence that says so.
     *
     * @param assessment what to show
     * @param options where it stands
     * @return HTML
     */
    public String coverageTable(Assessment assessment, FragmentOptions options) {
        return HtmlFragments.coverage(seen(assessment, options), setting(options));
    }

    /**
     * A control with its conclusion, its tests and the chain of proof behind them.
     *
     * @param assessment what to show
     * @param control id of the control
     * @param options where it stands
     * @return HTML; its heading is of the third level
     * @throws IllegalArgumentException if the control was not assessed; the message names those that were
     */
    public String controlCard(Assessment assessment, String control, FragmentOptions options) {
        return HtmlFragments.control(seen(assessment, options), control, setting(options));
    }

    /**
     * When in the period a control went wrong: a bar (SVG) with the dates in words below it. A sentence instead when
     * nothing of it has a date.
     *
     * @param assessment what to show
     * @param control id of the control
     * @param options where it stands
     * @return HTML
     * @throws IllegalArgumentException if the control was not assessed; the message names those that were
     */
    public String timeline(Assessment assessment, String control, FragmentOptions options) {
        return HtmlFragments.timeline(seen(assessment, options), control, setting(options));
    }

    /**
     * The style sheet of all fragments. Every rule is bound to the class {@code soc2-fragment}, so that it changes
     * nothing else of a page; light or dark follows the reader's choice.
     *
     * @return CSS
     */
    public String styleSheet() {
        return HtmlFragments.styleSheet(true);
    }

    /**
     * The same for a page that is light whatever the reader chose.
     *
     * @return CSS
     */
    public String lightStyleSheet() {
        return HtmlFragments.styleSheet(false);
    }

    /** What the reader may see of it; the lint speaks about whole reports. */
    private static Assessment seen(Assessment assessment, FragmentOptions options) {
        return Prepared.of(assessment, options.shown(), false).assessment();
    }

    private static HtmlFragments.Setting setting(FragmentOptions options) {
        return new HtmlFragments.Setting(BuiltIns.presentation(options.shown()), options.prefix(), options.report());
    }
}
