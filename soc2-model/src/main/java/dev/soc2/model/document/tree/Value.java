package dev.soc2.model.document.tree;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a field or an item of a list holds, to be read as what the binder wants.
 *
 * <p>Every reading answers empty when nothing is there, and when something else is there than was wanted, which is then
 * a fault; so the binder goes on with empty values and asks {@link Faults} at the end. A field that is there and holds
 * nothing ({@code null}, or nothing behind the colon) is a fault. Not for more than one thread.
 */
public final class Value {

    // Empty for a value that is no field of a map; its path names it.
    private final String field;
    private final Optional<Node> node;
    private final Faults faults;

    Value(String field, Optional<Node> node, Faults faults) {
        this.field = field;
        this.node = node;
        this.faults = faults;
    }

    /**
     * A node as a value, such as the root of a document.
     *
     * @param node the node
     * @param faults where faults go
     * @return the value
     */
    public static Value of(Node node, Faults faults) {
        return new Value("", Optional.of(node), faults);
    }

    /**
     * What is there, of whatever kind.
     *
     * @return the node, or nothing when the field is not there
     */
    public Optional<Node> node() {
        return node;
    }

    /**
     * A text. Control characters other than tab and line ends are a fault; who wants them takes the node.
     *
     * @return the text
     */
    public Optional<String> text() {
        return textNode().map(TextNode::value);
    }

    /**
     * A text with its places, such as an expression.
     *
     * @return the text
     */
    public Optional<TextNode> textNode() {
        Optional<TextNode> text = as(TextNode.class, "text");
        return text.filter(this::isClean);
    }

    /**
     * True or false.
     *
     * @return the flag
     */
    public Optional<Boolean> flag() {
        return as(FlagNode.class, "true or false").map(FlagNode::value);
    }

    /**
     * A number, exact.
     *
     * @return the number
     */
    public Optional<BigDecimal> decimal() {
        return as(NumberNode.class, "a number").map(NumberNode::value);
    }

    /**
     * A number without a fraction that fits into 64 bits.
     *
     * @return the number
     */
    public Optional<Long> wholeNumber() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /**
     * A number without a fraction that fits into 32 bits.
     *
     * @return the number
     */
    public Optional<Integer> integer() {
        return whole(Integer.MIN_VALUE, Integer.MAX_VALUE).map(Math::toIntExact);
    }

    /**
     * A day, written as {@code 2025-12-31}.
     *
     * @return the day
     */
    public Optional<LocalDate> date() {
        return parsed(Times::date);
    }

    /**
     * A moment, written in ISO-8601 with an offset, as {@code 2025-12-31T17:00:00-05:00}.
     *
     * @return the moment
     */
    public Optional<Instant> instant() {
        return parsed(Times::instant);
    }

    /**
     * A time zone, written as {@code America/New_York}, {@code Z} or {@code +01:00}.
     *
     * @return the zone
     */
    public Optional<ZoneId> zone() {
        return parsed(Times::zone);
    }

    /**
     * One of the words of an enum, in upper or lower case, with {@code -} and {@code _} alike.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        return textNode().flatMap(text -> Words.read(type, text, subject(), faults));
    }

    /**
     * A text that some parser understands, such as {@code CriterionId::of}. A text that it refuses is a fault with the
     * message of its {@link IllegalArgumentException}.
     *
     * @param parser reads the text
     * @param fix how to write it right
     * @param <T> what it is read into
     * @return what was read
     */
    public <T> Optional<T> as(Function<String, T> parser, String fix) {
        return textNode().flatMap(text -> {
            try {
                return Optional.of(parser.apply(text.value()));
            } catch (IllegalArgumentException e) {
                String message = text.place().source().said(e, "it cannot be read");
                faults.add(DocumentCode.WRONG_VALUE, text, subject() + ": " + message, fix);
                return Optional.empty();
            }
        });
    }

    /**
     * A map, read to its end: fields that the reader does not ask for are faults.
     *
     * @param reader reads the fields
     * @param <T> what they are read into
     * @return what was read
     */
    public <T> Optional<T> map(Function<Fields, Optional<T>> reader) {
        return mapNode().flatMap(map -> {
            Fields fields = Fields.of(map, faults);
            Optional<T> read = reader.apply(fields);
            fields.finish();
            return read;
        });
    }

