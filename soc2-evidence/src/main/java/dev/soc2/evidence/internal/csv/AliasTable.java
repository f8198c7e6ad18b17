package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableShape;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table with the columns {@code alias} and {@code person}, read with all its faults. */
public final class AliasTable {

    private record Named(String person, int line) {}

    private final String document;
    private final Map<String, Named> persons = new HashMap<>();
    private final Map<String, String> aliasByFold = new HashMap<>();
    private final Map<String, Named> personByFold = new HashMap<>();
    private final Faults faults = new Faults();

    public AliasTable(String document) {
        this.document = document;
    }

    public void read(InputStream in) {
        CsvReader reader = new CsvReader(document, in, TableShape.DEFAULT);
        byte[] head = reader.peek(FileSignature.LENGTH);
        boolean marked = FileSignature.isUtf8Mark(head);
        Optional<Issue> otherKind = marked ? Optional.empty() : FileSignature.refuse(document, head);
        if (otherKind.isPresent()) {
            faults.add(otherKind.get());
            return;
        }
        reader.begin(marked ? 3 : 0);
        List<String> header = reader.next(faults::add)
                .map(row -> row.cells().stream().map(String::strip).toList())
                .orElse(List.of());
        int alias = header.indexOf("alias");
        int person = header.indexOf("person");
        if (alias < 0 || person < 0) {
            tell(1, "the header does not name the columns 'alias' and 'person'", "begin the file with alias,person");
            return;
        }
        Optional<CsvRow> row = reader.next(faults::add);
        while (row.isPresent()) {
            row(row.get(), alias, person, header.size());
            row = reader.next(faults::add);
        }
        refuseChains();
    }

    /** A person who is an account of somebody else is two persons at once. */
    private void refuseChains() {
        persons.forEach((alias, named) -> {
            Named further = persons.get(named.person());
            if (further != null && !further.person().equals(named.person())) {
                tell(
                        named.line(),
                        "the person of this alias is an alias of another person in line " + further.line(),
                        "name the person itself in both lines");
            }
        });
    }

    private void row(CsvRow row, int alias, int person, int width) {
        List<String> cells = new ArrayList<>(row.cells());
        if (cells.size() != width) {
            tell(row.line(), "the row has " + cells.size() + " cells, and the header " + width, "check the commas");
            return;
        }
        String account = cells.get(alias).strip();
        String name = cells.get(person).strip();
        if (account.isEmpty() || name.isEmpty()) {
            tell(row.line(), "the alias or the person is empty", "fill it in, or leave the row out");
            return;
        }
        Named first = persons.putIfAbsent(account, new Named(name, row.line()));
        if (first != null && !first.person().equals(name)) {
            tell(
                    row.line(),
                    "the alias belongs to another person in line " + first.line(),
                    "keep the row that is right; an account belongs to one person");
        }
        refuseSpellings(account, new Named(name, row.line()));
    }

    /** Names count as they are written; those that differ in case or form alone must not contradict each other. */
    private void refuseSpellings(String account, Named named) {
        String other = aliasByFold.putIfAbsent(fold(account), account);
        if (other != null && !other.equals(account)) {
            Named first = persons.get(other);
            if (first != null && !first.person().equals(named.person())) {
                tell(
                        named.line(),
                        "the alias differs from that in line " + first.line()
                                + " in upper and lower case alone, and belongs to another person",
                        "give both to one person, or name one of them otherwise at its source");
            }
        }
        Named first = personByFold.putIfAbsent(fold(named.person()), named);
        if (first != null && !first.person().equals(named.person())) {
            tell(
                    named.line(),
                    "the person differs from that in line " + first.line() + " in upper and lower case alone",
                    "write each person in one way");
        }
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private void tell(int line, String what, String fix) {
        faults.add(ImportCode.IDENTITY.at(Location.of(document, line, 1), what, fix));
    }

    public Faults faults() {
        return faults;
    }

    public Map<String, String> personByAlias() {
        Map<String, String> found = new HashMap<>();
        persons.forEach((alias, named) -> found.put(alias, named.person()));
        return found;
    }
}
