package dev.soc2.evidence.hostile;

import static dev.soc2.evidence.hostile.Case.repeat;
import static dev.soc2.evidence.hostile.Case.write;

import java.util.ArrayList;
import java.util.List;

/** Histories of git, plain and as JSON lines. */
final class GitCases {

    private static final String TIME = "2025-01-06T10:00:00-05:00";

    private GitCases() {}

    static String hash(char digit) {
        return String.valueOf(digit).repeat(40);
    }

    static String commit(char digit, String author) {
        return commit(hash(digit), author, TIME, "");
    }

    private static String commit(String hash, String author, String time, String trailers) {
        return String.join("\u001f", hash, "", author, "a@x.example", time, "Bot", "b@x.example", time, trailers)
                + "\u001e\n";
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        String one = commit('1', "Ann");
        String three = commit('3', "Ann");
        plain(cases, "a hash of 39 digits", commit("2".repeat(39), "Ann", TIME, ""), "E050");
        plain(cases, "a hash in capitals", commit("A".repeat(40), "Ann", TIME, ""), "E050");
        plain(cases, "an option for a hash", commit("--output=/tmp/x", "Ann", TIME, ""), "E050");
        plain(cases, "no author", commit(hash('2'), "", TIME, "").replace("a@x.example", ""), "E050");
        plain(cases, "a day that does not exist", commit(hash('2'), "Ann", "2025-02-30T10:00:00Z", ""), "E050");
        plain(cases, "a time without an offset", commit(hash('2'), "Ann", "2025-02-03T10:00:00", ""), "E050");
        plain(cases, "the year 9999", commit(hash('2'), "Ann", "9999-01-01T00:00:00Z", ""), "E027");
        plain(cases, "a year of nine digits", commit(hash('2'), "Ann", "+999999999-01-01T00:00:00Z", ""), "E027");
        plain(cases, "a field too many", commit(hash('2'), "Ann\u001fx", TIME, ""), "E050");
        plain(cases, "a field too few", hash('2') + "\u001fAnn\u001e\n", "E050");
        plain(
                cases,
                "an author of 2,000 letters",
                commit(hash('2'), "Ann", TIME, "").replace("a@x.example", "a".repeat(2_000)),
                "E027");
        plain(cases, "the same hash, another author", commit('1', "Bob").replace("a@x.example", "z@x.example"), "E004");
        cases.add(Case.of(
                "history: trailers in abundance",
                Doors.gitLog(),
                "a.log",
                one + commit(hash('2'), "Ann", TIME, "Reviewed-by: R <r@x.example>\n".repeat(10_000)) + three,
                hash('1') + " " + hash('2') + " " + hash('3'),
                ""));
        cases.add(Case.of(
                "history: reviewers in abundance",
                Doors.gitLog(),
                "a.log",
                one + commit(hash('2'), "Ann", TIME, "Reviewed-by: " + "<".repeat(100_000) + "\n") + three,
                hash('1') + " " + hash('2') + " " + hash('3'),
                ""));
        cases.add(Case.large(
                "history: a commit of 60 MB",
                Doors.gitLog(),
                "a.log",
                out -> {
                    write(out, one + hash('2'));
                    repeat(out, "x".repeat(1_000), 60_000);
                    write(out, "\u001e\n" + three);
                },
                hash('1') + " " + hash('3'),
                "E003"));
        for (int part = 1; part < 8; part++) {
            String history = one + three;
            int cut = history.length() * part / 8;
            cases.add(Case.of(
                    "history broken off at " + part + "/8",
                    Doors.gitLog(),
                    "a.log",
                    history.substring(0, cut),
                    cut >= one.length() - 1 ? hash('1') : "",
                    cut == one.length() || cut == one.length() - 1 ? "" : "E005"));
        }
        line(cases, "no commit", "{}", "E050");
        line(cases, "a hash that is a number", "{\"hash\":1}", "E050");
        line(cases, "a list", "[]", "D022");
        line(cases, "lists in each other", "[".repeat(100), "D005");
        line(cases, "a field twice", json('2').replace("}}", "},\"isMerge\":true,\"isMerge\":false}"), "D006");
        line(cases, "an authors' list", json('2').replace("{\"name\":\"Ann\"}", "[]"), "E050");
        line(cases, "parents that are numbers", json('2').replace("}}", "},\"parents\":[1,2]}"), "E050");
        line(
                cases,
                "a request number with a huge exponent",
                json('2').replace("}}", "},\"pullRequests\":[1e400]}"),
                "D023");
        line(cases, "counts beyond 64 bits", json('2').replace("}}", "},\"additions\":99999999999999999999}"), "D023");
        return cases;
    }

    private static String json(char digit) {
        return "{\"hash\":\"" + hash(digit) + "\",\"author\":{\"name\":\"Ann\"},\"committer\":{\"date\":\"" + TIME
                + "\"}}";
    }

    private static void plain(List<Case> cases, String name, String commit, String code) {
        cases.add(Case.of(
                "commit: " + name,
                Doors.gitLog(),
                "a.log",
                commit('1', "Ann") + commit + commit('3', "Ann"),
                hash('1') + " " + hash('3'),
                code));
    }

    private static void line(List<Case> cases, String name, String line, String code) {
        cases.add(Case.of(
                "commit as JSON: " + name,
                Doors.gitLog(),
                "a.jsonl",
                json('1') + "\n" + line + "\n" + json('3') + "\n",
                hash('1') + " " + hash('3'),
                code));
    }
}
