package dev.soc2.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.EvidenceRef;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SuggestedOpinion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exact bytes of a small document; large ones are validated against the schema where reports are tested. */
class AssessmentDocumentTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private static Assessment assessment(String organization, List<EvidenceRef> evidence) {
        OpinionPart open = new OpinionPart(
                OpinionKind.NOT_DETERMINABLE_YET,
                List.of(new Reason(ReasonCode.NOT_TESTED, "nothing was concluded on")));
        return new Assessment(
                Engagement.typeI("acme", organization)
                        .date(LocalDate.of(2025, 6, 30), ZoneId.of("Europe/Berlin"))
                        .tailor(new Tailoring(
                                "IAM-03",
                                "T1",
                                "limit",
                                AttributeValue.of(Map.of(
                                        "rate", AttributeValue.of(new BigDecimal("0.5")),
                                        "days", AttributeValue.of(List.of(AttributeValue.of(2)))))))
                        .build(),
                AssessmentStatus.FINAL,
                new AssessmentInputs(
                        0,
                        SHA,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new PackDigest("tsc", "2017", SHA),
                        "0.1.0",
                        "2026a",
                        Instant.parse("2025-06-30T22:00:00.5Z"),
                        Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                RelianceResult.NONE,
                new SuggestedOpinion(open, open, Optional.empty()),
                List.of(new Notice("PARTIAL", "a \"quote\"\nand a line")),
                evidence);
    }

    @Test
    void everyByteIsFixed() {
        String expected = """
                {
                  "format": "soc2-assessment/1",
                  "engagement": {
                    "id": "acme",
                    "organization": "Acmé",
                    "system": "",
                    "type": "TYPE_I",
                    "asOfDate": "2025-06-30",
                    "zone": "Europe/Berlin",
                    "categories": [
                      "SECURITY"
                    ],
                    "onlyCriteria": [],
                    "assurance": "STANDARD",
                    "pervasive": {
                      "entityLevelWith": 2,
                      "share": "0.25",
                      "wholeCategory": true
                    },
                    "commitments": [],
                    "subserviceOrganizations": [],
                    "userEntityControls": [],
                    "description": [],
                    "notRelevant": [],
                    "exclude": [],
                    "tailoring": [
                      {
                        "control": "IAM-03",
                        "test": "T1",
                        "parameter": "limit",
                        "value": {"days": [2], "rate": "0.5"}
                      }
                    ]
                  },
                  "status": "FINAL",
                  "inputs": {
                    "evidenceCount": 0,
                    "evidenceDigest": "SHA",
                    "imports": [],
                    "packs": [],
                    "catalog": {
                      "id": "tsc",
                      "version": "2017",
                      "sha256": "SHA"
                    },
                    "engineVersion": "0.1.0",
                    "tzdbVersion": "2026a",
                    "asOf": "2025-06-30T22:00:00.500Z"
                  },
                  "controls": [],
                  "criteria": [],
                  "commitments": [],
                  "reliance": {
                    "organizations": [],
                    "criteria": []
                  },
                  "suggestedOpinion": {
                    "description": {
                      "kind": "NOT_DETERMINABLE_YET",
                      "reasons": [
                        {
                          "code": "NOT_TESTED",
                          "text": "nothing was concluded on"
                        }
                      ]
                    },
                    "design": {
                      "kind": "NOT_DETERMINABLE_YET",
                      "reasons": [
                        {
                          "code": "NOT_TESTED",
                          "text": "nothing was concluded on"
                        }
                      ]
                    },
                    "overall": "NOT_DETERMINABLE_YET"
                  },
                  "recommendations": [],
                  "notices": [
                    {
                      "code": "PARTIAL",
                      "text": "a \\"quote\\"\\nand a line"
                    }
                  ],
                  "evidence": [
                    {
                      "id": "r1",
                      "sha256": "SHA"
                    }
                  ]
                }
                """.replace("SHA", SHA);

        assertThat(AssessmentDocument.bytes(assessment("Acmé", List.of(new EvidenceRef("r1", SHA)))))
                .isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pairsAreNotCutWhereTheBufferIsEmptied() {
        List<EvidenceRef> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(new EvidenceRef("\uD83D\uDC69".repeat(1 + i % 7) + i, SHA));
        }

        String text = new String(AssessmentDocument.bytes(assessment("Acme", many)), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("\uFFFD", "?");
        assertThat(text.split("\uD83D\uDC69", -1).length - 1)
                .isEqualTo(many.stream()
                        .mapToInt(r -> (int)
                                r.id().codePoints().filter(c -> c == 0x1F469).count())
                        .sum());
    }

    @Test
    void theStreamStaysOpenAndItsFailureIsPassedOn() {
        boolean[] closed = {false};
        AssessmentDocument.write(assessment("Acme", List.of()), new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThat(closed[0]).isFalse();
        assertThatThrownBy(() -> AssessmentDocument.write(assessment("Acme", List.of()), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }
}
