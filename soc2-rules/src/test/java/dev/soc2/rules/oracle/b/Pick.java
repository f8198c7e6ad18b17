package dev.soc2.rules.oracle.b;

import java.util.Optional;
import java.util.function.Function;

/** A selector: a type, perhaps a source, perhaps a flag that has to be set. */
record Pick(String type, Optional<String> source, Optional<String> flag) {

    static Pick of(String type) {
        return new Pick(type, Optional.empty(), Optional.empty());
    }

    Pick from(String name) {
        return new Pick(type, Optional.of(name), flag);
    }

    Pick where(String name) {
        return new Pick(type, source, Optional.of(name));
    }

    Maybe picks(Rec record) {
        if (!record.type().equals(type) || (source.isPresent() && !source.get().equals(record.source()))) {
            return Maybe.NO;
        }
        Function<String, Maybe> asked = name -> record.says(name, true);
        return flag.map(asked).orElse(Maybe.YES);
    }

    String yaml() {
        return "{type: " + type + source.map(s -> ", source: " + s).orElse("")
                + flag.map(f -> ", where: \"attributes." + f + " == true\"").orElse("") + "}";
    }
}
