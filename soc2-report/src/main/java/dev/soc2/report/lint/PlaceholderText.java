package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * R3. A placeholder was left. Brackets alone are none: lists, tickets ({@code [SEC-12]}), citations and links have them
 * too; they hold an order to the writer, or the name of what belongs there.
 */
final class PlaceholderText implements LintCheck {

    private static final String ORDER =
            "(?:please )?(?:insert|enter|fill in|add|to be|tbd|tbc|todo|describe|specify|replace|"
                    + "placeholder|your|einfügen|eintragen|ausfüllen|zu ergänzen|noch zu)\\b[^\\]>}]{0,80}";
    private static final String THING =
            "(?:the |name of (?:the )?)?(?:service |legal |sub-?service |user )?(?:company|client|customer|"
                    + "organi[sz]ation|entity|system|product|vendor|auditor|firm|date|period|name|title|role|owner|person|"
                    + "signature|unternehmen|firma|organisation|datum|zeitraum|name der firma)"
                    + "(?:[ _-](?:name|title|here|date))?";
    private static final String BLANK = "(?:x{2,}|\\.{3}|…|_{2,})";
    private static final String INSIDE = "\\s*(?:" + ORDER + "|" + THING + "|" + BLANK + ")\\s*";
    private static final Pattern BRACKETS = Pattern.compile(
            "(?i)\\[" + INSIDE + "\\](?![(:\\[])|<" + INSIDE + ">|\\$?\\{{1,2}" + INSIDE + "\\}{1,2}",
            Pattern.UNICODE_CASE);
    private static final Pattern LOREM = Pattern.compile("(?i)\\blorem ipsum\\b");
    // As a word of its own; a masked number has signs or digits at its sides.
    private static final Pattern CROSSES = Pattern.compile("(?<![\\w*#-])X{3,}(?![\\w*#-])");
    private static final Pattern LATER = Pattern.compile("\\bTB[DCA]\\b");
    private static final Pattern TRUNK = Pattern.compile("(?i)trunk[ -]based");
    private static final Pattern TO_DO =
            Pattern.compile("(?:^|[(\\[.;] ?)(?:TODO|FIXME)\\b(?! (?:list|comment|item|entr))"
                    + "|\\b(?:TODO|FIXME)(?=:|\\)|\\]|\\s*$)");

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        for (Said said : subject.said()) {
            look(said.place(), said.text(), findings);
        }
        for (ControlResult control : subject.assessment().controls()) {
            control.tests().forEach(test -> look(Subject.place(control, test.id()), test.rule(), findings));
            control.implementation()
                    .ifPresent(found -> found.inspections()
                            .forEach(test -> look(Subject.place(control, test.id()), test.rule(), findings)));
        }
    }

    private static void look(String place, String text, Consumer<LintFinding> findings) {
        for (Pattern pattern : new Pattern[] {BRACKETS, LOREM, CROSSES, LATER, TO_DO}) {
            Matcher found = pattern.matcher(text);
            if (found.find() && !(pattern == LATER && TRUNK.matcher(text).find())) {
                findings.accept(new LintFinding(
                        LintRule.R3,
                        place,
                        "a placeholder was left: " + Quote.of(found.group()),
                        "write what belongs there, or leave the field out"));
                return;
            }
        }
    }
}
