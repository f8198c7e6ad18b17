package dev.soc2.evidence.internal.git;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NullNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A commit as an exporter writes it, one JSON object a line. The document is another program's: fields that are not
 * known are passed over, and {@code null} is an absent field.
 */
final class ExportedCommit {

    private static final List<String> COUNTS = List.of("filesChanged", "additions", "deletions");

    private final MapNode map;
    private final Faults faults;

    private ExportedCommit(MapNode map, Faults faults) {
        this.map = map;
        this.faults = faults;
    }

    /** The commit; nothing when it has faults. */
    static Optional<Commit> read(Node node, Faults faults) {
        return Value.of(node, faults).mapNode().flatMap(map -> new ExportedCommit(map, faults).commit());
    }

    private Optional<Commit> commit() {
        int before = faults.count();
        Optional<String> hash = text(map, "hash");
        if (hash.filter(Commit::isHash).isEmpty()) {
            tell("'hash' is missing or no commit id", "export the full hash, 40 or 64 lower-case hexadecimal digits");
        }
        Optional<MapNode> authorNode = child(map, "author", MapNode.class, "a map");
        Optional<MapNode> committerNode = child(map, "committer", MapNode.class, "a map");
        Optional<Person> author =
                authorNode.map(this::person).filter(person -> person.account().isPresent());
        Optional<Instant> committedAt = committerNode.flatMap(
                node -> of(node, "date").flatMap(date -> Value.of(date, faults).instant()));
        if (author.isEmpty()) {
            tell("'author' is missing or names nobody", "export author.name and author.email");
        }
        if (committedAt.isEmpty()) {
            tell("'committer.date' is missing or no time with an offset", "export it with --date=iso-strict");
        }
        Commit commit = new Commit(
                text(map, "id").or(() -> hash).orElse(""),
                hash.orElse(""),
                flag("isMerge").orElse(strings("parents").map(List::size).orElse(0) > 1),
                author.orElse(new Person(Optional.empty(), Optional.empty())),
                committerNode.map(this::person).orElse(new Person(Optional.empty(), Optional.empty())),
                committedAt.orElse(Instant.EPOCH),
                text(map, "subject"),
                trailers(),
                strings("tickets"),
                numbers("pullRequests"),
                child(map, "merge", MapNode.class, "a map").flatMap(merge -> number(merge, "number")),
                flag("revert"),
                text(map, "reverts").or(() -> text(map, "revertOf")),
                counts());
        return faults.count() > before ? Optional.empty() : Optional.of(commit);
    }

    private Person person(MapNode node) {
        return new Person(text(node, "name"), text(node, "email"));
    }

    private List<Trailer> trailers() {
        List<Trailer> trailers = new ArrayList<>();
        for (Node item : items("trailers").orElse(List.of())) {
            Optional<MapNode> trailer = cast(item, MapNode.class, "a map");
            Optional<String> key = trailer.flatMap(node -> text(node, "key"));
            if (key.isPresent()) {
                String value = text(trailer.get(), "value").orElse("");
                trailers.add(new Trailer(key.get(), value, people(trailer.get(), value)));
            }
        }
        return trailers;
    }

    private List<Person> people(MapNode trailer, String value) {
        Optional<ListNode> identities = child(trailer, "identities", ListNode.class, "a list");
        return identities
                .map(list -> list.items().stream()
                        .flatMap(item -> cast(item, MapNode.class, "a map").stream())
                        .map(this::person)
                        .filter(person -> person.account().isPresent())
                        .toList())
                .orElseGet(() -> Person.split(value));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        COUNTS.forEach(name -> number(map, name).ifPresent(count -> counts.put(name, count)));
        return counts;
    }

    private Optional<List<String>> strings(String name) {
        return items(name)
                .map(items -> items.stream()
                        .flatMap(item -> cast(item, TextNode.class, "text").stream())
                        .map(TextNode::value)
                        .toList());
    }

    private Optional<List<Long>> numbers(String name) {
        return items(name)
                .map(items -> items.stream()
                        .flatMap(item -> Value.of(item, faults).wholeNumber().stream())
                        .toList());
    }

    private Optional<List<Node>> items(String name) {
        return child(map, name, ListNode.class, "a list").map(ListNode::items);
    }

    private Optional<Boolean> flag(String name) {
        return child(map, name, FlagNode.class, "true or false").map(FlagNode::value);
    }

    private Optional<String> text(MapNode node, String name) {
        return child(node, name, TextNode.class, "text").map(TextNode::value).filter(text -> !text.isBlank());
    }

    private Optional<Long> number(MapNode node, String name) {
        return child(node, name, NumberNode.class, "a number")
                .flatMap(number -> Value.of(number, faults).wholeNumber());
    }

    private <N extends Node> Optional<N> child(MapNode node, String name, Class<N> type, String wanted) {
        return of(node, name).flatMap(value -> cast(value, type, wanted));
    }

    private static Optional<Node> of(MapNode node, String name) {
        return node.get(name).filter(value -> !(value instanceof NullNode));
    }

    private <N extends Node> Optional<N> cast(Node node, Class<N> type, String wanted) {
        if (type.isInstance(node)) {
            return Optional.of(type.cast(node));
        }
        faults.add(
                ImportCode.COMMIT.code(),
                node,
                "'" + node.location().path() + "' wants " + wanted + ", and this is " + node.kind(),
                "export the history again with a program that writes this field so");
        return Optional.empty();
    }

    private void tell(String what, String fix) {
        faults.add(ImportCode.COMMIT.code(), map, what, fix);
    }
}
