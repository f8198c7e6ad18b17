package dev.soc2.evidence.internal.ledger;

/** Content that an entry names: kept in the ledger, found by its digest. */
record ContentRef(String sha256, long size, String mediaType) {

    void write(JsonLine line) {
        line.text("sha256", sha256).number("size", size).text("mediaType", mediaType);
    }

    static ContentRef read(JsonFields fields) {
        return new ContentRef(fields.text("sha256"), fields.number("size"), fields.text("mediaType"));
    }
}
