package dev.soc2.report.internal.oscal;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.report.internal.markdown.MarkdownText;
import dev.soc2.report.internal.words.Visible;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** OSCAL's habits in JSON: no empty lists, texts that are Markdown, properties in a namespace of ours. */
final class OscalJson {

    /** The namespace of our properties. */
    static final String NS = "urn:dev-soc2:oscal";

    static final String VERSION = "1.1.3";

    private static final int LONGEST = 4_000;

    private final JsonWriter json;

    OscalJson(JsonWriter json) {
        this.json = json;
    }

    void object(String key, Runnable members) {
        json.object(key, members);
    }

    /** A list of objects, left out when it is empty. */
    <T> void objects(String key, Collection<T> values, Consumer<T> members) {
        if (!values.isEmpty()) {
            json.objects(key, values, members);
        }
    }

    /** A list of texts, left out when it is empty. */
    void texts(String key, Collection<String> values) {
        if (!values.isEmpty()) {
            json.texts(key, values);
        }
    }

    /** An identifier, a time or another value that is no prose. */
    void value(String key, String value) {
        json.text(key, value);
    }

    /** A single line in which nothing is markup; a field of OSCAL that is a plain string. */
    void line(String key, String text) {
        json.text(key, said(text));
    }

    /** Prose, in which OSCAL expects Markdown: whatever evidence says is shown and never is markup. */
    void prose(String key, String text) {
        json.text(key, MarkdownText.of(said(text)));
    }

    private static String said(String text) {
        String line = Visible.clip(Visible.line(text), LONGEST);
        return line.isEmpty() ? "Not described." : line;
    }

    /** Properties of ours, in the order given; those without a value are left out. */
    void props(List<Map.Entry<String, String>> props) {
        List<Map.Entry<String, String>> told = props.stream()
                .filter(prop -> !Visible.line(prop.getValue()).isEmpty())
                .toList();
        objects("props", told, prop -> {
            value("name", prop.getKey());
            value("ns", NS);
            line("value", prop.getValue());
        });
    }
}
