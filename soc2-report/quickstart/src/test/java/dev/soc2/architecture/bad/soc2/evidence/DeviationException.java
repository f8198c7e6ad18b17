package dev.soc2.architecture.bad.soc2.evidence;

/** Bad on purpose: the audit word, not a throwable. */
public record DeviationException(String what) {}
