package org.narrowgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the images are made of is there once it is packaged, and the list of it is true. */
class ImageContentsIT {
    private static final Path TARGET = Path.of("target");

    @Test
    void whatTheImageForTheJvmCopiesIsThere() throws IOException {
        // When
        var sources = Files.readAllLines(Path.of("src", "main", "docker", "Dockerfile.jvm")).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> Path.of(line.split(" ")[2]));
        // Then
        assertThat(sources).isNotEmpty().allSatisfy(source -> assertThat(source).exists());
    }

    @Test
    void theListOfWhatThePackageIsMadeOfIsWhatIsInIt() throws IOException {
        // Given
        try (var main = Files.list(TARGET.resolve("quarkus-app/lib/main"));
                var boot = Files.list(TARGET.resolve("quarkus-app/lib/boot"))) {
            var libraries = Stream.concat(main, boot)
                    .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.jar$", ""))
                    .toList();
            // When
            var list = new ObjectMapper()
                    .readTree(TARGET.resolve("narrowgate.cdx.json").toFile());
            var listed = StreamSupport.stream(list.path("components").spliterator(), false)
                    .filter(component -> component.path("type").asText().equals("library"))
                    .map(component -> component.path("group").asText() + "."
                            + component.path("name").asText() + "-"
                            + component.path("version").asText());
            // Then
            assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(listed).containsExactlyInAnyOrderElementsOf(libraries);
        }
    }
}
