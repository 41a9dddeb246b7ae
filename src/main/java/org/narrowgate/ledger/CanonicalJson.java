package org.narrowgate.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form (RFC 8785) of what an entry is made of, written at once: members in the order of their names'
 * UTF-16, no spaces, and only what must be escaped. Numbers with a fraction are not among it, whose form is the hard part.
 */
final class CanonicalJson {
    private static final JsonMapper JSON = JsonMapper.builder(
                    new JsonFactory().setCharacterEscapes(new LowerCaseEscapes()))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalJson() {}

    /** In UTF-8. */
    static byte[] of(Map<String, ?> object) {
        try {
            return JSON.writeValueAsString(object).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            // Without its cause: that could quote the value.
            throw new IllegalArgumentException(
                    "a part of the entry is not JSON: " + e.getClass().getSimpleName());
        }
    }

    /** Jackson's own hexadecimal digits are upper-case. */
    private static final class LowerCaseEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            var codes = standardAsciiEscapesForJSON();
            for (int character = 0; character < ' '; character++) {
                if (codes[character] == ESCAPE_STANDARD) {
                    codes[character] = ESCAPE_CUSTOM;
                }
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character < ' ' ? new SerializedString("\\u%04x".formatted(character)) : null;
        }
    }
}
