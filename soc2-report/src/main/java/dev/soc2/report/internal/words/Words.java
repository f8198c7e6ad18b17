package dev.soc2.report.internal.words;

import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DeficiencySeverity;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RemediationState;
import dev.soc2.model.result.SelectionMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What every code of the model is called in a report, and the sentences that all formats share, in one language. A text
 * for each constant stands in {@code words.properties}; a test walks the constants, so that a new code gets its words.
 */
public final class Words {

    private final Phrases phrases;

    private Words(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The words of a language; a text of the host goes first. */
    public static Words in(Locale locale, Optional<ResourceBundle> own) {
        return new Words(Phrases.of(Words.class, "words", locale, own));
    }

    /** The words of every language that is built in, English first. */
    public static List<Words> inEveryLanguage() {
        return Stream.concat(Stream.of(""), Phrases.LANGUAGES.stream())
                .map(language -> in(Locale.forLanguageTag(language), Optional.empty()))
                .toList();
    }

    /** A shared sentence or heading. */
    public String text(String key, Object... values) {
        return phrases.text(key, values);
    }

    /** A shared text with a number. */
    public String count(String key, long n) {
        return phrases.count(key, n);
    }

    /** A shared text taken apart at its places. */
    public List<Phrases.Piece> pieces(String key, Object... values) {
        return phrases.pieces(key, values);
    }

    private String of(String kind, Enum<?> code) {
        return text(kind + "." + code.name());
    }

    /** The language as HTML and others name it, such as {@code de}. */
    public String language() {
        return text("language");
    }

    /** Words that began a sentence, inside one. */
    public String inSentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** Such as {@code 7.3 %}; rounded for print only, and never to nothing or to all. */
    public String percent(long part, long whole) {
        return Figures.percent(part, whole).replace(".", text("figure.point"));
    }

    /** Such as {@code 3 of 41}. */
    public String of(long part, long whole) {
        return text("of", Figures.grouped(part), Figures.grouped(whole));
    }

    /** Such as {@code 3 of 41 (7.3 %)}. */
    public String share(long part, long whole) {
        return text("share", Figures.grouped(part), Figures.grouped(whole), percent(part, whole));
    }

    /** Such as {@code not supported}, in lower case. */
    public String of(Verdict verdict) {
        return of("verdict", verdict);
    }

    /** What a verdict is called in the table of months, such as {@code covered}. */
    public String ofMonth(Verdict verdict) {
        return of("month", verdict);
    }

    /** Such as {@code not done}; starts in lower case. */
    public String of(ReasonCode code) {
        return of("reason", code);
    }

    /** What would settle something that was concluded for this reason; a full sentence. */
    public String settledBy(ReasonCode code) {
        return text("settled."
                + switch (code) {
                    case IPE_UNVERIFIED, EMPTY_POPULATION_UNPROVEN -> "population";
                    case IPE_FAILED, DIGEST_MISMATCH -> "contradiction";
                    case POPULATION_TAKEN_EARLY -> "early";
                    case STATE_TAKEN_LATE -> "late";
                    case SOURCE_GAP, SOURCE_ERROR, COVERAGE_ASSUMED -> "source";
                    case STALE_OBSERVATION, NEVER_OBSERVED, NO_LOOKBACK -> "observations";
                    case EXPRESSION_ERROR, STOP_UNREADABLE, START_UNKNOWN, STOP_BEFORE_START -> "records";
                    case LIMIT_UNKNOWN -> "limit";
                    case CALENDAR_UNKNOWN -> "calendar";
                    case RULE_ERROR -> "rule";
                    case INQUIRY_ONLY -> "inquiry";
                    case SAMPLE_TOO_SMALL -> "sample";
                    case NOT_TESTED -> "test";
                    case ORPHAN_RIGHT, UNMATCHED_LEFT, DUPLICATE -> "reconcile";
                    case DESIGN_GAP, DESIGN_NOT_SHOWN -> "design";
                    case IMPLEMENTATION_NOT_SHOWN -> "implementation";
                    case NOT_MONITORED -> "monitor";
                    case REPORT_GAP -> "newer";
                    case REPORT_NOT_EVALUATED -> "evaluate";
                    case NOT_YET_DUE -> "due";
                    default -> "other";
                });
    }

    /** Such as {@code Not effective}; for a Type II only. */
    public String of(OperatingConclusion conclusion) {
        return of("operating", conclusion);
    }

    /** Such as {@code significant deficiency}. */
    public String of(DeficiencySeverity severity) {
        return of("severity", severity);
    }

    /** Such as {@code planned}. */
    public String of(RemediationState state) {
        return of("remediation", state);
    }

    /** The group of a conclusion. */
    public static Verdict verdict(OperatingConclusion conclusion) {
        return switch (conclusion) {
            case EFFECTIVE, EFFECTIVE_WITH_DEVIATIONS -> Verdict.SUPPORTED;
            case INEFFECTIVE -> Verdict.NOT_SUPPORTED;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
            case NOT_TESTED -> Verdict.NOT_ASSESSED;
            case DID_NOT_OPERATE, NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }

    /** Such as {@code Suitably designed}. */
    public String of(DesignConclusion conclusion) {
        return of("design", conclusion);
    }

    /** Whether a control was in place on the date of a Type I. */
    public String of(ImplementedAsOf implemented) {
        return of("implemented", implemented);
    }

    /** What was found about a promise to customers. */
    public String of(CommitmentConclusion conclusion) {
        return of("commitment", conclusion);
    }

    /** The group of a conclusion. */
    public static Verdict verdict(CommitmentConclusion conclusion) {
        return switch (conclusion) {
            case SUPPORTED -> Verdict.SUPPORTED;
            case UNDETERMINED -> Verdict.UNDETERMINED;
            case NOT_SUPPORTED, MISSED -> Verdict.NOT_SUPPORTED;
        };
    }

    /** The group of a conclusion. */
    public static Verdict verdict(DesignConclusion conclusion) {
        return switch (conclusion) {
            case SUITABLE, SUITABLE_PART_OF_PERIOD -> Verdict.SUPPORTED;
            case UNSUITABLE -> Verdict.NOT_SUPPORTED;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
        };
    }

    /** Such as {@code Supported with exceptions}. */
    public String of(CriterionConclusion conclusion) {
        return of("criterion", conclusion);
    }

    /** The group of a conclusion; that nobody looked is for the caller to know. */
    public static Verdict verdict(CriterionConclusion conclusion) {
        return switch (conclusion) {
            case MET, MET_WITH_RELIANCE, MET_WITH_EXCEPTIONS -> Verdict.SUPPORTED;
            case INSUFFICIENT_EVIDENCE -> Verdict.UNDETERMINED;
            case NOT_MET -> Verdict.NOT_SUPPORTED;
            case NOT_RELEVANT -> Verdict.NOT_APPLICABLE;
        };
    }

    /** Such as {@code qualified}. */
    public String of(OpinionKind kind) {
        return of("opinion", kind);
    }

    /** What the tester did. */
    public String of(TestProcedure procedure) {
        return of("procedure", procedure);
    }

    /** How items were chosen. */
    public String of(Lane lane) {
        return of("lane", lane);
    }

    /** How a sample was drawn. */
    public String of(SelectionMethod method) {
        return of("method", method);
    }

    /** How far a population is proven. */
    public String of(IpeStatus ipe) {
        return of("ipe", ipe);
    }

    /** Such as {@code exceptions}: the reader's word, in the plural. */
    public String of(ItemOutcome outcome) {
        return of("outcome", outcome);
    }

    /** Such as {@code Processing integrity}. */
    public String of(TrustServicesCategory category) {
        return of("category", category);
    }

    /** Such as {@code preventive}. */
    public String of(ControlNature nature) {
        return of("nature", nature);
    }

    /** Such as {@code automated}. */
    public String of(ControlExecution execution) {
        return of("execution", execution);
    }

    /** Such as {@code quarterly}. */
    public String of(ControlFrequency frequency) {
        return of("frequency", frequency);
    }

    /** How much proof was asked for. */
    public String of(AssuranceLevel assurance) {
        return of("assurance", assurance);
    }

    /** How a supplier is dealt with. */
    public String of(SubserviceMethod method) {
        return of("supplier", method);
    }

    /** What a description criterion asks for. */
    public String of(DescriptionCriterion criterion) {
        return of("description", criterion);
    }

    /** A deviation policy from its written form. */
    public String policy(String written) {
        return switch (written) {
            case "CENSUS" -> text("policy.census");
            case "STRICT" -> text("policy.strict");
            default ->
                written.startsWith("SAMPLE ")
                        ? sample(written.substring("SAMPLE ".length()))
                        : written.startsWith("TOLERANCE ")
                                ? text("policy.tolerance", rate(written.substring("TOLERANCE ".length())))
                                : written;
        };
    }

    private String sample(String written) {
        String[] rates = rate(written).split(" AT ", 2);
        return text("policy.sample", rates[rates.length - 1], rates[0]);
    }

    private String rate(String written) {
        return written.replace("%", " %").replace(".", text("figure.point"));
    }
}
