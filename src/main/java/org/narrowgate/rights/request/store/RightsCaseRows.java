package org.narrowgate.rights.request.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.Asked;
import org.narrowgate.rights.request.Extension;
import org.narrowgate.rights.request.Hold;
import org.narrowgate.rights.request.Reply;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.rights.request.StateWord;

/** A case as its row holds it, both ways. */
final class RightsCaseRows {
    /** In the order in which they are read. */
    static final String COLUMNS = "id, version, kind, purpose, subject, words, received_at, state, further_months,"
            + " extension, reply, lifting, withdrawn_at";

    static final String INSERT = "INSERT INTO rights_case (version, state, further_months, extension, reply, lifting,"
            + " withdrawn_at, held_until, erase_on, id, kind, purpose, subject, words, received_at)"
            + " VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?)";
    static final String UPDATE = "UPDATE rights_case SET version = ?, state = ?, further_months = ?,"
            + " extension = ?::jsonb, reply = ?::jsonb, lifting = ?::jsonb, withdrawn_at = ?,"
            + " held_until = ?::timestamptz, erase_on = ? WHERE id = ?";

    private static final ObjectMapper JSON = new ObjectMapper();
    // How long what a case said is kept once nothing comes of it any more.
    private static final int YEARS_KEPT = 1;

    private RightsCaseRows() {}

    /** Into {@link #INSERT}, or as far as it goes into {@link #UPDATE}. */
    static void changeable(PreparedStatement statement, RightsCase file) throws SQLException {
        var state = file.state();
        statement.setInt(1, file.version());
        statement.setString(2, StateWord.of(state).name());
        statement.setObject(3, file.extension().map(Extension::months).orElse(null), Types.INTEGER);
        statement.setString(
                4,
                file.extension().map(Extension::reply).map(RightsCaseRows::json).orElse(null));
        statement.setString(5, reply(state).map(RightsCaseRows::json).orElse(null));
        statement.setString(6, state instanceof RightsState.Lifted(var reply, var lifting) ? json(lifting) : null);
        statement.setObject(
                7,
                state instanceof RightsState.Withdrawn(var at) ? at.atOffset(ZoneOffset.UTC) : null,
                Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(8, heldUntil(file.hold()));
        statement.setObject(
                9, file.overOn().map(day -> day.plusYears(YEARS_KEPT)).orElse(null), Types.DATE);
        statement.setObject(10, file.id().value());
    }

    static void fixed(PreparedStatement statement, RightsCase file) throws SQLException {
        statement.setString(11, file.asked().kind().name());
        statement.setString(12, file.asked().purpose().map(PurposeId::value).orElse(null));
        statement.setString(13, file.subject());
        statement.setString(14, file.words());
        statement.setObject(15, file.receivedAt().atOffset(ZoneOffset.UTC));
    }

    static RightsCase read(ResultSet row) throws SQLException {
        var months = row.getInt(9);
        var extension = reply(row.getString(10)).map(said -> new Extension(months, said));
        return new RightsCase(
                new RightsCaseId(row.getObject(1, UUID.class)),
                row.getInt(2),
                row.getString(5),
                Asked.Kind.valueOf(row.getString(3))
                        .about(Optional.ofNullable(row.getString(4)).map(PurposeId::new))
                        .orElseThrow(),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                extension,
                state(row));
    }

    private static RightsState state(ResultSet row) throws SQLException {
        var reply = reply(row.getString(11));
        var lifting = reply(row.getString(12));
        return switch (StateWord.valueOf(row.getString(8))) {
            case RECEIVED -> new RightsState.Received();
            case EXTENDED -> new RightsState.Extended();
            case STANDING -> new RightsState.Standing(reply.orElseThrow());
            case GRANTED -> new RightsState.Granted(reply.orElseThrow());
            case REFUSED -> new RightsState.Refused(reply.orElseThrow());
            case LIFTED -> new RightsState.Lifted(reply.orElseThrow(), lifting.orElseThrow());
            case WITHDRAWN ->
                new RightsState.Withdrawn(
                        row.getObject(13, OffsetDateTime.class).toInstant());
        };
    }

    private static Optional<Reply> reply(RightsState state) {
        return state instanceof RightsState.Decided decided ? Optional.of(decided.reply()) : Optional.empty();
    }

    private static @Nullable String heldUntil(Hold hold) {
        return switch (hold) {
            case Hold.None() -> null;
            case Hold.Open() -> "infinity";
            case Hold.Until(var end) -> end.toString();
        };
    }

    private static String json(Reply reply) {
        return JSON.createObjectNode()
                .put("by", reply.by())
                .put("name", reply.name())
                .put("at", reply.at().toString())
                .put("text", reply.text())
                .toString();
    }

    private static Optional<Reply> reply(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            var said = (ObjectNode) JSON.readTree(json);
            return Optional.of(new Reply(
                    text(said, "by"), text(said, "name"), Instant.parse(text(said, "at")), text(said, "text")));
        } catch (JsonProcessingException e) {
            // Without its cause: that quotes what was said.
            throw new IllegalStateException("a rights case holds a reply that is not JSON");
        }
    }

    private static String text(ObjectNode said, String name) {
        return Objects.requireNonNull(said.get(name)).asText();
    }
}
