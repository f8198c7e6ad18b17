package dev.soc2.evidence.hostile;

import static dev.soc2.evidence.hostile.Case.repeat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What is an export of no format: nothing of it may become a record. */
final class ForeignInput {

    /** What a file beside the export says; no record and no message may say it. */
    static final String SECRET = "sesame-7f3a";

    private ForeignInput() {}

    static Map<String, Case.Written> all() {
        Map<String, Case.Written> all = new LinkedHashMap<>();
        FileCases.archives().forEach((name, bytes) -> all.put(name, out -> out.write(bytes)));
        texts().forEach((name, text) -> all.put(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
        String json = "{\"Records\":[{}],\"results\":[{}],\"runs\":[{\"results\":[{}]}]}";
        for (String charset : new String[] {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "IBM1047"}) {
            if (Charset.isSupported(charset)) {
                byte[] bytes = json.getBytes(Charset.forName(charset));
                all.put("JSON in " + charset, out -> out.write(bytes));
            }
        }
        all.put("all bytes", out -> {
            for (int b = 0; b < 256; b++) {
                out.write(b);
            }
        });
        for (int seed = 1; seed <= 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            all.put("noise " + seed, out -> {
                for (int i = 0; i < 100_000; i++) {
                    out.write(random.nextInt(256));
                }
            });
        }
        all.put("4 MB of NUL", out -> repeat(out, "\0".repeat(1 << 20), 4));
        all.put("4 MB of blanks", out -> repeat(out, " ".repeat(1 << 20), 4));
        all.put("4 MB of line ends", out -> repeat(out, "\n".repeat(1 << 20), 4));
        all.put("4 MB of brackets", out -> repeat(out, "[".repeat(1 << 20), 4));
        all.put("4 MB of braces with names", out -> repeat(out, "{\"a\":".repeat(1 << 18), 3));
        all.put("4 MB of elements", out -> repeat(out, "<a>".repeat(1 << 18), 5));
        all.put("4 MB of commas", out -> repeat(out, ",".repeat(1 << 20), 4));
        all.put("4 MB of quotes", out -> repeat(out, "\"".repeat(1 << 20), 4));
        all.put("4 MB of separators", out -> repeat(out, "\u001e".repeat(1 << 20), 4));
        // Whoever holds one of these takes more memory than there is.
        all.put("64 MB of one letter", out -> text(out, ""));
        all.put("64 MB in a text of JSON", out -> text(out, "[{\"a\":\""));
        all.put("64 MB in a name of JSON", out -> text(out, "[{\""));
        all.put("64 MB in an attribute of XML", out -> text(out, "<a b=\""));
        all.put("64 MB in an element of XML", out -> text(out, "<a>"));
        return all;
    }

    private static void text(OutputStream out, String before) throws IOException {
        Case.write(out, before);
        repeat(out, "x".repeat(1 << 20), 64);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("a blank", " ");
        texts.put("a line end", "\n");
        texts.put("a byte order mark", "\uFEFF");
        texts.put("a word", "hello");
        texts.put("a sentence", "The quick brown fox.\nJumps over the lazy dog.\n");
        for (String scalar : new String[] {"0", "-1", "1e999999999", "true", "null", "\"x\"", "\"\\uD800\"", "NaN"}) {
            texts.put("JSON " + scalar, scalar);
        }
        texts.put("JSON an empty map", "{}");
        texts.put("JSON an empty list", "[]");
        texts.put("JSON an empty map in a list", "[{}]");
        texts.put("JSON a list in a list", "[[]]");
        texts.put("JSON a map of null", "{\"id\":null}");
        texts.put("JSON a field twice", "{\"id\":\"1\",\"id\":\"2\"}");
        texts.put("JSON lines of nothing", "{}\n{}\n{}\n");
        texts.put("JSON numbers in a list", "[1,2,3]");
        texts.put("JSON with a comma too many", "[{},]");
        texts.put("JSON broken off", "{\"Records\":[{\"id\":\"1\"");
        texts.put("JSON behind a mark", "\uFEFF{\"Records\":[{}]}");
        texts.put("JSON 100,000 lists", "[".repeat(100_000) + "]".repeat(100_000));
        texts.put("JSON 100,000 maps", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        texts.put("JSON a number of a million digits", "[" + "1".repeat(1_000_000) + "]");
        texts.put("XML nothing in it", "<a/>");
        texts.put("XML broken off", "<?xml version=\"1.0\"?><a><b>");
        texts.put("XML 100,000 elements in each other", "<a>".repeat(100_000) + "</a>".repeat(100_000));
        texts.put("XML 10,000 attributes", "<a" + attributes() + "/>");
        texts.put(
                "XML a file as entity",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"secret.txt\">]><a>&b;</a>");
        texts.put("XML a file of the system", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        texts.put("XML an address as entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:9/x\">]><a>&b;</a>");
        texts.put("XML a foreign grammar", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>");
        texts.put(
                "XML an entity of a grammar",
                "<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1:9/a.dtd\"> %b;]><a/>");
        texts.put("XML a bomb of entities", entities());
        texts.put(
                "XML a large entity many times",
                "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(50_000) + "\">]><a>" + "&b;".repeat(50_000) + "</a>");
        texts.put(
                "XML an inclusion",
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" href=\"secret.txt\"/></a>");
        texts.put("XML a style", "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/a.xsl\"?><a>x</a>");
        texts.put("YAML a circle", "a: &a [*a]\n");
        texts.put(
                "YAML a Java object",
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:9/\"]]\n");
        texts.put("YAML a bomb", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n");
        texts.put("YAML a merge", "a: &a {b: c}\nd:\n  <<: *a\n");
        texts.put("front matter without an end", "---\ntitle: x\n");
        texts.put("front matter of nothing", "---\n---\n\ntext\n");
        texts.put("a table", "a,b,c\n1,2,3\n");
        texts.put("a table of formulas", "=1+1,@x\n-1,+2\n");
        texts.put("a page", "<!doctype html><html><script>alert(1)</script></html>");
        texts.put("a program", "#!/bin/sh\nrm -rf /\n");
        texts.put("a key", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        texts.put("controls", "\u0001\u0002\u0003 none of this");
        texts.put("separators of git", "\u001f\u001f\u001f\u001e\n");
        texts.put("surrogates in pairs", "\uD83D\uDE00".repeat(1_000));
        return texts;
    }

    private static String attributes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append(" a").append(i).append("=\"\"");
        }
        return text.toString();
    }

    private static String entities() {
        StringBuilder text = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
        for (int i = 1; i <= 9; i++) {
            text.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        return text.append("]><a>&e9;</a>").toString();
    }
}
