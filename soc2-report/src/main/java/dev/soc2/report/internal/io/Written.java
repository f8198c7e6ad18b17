package dev.soc2.report.internal.io;

/** What was written: how many bytes, and their SHA-256 in hexadecimal. */
public record Written(long bytes, String sha256) {}
