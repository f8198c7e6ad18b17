package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Severity;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The receipt of an import as content: a line with its counts and the entries it made, then a line for each refusal. */
record ReceiptText(ImportReceipt receipt, List<Long> leaves) {

    static final String MEDIA_TYPE = "application/jsonl";

    /** @param leaves first entry and the one after the last, of each stretch of entries that the import made */
    ReceiptText {
        leaves = List.copyOf(leaves);
    }

    boolean made(long leaf) {
        for (int i = 0; i + 1 < leaves.size(); i += 2) {
            if (leaf >= leaves.get(i) && leaf < leaves.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new JsonLine()
                .text("importer", receipt.importer())
                .text("origin", receipt.origin())
                .text("source", receipt.source())
                .texts("types", receipt.types().stream().sorted().toList())
                .number("read", receipt.read())
                .number("stored", receipt.stored())
                .number("records", receipt.records())
                .number("duplicates", receipt.duplicates())
                .number("rejected", receipt.rejectedCount())
                .number("outOfScope", receipt.outOfScope())
                .text("sha256", receipt.sha256())
                .numbers("leaves", leaves)
                .bytes());
        out.write('\n');
        for (Issue issue : receipt.rejected()) {
            out.writeBytes(line(issue));
            out.write('\n');
        }
        return out.toByteArray();
    }

    static ReceiptText read(String document, byte[] text) {
        List<byte[]> lines = lines(text);
        JsonFields head = JsonFields.read(document, lines.get(0));
        List<Issue> rejected = new ArrayList<>();
        for (byte[] line : lines.subList(1, lines.size())) {
            rejected.add(issue(JsonFields.read(document, line)));
        }
        return new ReceiptText(
                new ImportReceipt(
                        head.text("importer"),
                        head.text("origin"),
                        head.text("source"),
                        new HashSet<>(head.texts("types")),
                        head.number("read"),
                        head.number("stored"),
                        head.number("records"),
                        head.number("duplicates"),
                        rejected,
                        head.number("rejected"),
                        head.number("outOfScope"),
                        head.text("sha256")),
                head.numbers("leaves"));
    }

    private static byte[] line(Issue issue) {
        Location place = issue.location();
        Excerpt excerpt = issue.excerpt();
        return new JsonLine()
                .text("code", issue.code())
                .text("severity", issue.severity().name())
                .text("document", place.document())
                .number("line", place.line())
                .number("column", place.column())
                .text("path", place.path())
                .text("what", issue.what())
                .text("fix", issue.fix())
                .text("excerpt", excerpt.text())
                .number("start", excerpt.start())
                .number("length", excerpt.length())
                .bytes();
    }

    private static Issue issue(JsonFields line) {
        return new Issue(
                line.text("code"),
                Severity.valueOf(line.text("severity")),
                new Location(line.text("document"), line.integer("line"), line.integer("column"), line.text("path")),
                line.text("what"),
                line.text("fix"),
                new Excerpt(line.text("excerpt"), line.integer("start"), line.integer("length")));
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, from, i));
                from = i + 1;
            }
        }
        return lines;
    }
}
