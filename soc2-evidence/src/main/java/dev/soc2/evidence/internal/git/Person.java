package dev.soc2.evidence.internal.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody as a commit names them.
 *
 * @param name the name, if there is one
 * @param email the mail address, if there is one
 */
public record Person(Optional<String> name, Optional<String> email) {

    public Person {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        email = email.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The mail address as written, else the name. */
    public Optional<String> account() {
        return email.isPresent() ? email : name;
    }

    /**
     * The people in the value of a trailer, such as {@code Ann Lee <ann@a.example>, bob@b.example; Cy}. Commas and
     * semicolons separate people unless they stand in quotes or in angle brackets.
     */
    public static List<Person> split(String value) {
        List<Person> people = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            quoted ^= c == '"' && !bracketed;
            bracketed = !quoted && (c == '<' || (bracketed && c != '>'));
            if (!quoted && !bracketed && (c == ',' || c == ';')) {
                one(part.toString()).ifPresent(people::add);
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        one(part.toString()).ifPresent(people::add);
        return List.copyOf(people);
    }

    private static Optional<Person> one(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        Person person;
        if (open >= 0) {
            String mail = text.substring(open + 1, close < 0 ? text.length() : close);
            person = new Person(Optional.of(unquoted(text.substring(0, open))), Optional.of(mail));
        } else {
            String plain = unquoted(text);
            boolean mail = plain.indexOf('@') > 0 && plain.indexOf(' ') < 0;
            person = new Person(
                    mail ? Optional.empty() : Optional.of(plain), mail ? Optional.of(plain) : Optional.empty());
        }
        return person.account().isPresent() ? Optional.of(person) : Optional.empty();
    }

    private static String unquoted(String text) {
        String name = text.strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
