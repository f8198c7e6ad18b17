package dev.soc2.rules.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettledTest {

    @Test
    void eachIdIsTakenOnceAndAnotherContentIsAConflict() {
        Settled settled = new Settled(0);
        DigestColumn digests = digests(2);
        assertThat(settled.add("a", digests, 0)).isTrue();
        assertThat(settled.add("a", digests, 0)).isFalse();
        assertThat(settled.conflicts()).isEmpty();
        assertThat(settled.add("a", digests, 1)).isFalse();
        assertThat(settled.conflicts()).containsExactly("a");
        assertThat(settled.size()).isOne();
        assertThat(settled.contains("b")).isFalse();
    }

    /** "Aa" and "BB" have the same hash code, and so have all texts of as many such pairs. */
    @Test
    void idsMadeToCollideAreToldApart() {
        List<String> ids = List.of("");
        for (int i = 0; i < 12; i++) {
            List<String> longer = new ArrayList<>();
            ids.forEach(id -> longer.addAll(List.of(id + "Aa", id + "BB")));
            ids = longer;
        }
        Settled settled = new Settled(10);
        DigestColumn digests = digests(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            assertThat(settled.add(ids.get(i), digests, i)).isTrue();
        }
        assertThat(settled.size()).isEqualTo(4096);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(settled.digest(ids.get(i)).orElseThrow()).isEqualTo(digests.get(i));
            assertThat(settled.add(ids.get(i), digests, i)).isFalse();
        }
        assertThat(settled.conflicts()).isEmpty();
    }

    private static DigestColumn digests(int count) {
        DigestColumn digests = new DigestColumn();
        for (int i = 0; i < count; i++) {
            byte[] digest = new byte[32];
            digest[30] = (byte) (i >> 8);
            digest[31] = (byte) i;
            digests.add(digest);
        }
        return digests;
    }
}
