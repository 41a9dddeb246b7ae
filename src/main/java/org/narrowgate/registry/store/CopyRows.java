package org.narrowgate.registry.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One row in the text format of PostgreSQL's COPY, column by column. */
final class CopyRows {
    private final StringBuilder text = new StringBuilder();
    private boolean inRow;

    CopyRows column(Optional<?> value) {
        separate();
        if (value.isEmpty()) {
            text.append("\\N");
            return this;
        }
        escape(value.get().toString());
        return this;
    }

    CopyRows column(Object value) {
        separate();
        escape(value.toString());
        return this;
    }

    /** An array; an empty one is a null, because nothing is held. */
    CopyRows array(List<String> values) {
        if (values.isEmpty()) {
            return column(Optional.empty());
        }
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return column(array.append('}'));
    }

    CopyRows bytes(byte[] value) {
        return column("\\x" + HexFormat.of().formatHex(value));
    }

    CopyRows endRow() {
        text.append('\n');
        inRow = false;
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    byte[] toBytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void separate() {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
    }

    private void escape(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
