package org.narrowgate.ledger.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which entries are looked for.
 *
 * @param says members of the circumstances that must be these words
 * @param from appended then or later
 * @param until appended before
 */
public record LogQuestion(Map<String, String> says, Optional<Instant> from, Optional<Instant> until) {
    private static final ObjectMapper JSON = new ObjectMapper();
    // Nothing that JSON would write in another way: so a canonical entry that says it holds these very bytes.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** @throws IllegalArgumentException where a name or a value is not a word */
    public LogQuestion {
        says = Map.copyOf(says);
        requireNonNull(from);
        requireNonNull(until);
        says.forEach((name, value) -> {
            if (!WORD.matcher(name).matches() || !WORD.matcher(value).matches()) {
                throw new IllegalArgumentException("only words can be looked for");
            }
        });
    }

    /** Texts that canonical circumstances hold wherever they meet the question, and in rare cases where they do not. */
    public List<String> marks() {
        return says.entrySet().stream()
                .map(said -> "\"" + said.getKey() + "\":\"" + said.getValue() + "\"")
                .sorted()
                .toList();
    }

    /** Whether an entry meets it; one whose circumstances cannot be read meets none that asks for a word. */
    public boolean isMetBy(FoundEntry entry) {
        return from.stream().noneMatch(entry.appendedAt()::isBefore)
                && until.stream().allMatch(entry.appendedAt()::isBefore)
                && (says.isEmpty() || areSaid(entry.circumstances()));
    }

    private boolean areSaid(byte[] circumstances) {
        try {
            var said = JSON.readTree(circumstances);
            return says.entrySet().stream().allMatch(each -> each.getValue().equals(text(said.path(each.getKey()))));
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(JsonNode member) {
        return member.isTextual() ? member.textValue() : "";
    }
}
