package org.narrowgate.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.verification.Verdict.Broken;
import org.narrowgate.ledger.verification.Verdict.Holds;

class HttpLogTest {
    private static final SigningKey KEY = SigningKey.generate(LogInMemory.ORIGIN);

    private final LogInMemory log = LogInMemory.of(700, KEY);
    private final LogOnHttp served = new LogOnHttp(log);

    @AfterEach
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/log", "/log/"})
    void aLogIsReadAtItsOwnAddressOrTheGateways(String path) {
        assertThat(look(URI.create(served.address() + path))).isInstanceOf(Holds.class);
    }

    @Test
    void anAnswerThatFailsIsAskedForAgain() {
        // Given
        served.fail(3);
        // Then
        assertThat(look(served.address())).isInstanceOf(Holds.class);
    }

    @Test
    void aLogThatOnlyFailsCannotBeLookedAt() {
        // Given
        served.fail(Integer.MAX_VALUE);
        // Then
        assertThatThrownBy(() -> look(served.address()))
                .isInstanceOf(LogUnreachableException.class)
                .hasMessage(served.address() + "/log/checkpoint answered 503");
    }

    @Test
    void aLogThatIsNotThereCannotBeLookedAt() {
        // Given
        var address = served.address();
        served.close();
        // Then
        assertThatThrownBy(() -> look(address))
                .isInstanceOf(LogUnreachableException.class)
                .hasMessage(address + "/log/checkpoint did not answer");
    }

    @Test
    void anAddressWithoutALogCannotBeLookedAt() {
        assertThatThrownBy(() -> look(URI.create(served.address() + "/elsewhere")))
                .isInstanceOf(LogUnreachableException.class)
                .hasMessageStartingWith("there is no checkpoint: ")
                .hasMessageEndingWith("/elsewhere/log/checkpoint answered 404");
    }

    @Test
    void aPromisedTileThatIsNotThereIsAFinding() {
        // Given
        log.answer("0/001", new byte[0]);
        // Then
        assertThat(look(served.address()))
                .isEqualTo(new Broken(
                        "tile 0/001 (entries 256 to 511): is not served, though the checkpoint promises it"));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        // Given
        log.answer("0/001", new byte[10_000_000]);
        // Then
        assertThatThrownBy(() -> look(served.address()))
                .isInstanceOf(LogUnreachableException.class)
                .hasMessage(served.address() + "/log/tile/0/001 did not answer");
    }

    private static Verdict look(URI address) {
        try (var http = new HttpLog(address, Duration.ofMillis(1))) {
            return new LogVerification(http, List.of(KEY.verifyingKey()), WitnessesNeeded.NONE, Optional.empty())
                    .verify(Reach.EVERYTHING, started -> {}, entries -> {});
        }
    }
}
