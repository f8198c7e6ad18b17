package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

    private static final EvidenceLineReader READER = new EvidenceLineReader("okta.jsonl", "JSONL");

    private static Evidence read(int line, String id) {
        String text = "{\"id\":\"" + id + "\",\"type\":\"iam.account.disabled\",\"subject\":\"ann\","
                + "\"occurredAt\":\"2025-03-01T09:30:00Z\",\"source\":\"okta\",\"actor\":\"bob\","
                + "\"attributes\":{\"reason\":\"left\"}}";
        return READER.read(line, text.getBytes(StandardCharsets.UTF_8)).match(evidence -> evidence, issues -> {
            throw new AssertionError(issues.toString());
        });
    }

    @Test
    void recordsOfOneFileKeepOneCopyOfWhatRecurs() {
        Evidence one = read(1, "a");
        Evidence other = read(2, "b");
        assertThat(other.type()).isSameAs(one.type());
        assertThat(other.source()).isSameAs(one.source());
        assertThat(other.actor().orElseThrow()).isSameAs(one.actor().orElseThrow());
        assertThat(other.attributes().keySet().iterator().next())
                .isSameAs(one.attributes().keySet().iterator().next());
    }

    @Test
    void textsThatMeetInOneSlotStayWhatTheyAre() {
        RecurringTexts texts = new RecurringTexts();
        for (int i = 0; i < 20_000; i++) {
            // Far more texts than slots, and "Aa" and "BB" have one hash code.
            assertThat(texts.shared("source-" + i)).isEqualTo("source-" + i);
            assertThat(texts.shared("Aa" + i)).isEqualTo("Aa" + i);
            assertThat(texts.shared("BB" + i)).isEqualTo("BB" + i);
        }
    }

    @Test
    void longTextsAreNotHeld() {
        String text = "x".repeat(101);
        RecurringTexts texts = new RecurringTexts();
        texts.shared(text);
        String again = "x".repeat(101);
        assertThat(texts.shared(again)).isSameAs(again);
    }
}
