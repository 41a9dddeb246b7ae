package org.narrowgate.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the images are made of is there once it is packaged, and the list of it is true. */
class ImageContentsIT {
    private static final Path TARGET = Path.of("target");

    @Test
    void whatTheImageCopiesIsThere() throws IOException {
        // Given
        var dockerfile = switch (BuiltPackage.newest()) {
            case BuiltPackage.Jar _ -> "Dockerfile.jvm";
            case BuiltPackage.Executable _ -> "Dockerfile.native-micro";
        };
        // When
        var sources = Files.readAllLines(Path.of("src", "main", "docker", dockerfile)).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.split(" ")[2]);
        // Then
        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(found(Path.of(source))).hasSize(1));
    }

    @Test
    void theListOfWhatThePackageIsMadeOfIsWhatIsInIt() throws IOException {
        // Given
        var libraries = new ArrayList<String>();
        for (var folder : BuiltPackage.newest().folders()) {
            try (var files = Files.list(folder)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .map(name -> name.replaceFirst("\\.jar$", "").replaceFirst("^modified-", ""))
                        .forEach(libraries::add);
            }
        }
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

    /** As a Dockerfile names them: a name may hold a star. */
    private static List<Path> found(Path named) throws IOException {
        try (var files = Files.newDirectoryStream(
                Path.of("").resolve(named).toAbsolutePath().getParent(), String.valueOf(named.getFileName()))) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        }
    }
}
