package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nobody is called what only words can make of him; the text may say that nobody is. */
class WordsTest {

    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern WORD =
            Pattern.compile("\\b(certif(ied|ies|y|ication)|complian(t|ce)|pass(ed|es)?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPLAINED = Pattern.compile("\\b(never|nobody)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void noPageClaimsWhatNoProgramCanGive() {
        List<String> claims = new ArrayList<>();
        for (Page page : Page.all()) {
            List<String> prose = page.prose();
            boolean listed = false;
            for (int i = 0; i < prose.size(); i++) {
                // What a resource says is not this text's claim.
                listed = prose.get(i).equals("<!-- vocabulary -->")
                        || (listed && !prose.get(i).equals("<!-- /vocabulary -->"));
                if (listed) {
                    continue;
                }
                String line = CODE.matcher(prose.get(i)).replaceAll("");
                if (WORD.matcher(line).find() && !EXPLAINED.matcher(line).find()) {
                    claims.add(page.name() + ":" + (i + 1) + " " + line);
                }
            }
        }

        assertThat(claims).isEmpty();
    }

    @Test
    void theReadmeSaysWhoGivesAnOpinion() {
        assertThat(String.join("\n", Page.readme().prose())).contains("CPA").contains("never");
    }
}
