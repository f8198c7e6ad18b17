package dev.soc2.evidence.importing;

import dev.soc2.evidence.testkit.EvidenceFormatContract;
import dev.soc2.model.evidence.AttributeValue;
import java.util.Map;

class XlsxFormatTest extends EvidenceFormatContract {

    @Override
    protected String format() {
        return "XLSX";
    }

    @Override
    protected String fileName() {
        return "leavers.xlsx";
    }

    @Override
    protected long rows() {
        return 2;
    }

    @Override
    protected byte[] export() {
        return WorkbookParts.of(
                        "<row><c t=\"inlineStr\"><is><t>ID</t></is></c><c t=\"inlineStr\"><is><t>Day</t></is></c></row>"
                                + "<row><c><v>1</v></c><c s=\"2\"><v>45717</v></c></row>"
                                + "<row><c><v>2</v></c><c s=\"2\"><v>45718</v></c></row>")
                .bytes();
    }

    @Override
    protected ImportOptions options() {
        return ImportOptions.NONE.with(
                "mapping",
                AttributeValue.of(Map.of(
                        "zone", AttributeValue.of("UTC"),
                        "type", AttributeValue.of("hr.terminated"),
                        "subject", AttributeValue.of("ID"),
                        "occurredAt",
                                AttributeValue.of(Map.of(
                                        "column",
                                        AttributeValue.of("Day"),
                                        "at",
                                        AttributeValue.of("START_OF_DAY"))))));
    }
}
