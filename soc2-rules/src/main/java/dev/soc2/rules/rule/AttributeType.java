package dev.soc2.rules.rule;

/** What an attribute holds, as far as expressions are checked against it. */
public enum AttributeType {
    /** Text. */
    STRING,
    /** True or false. */
    BOOL,
    /** A whole number. */
    INT,
    /** An exact number. */
    DECIMAL,
    /** An instant, written as ISO-8601 text with an offset. */
    TIMESTAMP,
    /** A local date, written as ISO-8601 text. */
    DATE,
    /** An account of a person, compared as the person behind it. */
    ACCOUNT,
    /** A list of accounts, compared as the persons behind them. */
    ACCOUNTS,
    /** A list. */
    LIST,
    /** A map. */
    MAP,
    /** Anything. */
    ANY
}
