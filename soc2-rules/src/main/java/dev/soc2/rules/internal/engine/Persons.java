package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.Identities;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import java.util.Arrays;
import java.util.List;

/** Numbers for the persons whom fields name: equal for accounts of one person. */
final class Persons {

    private static final int NOT_ASKED = -2;
    private static final int NOBODY = -1;

    private final Identities identities;
    private final KeyNumbers numbers;
    private final Timeline timeline;
    private final int[] personByText;

    Persons(Scene scene) {
        identities = scene.engagement.identities();
        numbers = scene.numbers(List.of());
        this.timeline = scene.timeline;
        personByText = new int[timeline.texts()];
        Arrays.fill(personByText, NOT_ASKED);
    }

    /** Reads the one person that a field of rows names; negative when it names none, or not by one text. */
    Runs.KeyOfRow reader(Field field) {
        if (!field.isAttribute()) {
            return switch (field.name()) {
                case "actor" -> row -> person(timeline.actorNumber(row));
                case "subject" -> row -> person(timeline.subjectNumber(row));
                default -> row -> NOBODY;
            };
        }
        return row -> person(timeline.textNumber(row, field.name()));
    }

    private int person(int text) {
        if (text < 0) {
            return NOBODY;
        }
        if (personByText[text] == NOT_ASKED) {
            personByText[text] = ask(text);
        }
        return personByText[text];
    }

    private int ask(int text) {
        String account = timeline.text(text);
        if (account.isBlank()) {
            return NOBODY;
        }
        if (identities.personByAlias().isEmpty()) {
            return text;
        }
        String person = identities.personOf(account);
        return person.equals(account) ? text : numbers.ofText(person);
    }
}
