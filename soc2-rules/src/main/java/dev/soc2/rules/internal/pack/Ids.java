package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids of packs, controls and tests, which are joined with a slash to name a test. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private Ids() {}

    static Optional<TextNode> read(Value value, Faults faults) {
        return value.textNode().filter(text -> {
            boolean sound = FORM.matcher(text.value()).matches();
            if (!sound) {
                PackCode.ID.tell(
                        faults,
                        text,
                        "an id is letters, digits, '.', '_' or '-', at most 100, got '" + text + "'",
                        "write an id such as IAM-03");
            }
            return sound;
        });
    }
}
