package dev.soc2.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** What a type of a record may look like, against the same rule as an expression. */
class EvidenceTypeProperties {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_-]*(\\.[a-z0-9][a-z0-9_-]*)*");

    private static boolean isTaken(String type) {
        try {
            Evidence.of("1", type, "subject", Instant.EPOCH, "source").build();
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("dotted lower-case name");
            return false;
        }
    }

    @Property(tries = 20_000)
    void aTypeIsWhatTheExpressionSays(
            @ForAll @StringLength(max = 6) @Chars({'a', 'z', '0', '9', '.', '.', '_', '-', 'A', '\u00e9'})
                    String type) {
        assertThat(isTaken(type)).as(type).isEqualTo(TYPE.matcher(type).matches());
    }

    @Property
    void noOtherCharacterIsOfAType(@ForAll @CharRange(from = 0, to = '\uffff') char other) {
        String type = "a" + other + "a";

        assertThat(isTaken(type)).isEqualTo(TYPE.matcher(type).matches());
    }
}
