package org.narrowgate.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What `kubectl kustomize` makes of one folder. */
final class Overlay {
    private static final Path OVERLAYS = Path.of("k8s", "overlays");
    private static final String HOW_TO_GET_IT =
            "these tests render k8s/ with `kubectl kustomize`: put kubectl 1.27 or newer on the PATH (.ci/run says how)";
    private static final Map<Path, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private Overlay() {}

    /** The names of all there are, so that a new one is looked at too. */
    static List<String> all() {
        try (var folders = Files.list(OVERLAYS)) {
            return folders.map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> of(String name) {
        return render(OVERLAYS.resolve(name));
    }

    /** What an operator applies by hand, beside the overlay for production. */
    static List<Manifest> tools() {
        return render(Path.of("k8s", "tools"));
    }

    /** What all overlays and tools come to, one after the other. */
    static Stream<Manifest> everything() {
        return Stream.concat(all().stream().flatMap(name -> of(name).stream()), tools().stream());
    }

    static List<Manifest> render(Path folder) {
        return RENDERED.computeIfAbsent(folder, Overlay::kustomize);
    }

    private static List<Manifest> kustomize(Path folder) {
        try {
            var process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("`" + folder + "` cannot be rendered: " + output);
            }
            return parse(output);
        } catch (IOException e) {
            throw new IllegalStateException(HOW_TO_GET_IT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<Manifest> parse(String yaml) throws IOException {
        var mapper = new YAMLMapper();
        try (var documents = mapper.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().map(Manifest::new).toList();
        }
    }
}
