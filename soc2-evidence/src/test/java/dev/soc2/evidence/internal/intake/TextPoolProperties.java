package dev.soc2.evidence.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class TextPoolProperties {

    private static Set<byte[]> sorted(List<String> texts) {
        Set<byte[]> sorted = new TreeSet<>(Arrays::compareUnsigned);
        texts.forEach(text -> sorted.add(text.getBytes(StandardCharsets.UTF_8)));
        return sorted;
    }

    private static TextPool pool(List<String> texts) {
        TextPool pool = new TextPool();
        texts.forEach(pool::add);
        return pool;
    }

    private static List<String> read(TextPool pool) {
        List<String> texts = new ArrayList<>();
        pool.forEach(bytes -> texts.add(HexFormat.of().formatHex(bytes)));
        return texts;
    }

    @Property
    void textsComeOnceInTheOrderOfTheirBytes(@ForAll List<@NotEmpty String> texts, @ForAll List<String> more) {
        TextPool pool = pool(texts);
        assertThat(pool.size()).isEqualTo(sorted(texts).size());
        pool.addAll(pool(more));
        more.forEach(pool::add);
        List<String> all = new ArrayList<>(texts);
        all.addAll(more);

        assertThat(read(pool))
                .isEqualTo(sorted(all).stream()
                        .map(bytes -> HexFormat.of().formatHex(bytes))
                        .toList());
        assertThat(pool.size()).isEqualTo(sorted(all).size());
    }

    @Property
    void theDigestIsThatOfTheSortedIds(@ForAll List<String> ids) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] id : sorted(ids)) {
            digest.update(ByteBuffer.allocate(4).putInt(id.length).array());
            digest.update(id);
        }

        assertThat(PopulationHash.of(pool(ids))).isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    @Property
    void textsThatBeginAlikeAreInOrderToo(@ForAll List<@NotEmpty String> texts) {
        List<String> alike = texts.stream()
                .map(text -> "hris:" + text.charAt(0) + "\u0000".repeat(text.length() % 9))
                .toList();

        assertThat(read(pool(alike)))
                .isEqualTo(sorted(alike).stream()
                        .map(bytes -> HexFormat.of().formatHex(bytes))
                        .toList());
    }

    @Example
    void manyTextsAndLargeOnesReachOverPages() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            texts.add("id-" + (i * 7919L) % 200_000);
        }
        texts.add("x".repeat(3 << 20));
        TextPool pool = pool(texts);

        assertThat(pool.size()).isEqualTo(200_001);
        assertThat(read(pool).get(200_000)).hasSize(6 << 20);
    }
}
