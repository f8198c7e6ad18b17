package dev.soc2.report;

import dev.soc2.report.render.Attachments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Short texts as attachments, in whatever order the map has them. */
record TextAttachments(Map<String, String> texts) implements Attachments {

    @Override
    public List<String> names() {
        return List.copyOf(texts.keySet());
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new ByteArrayInputStream(texts.get(name).getBytes(StandardCharsets.UTF_8));
    }
}
