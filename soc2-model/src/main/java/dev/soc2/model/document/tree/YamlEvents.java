package dev.soc2.model.document.tree;

import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The events of a YAML stream, with offsets in the text instead of marks, and faults instead of exceptions. */
final class YamlEvents {

    private final Source source;
    private final Parser parser;
    private int lastOffset;

    YamlEvents(Source source, DocumentLimits limits) {
        this.source = source;
        refuseUnprintable();
        LoadSettings settings = LoadSettings.builder()
                .setParseComments(false)
                .setUseMarks(true)
                .setCodePointLimit(limits.bytes())
                // The scanner copies all that it looks ahead at whenever it reads on; few reads keep a line of many
                // megabytes from costing the square of its length.
                .setBufferSize(Math.max(1024, source.text().length() / 16))
                .setVersionFunction(version -> version)
                .build();
        this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
    }

    Event next() {
        Event event;
        try {
            event = parser.next();
        } catch (MarkedYamlEngineException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            // Whatever else the scanner stumbles over, such as an escape for no character, is a fault of the document.
            throw source.stop(
                    DocumentCode.SYNTAX,
                    lastOffset,
                    1,
                    "this is not YAML, here or soon after",
                    "follow the syntax of YAML 1.2");
        }
        lastOffset = offset(event);
        return event;
    }

    /** Passes over a value, calling back for each event in it. */
    void skip(Event first, Consumer<Event> each) {
        int depth = 0;
        Event event = first;
        while (true) {
            each.accept(event);
            boolean starts = event instanceof CollectionStartEvent;
            boolean ends = event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
            depth += starts ? 1 : ends ? -1 : 0;
            if (depth == 0) {
                return;
            }
            event = next();
        }
    }

    int offset(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.isPresent() ? offset(mark.get()) : lastOffset;
    }

    /** Where the value itself begins, behind its tag and anchor. */
    int content(Event event) {
        int offset = offset(event);
        boolean dressed = false;
        if (event instanceof ScalarEvent scalar) {
            dressed = scalar.getTag().isPresent() || scalar.getAnchor().isPresent();
        } else if (event instanceof CollectionStartEvent start) {
            dressed = start.getTag().isPresent() || start.getAnchor().isPresent();
        }
        return dressed ? behindProperties(offset) : offset;
    }

    private int behindProperties(int offset) {
        String text = source.text();
        int at = offset;
        while (at < text.length() && "&!".indexOf(text.charAt(at)) >= 0) {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            at = behindBlanks(text, at);
        }
        return at;
    }

    private int behindBlanks(String text, int offset) {
        int at = offset;
        while (at < text.length() && " \t\r\n#".indexOf(text.charAt(at)) >= 0) {
            at = text.charAt(at) == '#' ? source.lineEnd(at) : at + 1;
        }
        return at;
    }

    private int offset(Mark mark) {
        return source.offsetOfPoint(mark.getIndex());
    }

    private RuntimeException refused(MarkedYamlEngineException e) {
        int offset = e.getProblemMark().or(e::getContextMark).map(this::offset).orElse(lastOffset);
        String problem = e.getProblem() == null ? "" : e.getProblem();
        return source.stop(
                DocumentCode.SYNTAX, offset, 1, "this is not YAML: " + YamlHints.what(problem), YamlHints.fix(problem));
    }

    private void refuseUnprintable() {
        String text = source.text();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (!StreamReader.isPrintable(point)) {
                throw source.stop(
                        DocumentCode.SYNTAX,
                        i,
                        1,
                        "the character " + Shown.of(new String(Character.toChars(point))) + " cannot stand in YAML",
                        "write it as an escape in a double-quoted text, or leave it out");
            }
            i += Character.charCount(point);
        }
    }
}
