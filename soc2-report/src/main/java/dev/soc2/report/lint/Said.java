package dev.soc2.report.lint;

import dev.soc2.model.result.ControlResult;
import java.util.Optional;

/** A text that people wrote and that stands in a report: what kind of text, and of which control. */
record Said(Kind kind, String place, String text, Optional<ControlResult> control) {

    enum Kind {
        /** A name, such as that of the system or of whoever signs. */
        NAME,
        /** What a control is to do, as management words it: a norm, no claim. */
        WORDING,
        /** What customers were promised; may quote a contract. */
        PROMISE,
        /** What is said of the system, of suppliers and of boundaries. */
        STATEMENT,
        /** What is said of findings: analysis, response, remediation, judgement. */
        ANSWER
    }
}
