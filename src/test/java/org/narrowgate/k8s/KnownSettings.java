package org.narrowgate.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Every environment variable that the application reads while it runs: Quarkus's settings and our own. */
final class KnownSettings {
    private static final Path PROPERTIES = Path.of("src", "main", "resources", "application.properties");
    // Each extension lists its settings' types here.
    private static final String ROOTS = "META-INF/quarkus-config-roots.list";

    private KnownSettings() {}

    static Set<String> variables() throws IOException, ClassNotFoundException {
        var written = Files.readAllLines(PROPERTIES).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        var ours = ConfigClass.configClass(Class.forName("org.narrowgate.Settings"));
        return Stream.concat(
                        names(ours).stream(),
                        roots().stream().flatMap(root -> names(ConfigClass.configClass(root)).stream()))
                .flatMap(name -> named(name, written))
                .map(KnownSettings::variable)
                .collect(toUnmodifiableSet());
    }

    private static Set<String> names(ConfigClass mapping) {
        return ConfigMappings.getProperties(mapping).keySet();
    }

    private static List<Class<?>> roots() throws IOException, ClassNotFoundException {
        var types = new ArrayList<Class<?>>();
        for (var list : Collections.list(KnownSettings.class.getClassLoader().getResources(ROOTS))) {
            for (var name : lines(list)) {
                var type = Class.forName(name, false, KnownSettings.class.getClassLoader());
                var root = type.getAnnotation(ConfigRoot.class);
                if (root != null
                        && root.phase() == ConfigPhase.RUN_TIME
                        && type.isAnnotationPresent(ConfigMapping.class)) {
                    types.add(type);
                }
            }
        }
        return List.copyOf(types);
    }

    private static List<String> lines(URL list) throws IOException {
        try (var in = list.openStream()) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    /** A setting of a named thing, for the names that application.properties gives such things; an item of a list as one. */
    private static Stream<String> named(String name, List<String> written) {
        var plain = name.replace("[*]", "");
        var star = plain.indexOf(".*");
        if (star < 0) {
            return Stream.of(plain);
        }
        var prefix = plain.substring(0, star + 1);
        return written.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceAll("^(\"[^\"]*\"|[^.]*).*", "$1"))
                .distinct()
                .flatMap(key -> named(prefix + key + plain.substring(star + 2), written));
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
