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
    /** Whether each text is a person of its own. */
    private final boolean plain;

    private final int[] personByText;

    Persons(Scene scene) {
        identities = scene.engagement.identities();
        numbers = scene.numbers(List.of());
        this.timeline = scene.timeline;
        plain = identities.personByAlias().isEmpty() && !timeline.hasBlankText();
        personByText = new int[plain ? 0 : timeline.texts()];
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
        if (text < 0 || plain) {
            return text;
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
        String person = identities.personOf(account);
        return person.equals(account) ? text : numbers.ofText(person);
    }
}
