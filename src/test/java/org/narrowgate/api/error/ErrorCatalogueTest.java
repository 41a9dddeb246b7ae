package org.narrowgate.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTest {
    @Test
    void isInTheReadmeCodeByCode() throws IOException {
        // Given
        var readme = Path.of("README.md");
        var rows =
                Arrays.stream(ErrorCode.values()).map(ErrorCatalogueTest::row).toList();
        // When
        var lines = Files.readAllLines(readme).stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` \\| \\d{3} \\|.*"))
                .toList();
        // Then
        assertThat(lines).isEqualTo(rows);
    }

    @Test
    void explainsEveryCodeInSentences() {
        assertThat(ErrorCode.values())
                .allSatisfy(code -> assertThat(code.meaning()).matches("[A-Z].*\\."))
                .allSatisfy(code -> assertThat(code.remedy()).matches("[A-Z].*\\."));
    }

    private static String row(ErrorCode code) {
        return "| `%s` | %d | %s | %s |".formatted(code, code.status(), code.meaning(), code.remedy());
    }
}
