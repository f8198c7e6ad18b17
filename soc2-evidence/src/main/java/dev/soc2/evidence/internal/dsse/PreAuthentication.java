package dev.soc2.evidence.internal.dsse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a DSSE signature is made over: type and content, each led by its length, so that neither runs into the other. */
public final class PreAuthentication {

    private PreAuthentication() {}

    /** {@code "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body}. */
    public static byte[] encoding(String type, byte[] body) {
        byte[] typed = type.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream encoding = new ByteArrayOutputStream(typed.length + body.length + 32);
        encoding.writeBytes(ascii("DSSEv1 " + typed.length + " "));
        encoding.writeBytes(typed);
        encoding.writeBytes(ascii(" " + body.length + " "));
        encoding.writeBytes(body);
        return encoding.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
