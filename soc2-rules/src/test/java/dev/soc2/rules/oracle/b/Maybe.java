package dev.soc2.rules.oracle.b;

/** What an expression gives. */
enum Maybe {
    YES,
    NO,
    ERROR
}
