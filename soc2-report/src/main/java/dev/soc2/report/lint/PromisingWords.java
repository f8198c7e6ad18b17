package dev.soc2.report.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * R5. A SOC 2 report certifies nothing, nobody passes it, and it guarantees nothing. The words are faults where they are
 * claims about the organisation, its system or its controls: {@code tests passed} before a merge, a {@code certified}
 * recycler, and what is denied, are none. Another standard may be named with its own word.
 */
final class PromisingWords implements LintCheck {

    private static final String ADVERBS = "(?:(?:fully|completely|entirely|now|also|still|already|currently|officially|"
            + "always|continuously|independently|successfully|100 ?%|voll|vollständig|durchgängig|offiziell|damit|somit)"
            + "[ -])*";
    private static final String SOC = "SOC[ -]?[23](?:[ -]Type[ -]?(?:I{1,2}|[12]))?";
    private static final Pattern BADGE =
            claim(SOC + "[ -](?:(?:is|are|fully) )?(?:certified|compliant|zertifiziert\\w*|konform\\w*)");
    private static final Pattern BOAST =
            claim("(?:fully|completely|100 ?%)[ -](?:certified|compliant)|voll(?:ständig)?[ -]konform");
    private static final Pattern GUARANTEE =
            claim("guarantees?|(?:is|are|was|were|be|been|have|has|had) guaranteed|garantier(?:t|en|te|ten)");
    private static final Pattern OTHER_STANDARD = Pattern.compile(
            "(?i)\\b(?:ISO|IEC|PCI|HIPAA|GDPR|DSGVO|FedRAMP|HITRUST|TISAX|C5|BSI|NIST|CSA|CCPA|FIPS|WCAG|eIDAS|ENS|"
                    + "Cyber Essentials|Common Criteria)\\b");
    private static final Pattern SOC_NAMED = claim(SOC);

    @Override
    public void check(Subject subject, Consumer<LintFinding> findings) {
        List<Pattern> claims = claims(subject);
        for (Said said : subject.said()) {
            word(said, claims)
                    .ifPresent(found -> findings.accept(new LintFinding(
                            LintRule.R5,
                            said.place(),
                            "it promises more than a report can say: " + Quote.of(found),
                            "say what was done and found; 'is designed to', 'supported', 'no exceptions noted'")));
        }
    }

    private static Pattern claim(String words) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", Pattern.UNICODE_CASE);
    }

    /** Claims about the organisation, its system and its controls. */
    private static List<Pattern> claims(Subject subject) {
        String names = Stream.of(
                        subject.engagement().organization(),
                        subject.engagement().system())
                .filter(name -> !name.isBlank())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String who =
                "(?:we|wir|(?:the|our|das|die|unser|unsere) (?:company|organi[sz]ation|system|platform|service|product|"
                        + "environment|controls|unternehmen|system|plattform|dienst|kontrollen)|" + names + ")";
        return List.of(
                claim(who + " (?:is|are|was|were|has been|have been|remains?|became|ist|sind|wurden?|bleibt) " + ADVERBS
                        + "(?:certified|compliant|in (?:full )?compliance|zertifiziert|konform)"),
                claim(who + " (?:has |have |hat |haben )?(?:successfully )?passed"),
                claim(who + " (?:hat|haben) (?:[\\p{L}\\p{N}-]+ ){0,5}bestanden"),
                claim(
                        "(?:all|every|each of the|the|alle) (?:[\\p{L}-]+ ){0,2}(?:controls?|criteria|criterion|kontrollen|kriterien) "
                                + "(?:has |have |haben |were )?(?:successfully |erfolgreich )?(?:passed|bestanden)"),
                claim("passed (?:[\\p{L}\\p{N}-]+ ){0,4}" + SOC));
    }

    private static Optional<String> word(Said said, List<Pattern> claims) {
        List<Pattern> patterns = new ArrayList<>(List.of(BADGE));
        // What is promised to customers may quote a contract, which may well guarantee something.
        if (said.kind() != Said.Kind.PROMISE) {
            patterns.add(GUARANTEE);
        }
        for (String sentence : Sentences.of(said.text())) {
            boolean other = OTHER_STANDARD.matcher(sentence).find()
                    && !SOC_NAMED.matcher(sentence).find();
            Stream<Pattern> all = other
                    ? patterns.stream()
                    : Stream.concat(patterns.stream(), Stream.concat(Stream.of(BOAST), claims.stream()));
            Optional<String> found = all.flatMap(p -> p.matcher(sentence)
                            .results()
                            .filter(m -> !Sentences.isDenied(sentence, m.start(), m.end())))
                    .map(MatchResult::group)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
