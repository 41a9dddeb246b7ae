package org.narrowgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isCanonicalJson() {
        // When
        var entry = Entry.of(
                Map.of("outcome", "traced", "form", 1, "agency", "coroner", "released", List.of("deceased")),
                Map.of(
                        "subject",
                        "k1:\u00e9",
                        "caseReference",
                        "\"a/b\"\n\u000b\u001f\u007f\u20ac",
                        "\ud83d\ude00",
                        1,
                        "\ufb33",
                        2));
        // Then
        assertThat(new String(entry.circumstances(), StandardCharsets.UTF_8))
                .isEqualTo("{\"agency\":\"coroner\",\"form\":1,\"outcome\":\"traced\",\"released\":[\"deceased\"]}");
        assertThat(new String(entry.particulars(), StandardCharsets.UTF_8))
                .isEqualTo("{\"caseReference\":\"\\\"a/b\\\"\\n\\u000b\\u001f\u007f\u20ac\",\"subject\":\"k1:\u00e9\","
                        + "\"\ud83d\ude00\":1,\"\ufb33\":2}");
    }

    @Test
    void agreesWithTheCanonicalizerOfWhoeverWroteTheStandard() throws IOException {
        // Given
        var random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            var part = object(random, 3);
            // When
            var entry = Entry.of(part, Map.of());
            // Then
            assertThat(entry.circumstances())
                    .isEqualTo(new JsonCanonicalizer(JSON.writeValueAsString(part)).getEncodedUTF8());
        }
    }

    private static Map<String, Object> object(Random random, int depth) {
        var object = new HashMap<String, Object>();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(4)) {
            case 0 -> text(random);
            case 1 -> random.nextLong(-(1L << 53), 1L << 53);
            case 2 -> List.of(value(random, depth - 1), value(random, depth - 1));
            default -> object(random, depth - 1);
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x80);
                        case 1 -> random.nextInt(0x20);
                        case 2 -> 0xa0 + random.nextInt(0xd7ff - 0xa0);
                        default -> 0x1_0000 + random.nextInt(0x1_0000);
                    });
        }
        return text.toString();
    }
}
