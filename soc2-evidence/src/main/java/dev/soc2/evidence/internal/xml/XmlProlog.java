package dev.soc2.evidence.internal.xml;

import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first bytes of a document: in which encoding it is, or why it is not read at all. */
final class XmlProlog {

    private static final int LENGTH = 1_024;
    private static final Pattern ENCODING = Pattern.compile("\\sencoding\\s*=\\s*[\"']([^\"']{0,40})[\"']");
    private static final Pattern VERSION = Pattern.compile("\\sversion\\s*=\\s*[\"']([^\"']{0,40})[\"']");

    private final String document;
    private final byte[] head;
    private final int mark;
    private @Nullable Issue refusal;

    private XmlProlog(String document, byte[] head) {
        this.document = document;
        this.head = head;
        this.mark = FileSignature.isUtf8Mark(head) ? 3 : 0;
    }

    /** Looks at the first bytes of a stream and leaves it where it was. */
    static XmlProlog of(String document, BufferedInputStream in) throws IOException {
        in.mark(LENGTH);
        byte[] head = in.readNBytes(LENGTH);
        in.reset();
        return new XmlProlog(document, head);
    }

    /** How many bytes at the beginning only say that it is UTF-8. */
    int mark() {
        return mark;
    }

    /** The encoding; nothing when the document is not read, for the reason of {@link #refusal}. */
    Optional<Charset> encoding() {
        String text = new String(head, mark, head.length - mark, StandardCharsets.ISO_8859_1);
        Optional<Issue> otherKind = mark > 0 ? Optional.empty() : FileSignature.refuse(document, head);
        if (otherKind.isPresent()) {
            return refused(otherKind.get());
        }
        if (text.isBlank() && head.length < LENGTH) {
            return refused(ImportCode.BROKEN_OFF.at(Location.of(document), "the file is empty", "export it again"));
        }
        if (!text.startsWith("<") && !text.stripLeading().startsWith("<")) {
            return refused(ImportCode.XML.at(
                    Location.of(document), "this is not XML: it does not begin with '<'", "export the file as XML"));
        }
        return text.startsWith("<?xml") ? declared(text) : Optional.of(StandardCharsets.UTF_8);
    }

    private Optional<Charset> declared(String text) {
        int end = text.indexOf("?>");
        String declaration = end < 0 ? text : text.substring(0, end);
        Matcher version = VERSION.matcher(declaration);
        if (version.find() && !version.group(1).equals("1.0")) {
            return refused(ImportCode.XML.at(
                    Location.of(document, 1, 1), "the document is not XML 1.0", "export it as XML 1.0"));
        }
        Matcher encoding = ENCODING.matcher(declaration);
        String name = encoding.find() ? encoding.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        if (name.equals("UTF-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (mark == 0 && name.equals("US-ASCII")) {
            return Optional.of(StandardCharsets.US_ASCII);
        }
        if (mark == 0 && name.equals("ISO-8859-1")) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        return refused(ImportCode.OTHER_KIND.at(
                Location.of(document, 1, 1),
                mark > 0
                        ? "the document begins as UTF-8 and declares another encoding; nothing of it was read"
                        : "the document declares an encoding that is not read; nothing of it was read",
                "save it as UTF-8; US-ASCII and ISO-8859-1 are read too"));
    }

    private Optional<Charset> refused(Issue issue) {
        refusal = issue;
        return Optional.empty();
    }

    Optional<Issue> refusal() {
        return Optional.ofNullable(refusal);
    }
}
