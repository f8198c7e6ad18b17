package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.engagement.Identities;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesFileTest {

    @TempDir
    Path temporary;

    private Identities read(String csv) {
        return Importers.identities(new Folder(temporary).write("identities.csv", csv));
    }

    private List<String> faults(String csv) {
        return catchThrowableOfType(ImportException.class, () -> read(csv)).issues().stream()
                .map(issue -> issue.location().line() + " " + issue.code())
                .toList();
    }

    @Test
    void accountsBelongToTheirPersonsAndOtherColumnsArePassedOver() {
        Identities identities =
                read("alias,kind,person\nann@a.example,mail,ann\n\"Lee, Ann\",name,ann\nann@a.example,mail,ann\n");

        assertThat(identities.personOf("ann@a.example")).isEqualTo("ann");
        assertThat(identities.personOf("Lee, Ann")).isEqualTo("ann");
        assertThat(identities.personOf("bob")).isEqualTo("bob");
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThat(faults("alias,person\na,ann\nb,\na,bob\nc\n\"d\"x,dee\n"))
                .containsExactly("3 SOC2-E060", "4 SOC2-E060", "5 SOC2-E060", "6 SOC2-E020");
    }

    @Test
    void aFileWithoutTheColumnsOrOfAnotherKindIsRefused() {
        assertThat(faults("name,person\na,b\n")).containsExactly("1 SOC2-E060");
        assertThat(faults("")).containsExactly("1 SOC2-E060");
        assertThat(faults("PK\u0003\u0004")).containsExactly("0 SOC2-E002");
        assertThat(catchThrowableOfType(
                        ImportException.class, () -> Importers.identities(temporary.resolve("none.csv"))))
                .hasMessageContaining("SOC2-E001");
    }

    @Test
    void aRenamedAddressIsAnAliasOfTheSamePersonAndAPersonMayBeItsOwnAlias() {
        Identities identities = read("alias,person\nann.lee@a.example,ann\nann.ray@a.example,ann\nann,ann\n");

        assertThat(identities.personOf("ann.lee@a.example")).isEqualTo(identities.personOf("ann.ray@a.example"));
        assertThat(identities.personOf("ann")).isEqualTo("ann");
    }

    @Test
    void namesCountAsTheyAreWrittenAndAreNeverGuessed() {
        Identities identities = read("alias,person\nann@a.example,ann\nAnn@A.example,ann\n");

        assertThat(identities.personOf("Ann@A.example")).isEqualTo("ann");
        assertThat(identities.personOf("ANN@a.example")).isEqualTo("ANN@a.example");
    }

    @Test
    void aPersonWhoIsAnAliasOfAnotherPersonIsAContradiction() {
        assertThat(faults("alias,person\na1,ann\nann,bob\n")).containsExactly("2 SOC2-E060");
    }

    @Test
    void spellingsThatDifferInCaseAloneMustNotContradictEachOther() {
        assertThat(faults("alias,person\nann@a.example,ann\nANN@a.example,bob\n"))
                .containsExactly("3 SOC2-E060");
        assertThat(faults("alias,person\na1,Ann Lee\na2,ann lee\n")).containsExactly("3 SOC2-E060");
        // e with an accent, once as one character and once as two.
        assertThat(faults("alias,person\nren\u00e9,rene\nrene\u0301,bob\n")).containsExactly("3 SOC2-E060");
    }
}
