package dev.soc2.rules.rule;

/** What an answer before its trigger means. */
public enum Early {
    /** On one record it is an error of the record; among two it is no answer. */
    REFUSE,
    /** It was done ahead of time, which is in time. */
    ACCEPT
}
