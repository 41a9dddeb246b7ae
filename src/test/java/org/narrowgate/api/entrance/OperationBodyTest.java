package org.narrowgate.api.entrance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.error.RefusedOperationException;

class OperationBodyTest {
    @Test
    void turnsAwayWhatNestsTooDeepWithoutEffort() {
        // Given
        var body = "{\"query\": \"{ __typename }\", \"variables\": {\"a\": " + "[".repeat(20_000) + "]".repeat(20_000)
                + "}}";
        // When and then
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThatThrownBy(() -> OperationBody.read(body)).isInstanceOf(RefusedOperationException.class));
    }
}