    /**
     * A map whose names are free, such as calendars by name.
     *
     * @param reader reads one entry
     * @param <T> what an entry is read into
     * @return name to what was read, in the order of the document, without entries that could not be read
     */
    public <T> Optional<Map<String, T>> entries(BiFunction<TextNode, Value, Optional<T>> reader) {
        return mapNode().map(map -> {
            Map<String, T> read = new LinkedHashMap<>();
            map.entries()
                    .forEach((name, entry) -> reader.apply(entry.key(), of(entry.value(), faults))
                            .ifPresent(value -> read.put(name, value)));
            return Collections.unmodifiableMap(read);
        });
    }

    /**
     * A list. Items that could not be read are left out; when none of several could, the list is empty as a whole.
     *
     * @param reader reads one item
     * @param <T> what an item is read into
     * @return what was read, in the order of the document
     */
    public <T> Optional<List<T>> list(Function<Value, Optional<T>> reader) {
        return as(ListNode.class, "a list").flatMap(list -> each(list.items(), reader));
    }

    /**
     * A list, or one value that stands for a list of one.
     *
     * @param reader reads one item
     * @param <T> what an item is read into
     * @return what was read, in the order of the document
     */
    public <T> Optional<List<T>> oneOrMany(Function<Value, Optional<T>> reader) {
        return present().flatMap(there -> each(there instanceof ListNode list ? list.items() : List.of(there), reader));
    }

    /**
     * A map, unread.
     *
     * @return the map
     */
    public Optional<MapNode> mapNode() {
        return as(MapNode.class, "a map");
    }

    private <T> Optional<List<T>> each(List<Node> items, Function<Value, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        items.forEach(item -> reader.apply(of(item, faults)).ifPresent(read::add));
        return read.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(read));
    }

    /** What messages call the value. Made up only when one is needed, since most values are never at fault. */
    private String subject() {
        String name =
                field.isEmpty() ? node.map(there -> there.location().path()).orElse("") : field;
        return name.isEmpty() ? "the document" : "'" + name + "'";
    }

    private Optional<Node> present() {
        if (node.isPresent() && node.get() instanceof NullNode nothing) {
            String fix = "give it a value, or leave the field out";
            faults.add(DocumentCode.WRONG_KIND, nothing, subject() + " holds nothing", fix);
            return Optional.empty();
        }
        return node;
    }

    private <N extends Node> Optional<N> as(Class<N> type, String wanted) {
        Optional<Node> there = present();
        if (there.isPresent() && !type.isInstance(there.get())) {
            faults.add(
                    DocumentCode.WRONG_KIND,
                    there.get(),
                    subject() + " wants " + wanted + ", and this is "
                            + there.get().kind(),
                    fix(type, there.get(), wanted));
            return Optional.empty();
        }
        return there.map(type::cast);
    }

    private static String fix(Class<? extends Node> type, Node there, String wanted) {
        boolean scalar = there instanceof NumberNode || there instanceof FlagNode;
        if (type == TextNode.class && scalar) {
            return "put it in quotes";
        }
        if (type == NumberNode.class && there instanceof TextNode text && Numbers.isCoreNumber(text.value())) {
            return "leave out the quotes";
        }
        return type == ListNode.class ? "write it as a list, in [ ] or with a dash for each item" : "write " + wanted;
    }

    private boolean isClean(TextNode text) {
        String value = text.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 && "\t\n\r".indexOf(c) < 0) {
                String what = subject() + " holds the control character " + Shown.of(String.valueOf(c));
                faults.add(
                        DocumentCode.CHARACTER, text, value.codePointCount(0, i), 1, what, "leave the character out");
                return false;
            }
        }
        return true;
    }

    private Optional<Long> whole(long least, long most) {
        return as(NumberNode.class, "a whole number").flatMap(number -> {
            BigDecimal value = number.value();
            boolean fits = value.stripTrailingZeros().scale() <= 0
                    && value.compareTo(BigDecimal.valueOf(least)) >= 0
                    && value.compareTo(BigDecimal.valueOf(most)) <= 0;
            if (!fits) {
                faults.add(
                        DocumentCode.WRONG_VALUE,
                        number,
                        subject() + " wants a whole number from " + least + " to " + most,
                        "write a number without a fraction");
            }
            return fits ? Optional.of(value.longValueExact()) : Optional.empty();
        });
    }

    private <T> Optional<T> parsed(Function<String, Times.Reading<T>> parser) {
        return textNode().flatMap(text -> {
            Times.Reading<T> reading = parser.apply(text.value());
            if (reading.value().isEmpty()) {
                faults.add(DocumentCode.WRONG_VALUE, text, subject() + " " + reading.what(), reading.fix());
            }
            return reading.value();
        });
    }
}
