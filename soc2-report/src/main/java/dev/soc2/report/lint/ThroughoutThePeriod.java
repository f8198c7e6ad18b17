package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * R4. Somebody says that something held throughout the period, and there is a gap, an exception or an undetermined day.
 * What a control is to do is a norm and stays silent ({@code is in force throughout the period}); in the past tense it is
 * a claim. What was designed and implemented throughout the period is the system, not its operation.
 */
final class ThroughoutThePeriod implements LintCheck {

    private static final Pattern WHOLE = Pattern.compile(
            "(?i)\\b(?:throughout (?:the|this) (?:(?:entire|whole|full|complete|examination|reporting|audit|review) )*"
                    + "(?:period|year|date)|(?:for|during|over) the (?:entire|whole|full|complete) "
                    + "(?:(?:examination|reporting|audit|review) )?(?:period|year)|"
                    + "(?:während|über|in|im|für|innerhalb)? ?(?:des|den|dem|der)? ?(?:gesamten|ganzen) "
                    + "(?:(?:Prüfungs|Berichts|Untersuchungs)?zeitraum(?:s|es)?|Jahr(?:s|es)?|Periode))(?!\\w)",
            Pattern.UNICODE_CASE);
    private static final Pattern PAST = Pattern.compile(
            "(?i)\\b(?:operated|was|were|has|have|had|remained|worked|functioned|ran|wurden?|war|waren|hat|haben)\\b");
    private static final Pattern DESIGNED = Pattern.compile("(?i)\\b(?:designed|implemented)\\b");
    private static final Pattern OPERATED =
            Pattern.compile("(?i)\\b(?:operat|effective|in force|enforced|worked|ran\\b)");
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        boolean typeI = subject.engagement().period().isEmpty();
        List<ControlResult> controls = subject.assessment().controls();
        Optional<String> anywhere =
                controls.stream().flatMap(control -> doubt(control).stream()).findFirst();
        for (Said said : subject.said()) {
            Optional<String> against = typeI
                    ? Optional.of("a Type I is about one date and says nothing of a period")
                    : said.control().isPresent() ? doubt(said.control().get()) : anywhere;
            against.ifPresent(fact -> claim(said)
                    .ifPresent(sentence -> findings.accept(new LintFinding(
                            LintRule.R4,
                            said.place(),
                            "it claims " + Quote.of(sentence) + "; " + fact,
                            "say for which time it held, and name the exception"))));
        }
    }

    private static Optional<String> claim(Said said) {
        for (String sentence : Sentences.of(said.text())) {
            Matcher whole = WHOLE.matcher(sentence);
            if (whole.find()
                    && !Sentences.isDenied(sentence, whole.start(), whole.end())
                    && (said.kind() != Said.Kind.WORDING
                            || PAST.matcher(sentence).find())
                    && (!DESIGNED.matcher(sentence).find()
                            || OPERATED.matcher(sentence).find())) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    /** What speaks against a control having held all the time. */
    private static Optional<String> doubt(ControlResult control) {
        OutcomeCounts counts =
                control.tests().stream().map(TestResult::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        if (counts.deviations() > 0) {
            return Optional.of(control.id() + " has " + counts.deviations()
                    + (counts.deviations() == 1 ? " exception" : " exceptions"));
        }
        if (counts.undetermined() > 0) {
            return Optional.of(control.id() + " has " + counts.undetermined() + " undetermined");
        }
        if (control.operating()
                .filter(o -> o == OperatingConclusion.INEFFECTIVE || o == OperatingConclusion.INSUFFICIENT_EVIDENCE)
                .isPresent()) {
            return Optional.of(control.id() + " is " + control.operating().get());
        }
        boolean unseen = control.tests().stream()
                .flatMap(test -> test.coverage().stream())
                .anyMatch(c -> c.unknown().plus(c.violating()).compareTo(DAY) >= 0);
        boolean uncovered = control.reasons().stream()
                .anyMatch(r -> r.code() == ReasonCode.SOURCE_GAP || r.code() == ReasonCode.UNCOVERED_TIME);
        return unseen || uncovered
                ? Optional.of(control.id() + " was not seen for a part of the time")
                : Optional.empty();
    }
}
