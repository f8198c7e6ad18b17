package dev.soc2.architecture.bad.soc2.model.result;

/** Bad on purpose: sealed, without match. */
public sealed interface Outcome {

    /** Fine. */
    record Fine() implements Outcome {}
}
