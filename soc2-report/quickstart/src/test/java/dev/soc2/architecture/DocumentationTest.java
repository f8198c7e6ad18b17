package dev.soc2.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything published is documented. */
class DocumentationTest {

    private static final Path BAD = Path.of("soc2-report/quickstart/src/test/java/dev/soc2/architecture/bad");

    @ParameterizedTest
    @EnumSource(House.class)
    void everythingPublishedIsDescribed(House module) throws IOException {
        assertThat(Undescribed.in(House.root().resolve(module.folder).resolve("src/main/java")))
                .isEmpty();
    }

    @Test
    void somethingUndescribedIsFound() throws IOException {
        assertThat(Undescribed.in(House.root().resolve(BAD)))
                .contains("Changing.java:8 no comment: public int value() {")
                .contains("dev.soc2.architecture.bad.soc2.model.Figures has no @param for rate");
    }
}
