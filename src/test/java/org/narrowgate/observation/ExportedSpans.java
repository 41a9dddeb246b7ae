package org.narrowgate.observation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What was exported as spans, read by its format. */
final class ExportedSpans {
    private ExportedSpans() {}

    /**
     * @param exported a request to a collector of traces, in the binary form of OTLP
     * @return every text and every number in it, a line each. Identifiers are chance: they stand in hexadecimal, as one
     *     word that is nobody's, because their bytes read as text spell a short name every few thousand spans.
     * @throws AssertionError if a field stands in it that the format does not have, and so would not be read
     */
    static String text(byte[] exported) {
        try {
            return lines(ExportTraceServiceRequest.parseFrom(exported)).collect(joining("\n"));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("what was exported is no message", e);
        }
    }

    private static Stream<String> lines(Message message) {
        if (!message.getUnknownFields().asMap().isEmpty()) {
            throw new AssertionError("not of the format: " + message.getUnknownFields());
        }
        return message.getAllFields().entrySet().stream()
                .flatMap(field -> (field.getKey().isRepeated() ? (List<?>) field.getValue() : List.of(field.getValue()))
                        .stream().flatMap(value -> lines(field.getKey(), requireNonNull(value))));
    }

    private static Stream<String> lines(FieldDescriptor field, Object value) {
        return switch (value) {
            case Message message -> lines(message);
            case ByteString bytes ->
                Stream.of(
                        field.getName().endsWith("_id")
                                ? HexFormat.of().formatHex(bytes.toByteArray())
                                : bytes.toStringUtf8());
            default -> Stream.of(value.toString());
        };
    }
}
