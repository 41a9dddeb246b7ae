package org.narrowgate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "/log/tile/Quillfeather, CLIENT_ERROR, OTHER",
        "/admin/9434765919, SERVER_ERROR, OTHER",
        "/log/tile/{path}, SUCCESS, /log/tile/{path}",
        "/{Quillfeather}, CLIENT_ERROR, OTHER",
        "/graphql, CLIENT_ERROR, /graphql",
        "NOT_FOUND, CLIENT_ERROR, NOT_FOUND",
        "/transparency, SUCCESS, /transparency"
    })
    void nameOnlyWhatIsOurs(String address, String outcome, String told) {
        // Given
        var meters = new SimpleMeterRegistry();
        meters.config().meterFilter(KnownAddresses.filter());
        // When
        meters.counter("http.server.requests", "uri", address, "outcome", outcome)
                .increment();
        // Then
        assertThat(meters.get("http.server.requests").counter().getId().getTag("uri"))
                .isEqualTo(told);
    }
}
