package dev.soc2.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules are shown code that breaks them, so that a green rule means something. */
class RulesCanFailTest {

    private static final JavaClasses BAD = new ClassFileImporter().importPackages("dev.soc2.architecture.bad");

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void badCodeIsFound(ArchRule rule, String expected) {
        var result = rule.evaluate(BAD);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(expected);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(LayersTest.modelSeesNoSibling, "Figures.turn()"),
                Arguments.of(LayersTest.siblingsDoNotSeeEachOther, "ReportHelper.shout("),
                Arguments.of(LayersTest.packagesAreFreeOfCycles, "Cycle detected"),
                Arguments.of(LayersTest.internalsStayInTheirModule, "Gears.turn(int)"),
                Arguments.of(LayersTest.modelNeedsLittle, "Gears.turn(int)"),
                Arguments.of(SameBytesTest.nothingIsTakenFromTheMachine, "java.time.Instant.now()"),
                Arguments.of(SameBytesTest.nothingIsTakenFromTheMachine, "java.lang.String.toUpperCase()"),
                Arguments.of(SameBytesTest.threadsBelongToTheHost, "parallelStream()"),
                Arguments.of(SameBytesTest.nothingGoesAroundTheTypesOrOutOfTheProcess, "readObject()"),
                Arguments.of(SameBytesTest.nothingGoesAroundTheTypesOrOutOfTheProcess, "setAccessible(boolean)"),
                Arguments.of(SameBytesTest.servicesAreLookedUpInsideOnly, "ReportHelper.services()"),
                Arguments.of(SameBytesTest.staticFieldsHoldNoState, "ReportHelper.SEEN"),
                Arguments.of(SameBytesTest.nobodyPrints, "java.lang.System.out"),
                Arguments.of(SameBytesTest.noOtherLogging, "java.util.logging.Logger"),
                Arguments.of(SameBytesTest.nothingConnects, "java.net.Socket"),
                Arguments.of(SameBytesTest.loggingIsInternal, "org.slf4j.Logger"),
                Arguments.of(LayersTest.documentLibrariesAreSeenByTheDocumentReaderOnly, "LoadSettings"),
                Arguments.of(ValuesTest.modelTypesAreClosed, "Changing is open"),
                Arguments.of(ValuesTest.modelValuesNeverChange, "Changing.value"),
                Arguments.of(ValuesTest.modelCountsExactly, "Figures.rate is a double"),
                Arguments.of(ValuesTest.recordsKeepTheirOwnCollections, "Figures copies 0 of 1"),
                Arguments.of(ValuesTest.recordsHoldNoArrays, "Figures.counts is an array"),
                Arguments.of(DoorsTest.onlyTheJdkAndOurselvesInSignatures, "domain.JavaClass"),
                Arguments.of(DoorsTest.noSetters, "setValue(int) is a setter"),
                Arguments.of(DoorsTest.publishedTypesAreClosed, "Changing is open"),
                Arguments.of(DoorsTest.providerInterfacesHaveAContract, "does not have modifier PUBLIC"),
                Arguments.of(DoorsTest.providerInterfacesHaveAContract, "has no BareProviderContract"),
                Arguments.of(DoorsTest.packagesAreNullMarked, "bad.soc2.model is not @NullMarked"),
                Arguments.of(DoorsTest.resultsAreTakenApartWithMatch, "Outcome has no match(...)"),
                Arguments.of(WordsTest.noGenericExceptions, "java.lang.RuntimeException.<init>"),
                Arguments.of(WordsTest.ownExceptionsCarryIssues, "Fault"),
                Arguments.of(WordsTest.exceptionMeansThrowable, "DeviationException"),
                Arguments.of(WordsTest.namesSayWhatAThingIs, "ReportHelper"));
    }
}
