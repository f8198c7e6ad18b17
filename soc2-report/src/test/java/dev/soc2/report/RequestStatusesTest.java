package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.RequestStatus;
import dev.soc2.report.render.RequestStatuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestStatusesTest {

    private static final ReportOptions DEFAULTS = ReportOptions.defaults();

    @TempDir
    Path folder;

    private String firstRequest() {
        return Reports.requestsCsv()
                .render(Samples.year(), DEFAULTS)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .substring(1, 13);
    }

    @Test
    void aListThatIsMadeAgainKeepsWhatPeopleWrote() {
        String id = firstRequest();
        RequestStatuses before = new RequestStatuses(Map.of(
                id,
                new RequestStatus(RequestStatus.State.RETURNED, "https://share.example/1", "=wrong \"year\",\nagain")));
        Path list = folder.resolve("requests.csv");
        Reports.requestsCsv().write(Samples.year(), DEFAULTS.requestStatuses(before), list);

        RequestStatuses read = RequestStatuses.readCsv(list);

        assertThat(read.of(id)).isEqualTo(before.of(id));
        assertThat(read.of("REQ-UNKNOWN")).isEqualTo(RequestStatus.OPEN);
        assertThat(read.byRequest().values())
                .filteredOn(RequestStatus.OPEN::equals)
                .hasSize(read.byRequest().size() - 1);
    }

    @Test
    void aListIsReadBackInTheLanguageInWhichItWasWritten() throws IOException {
        String id = firstRequest();
        RequestStatuses before = new RequestStatuses(
                Map.of(id, new RequestStatus(RequestStatus.State.NOT_APPLICABLE, "", "gehört nicht hierher")));
        Path list = folder.resolve("anforderungen.csv");
        Reports.requestsCsv()
                .write(Samples.year(), DEFAULTS.locale(Locale.GERMANY).requestStatuses(before), list);

        assertThat(Files.readString(list)).contains("\"Anforderung\"", "\"Nicht anwendbar\"");
        assertThat(RequestStatuses.readCsv(list).of(id)).isEqualTo(before.of(id));
    }

    @Test
    void aStateMayBeWrittenAsItsNameOrAsAWordOfAnyLanguage() throws IOException {
        Path list = Files.writeString(
                folder.resolve("requests.csv"),
                "Request,Status,Link zum Nachweis,Note\nREQ-1,ACCEPTED,,\nREQ-2,zurückgegeben,,\nREQ-3,not applicable,,\nREQ-4,,,\n");

        assertThat(RequestStatuses.readCsv(list).byRequest())
                .extractingFromEntries(entry -> entry.getValue().state())
                .containsExactlyInAnyOrder(
                        RequestStatus.State.ACCEPTED,
                        RequestStatus.State.RETURNED,
                        RequestStatus.State.NOT_APPLICABLE,
                        RequestStatus.State.OPEN);
    }

    @Test
    void onlyWhatCouldNotBeFoundIsAskedFor() {
        String requests = Reports.requestsCsv().render(Samples.year(), DEFAULTS);

        assertThat(requests.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("\"REQ-"));
        assertThat(Reports.requestsCsv().render(Samples.only(), DEFAULTS).lines())
                .hasSize(1);
    }

    @Test
    void faultsOfAListAreToldAtOnce() throws IOException {
        Path list = Files.writeString(
                folder.resolve("requests.csv"),
                "Request,Status,Evidence link,Note\nREQ-1,Done,,\nREQ-2,Open,,\nREQ-2,Open,,\n");

        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> RequestStatuses.readCsv(list));

        assertThat(refused.issues())
                .extracting(Issue::code, issue -> issue.location().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SOC2-P002", 2),
                        org.assertj.core.groups.Tuple.tuple("SOC2-P003", 4));
    }

    @Test
    void aListWithoutItsColumnsIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("requests.csv"), "Request;Status\nREQ-1;Open\n");

        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> RequestStatuses.readCsv(list));

        assertThat(refused.issues()).hasSize(4).extracting(Issue::code).containsOnly("SOC2-P001");
    }
}
