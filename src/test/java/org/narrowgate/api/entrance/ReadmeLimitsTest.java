package org.narrowgate.api.entrance;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.narrowgate.Readme;

class ReadmeLimitsTest {
    @Test
    void theReadmeStatesTheLimitsThatHold() {
        // Given
        OperationLimits.apply();
        var parser = ParserOptions.getDefaultOperationParserOptions();
        // When
        var stated = Readme.table("limit").stream().collect(toUnmodifiableMap(List::getFirst, List::getLast));
        // Then
        assertThat(stated)
                .containsEntry("body", OperationLimits.BODY_BYTES / 1024 + " KiB")
                .containsEntry("characters of the document", number(parser.getMaxCharacters()))
                .containsEntry("tokens", number(parser.getMaxTokens()))
                .containsEntry("aliases", number(OperationLimits.ALIASES))
                .containsEntry("fields, fragments spread", number(OperationLimits.SPREAD_FIELDS));
    }

    private static String number(int limit) {
        return String.format(Locale.ROOT, "%,d", limit);
    }
}
