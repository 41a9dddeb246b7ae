package org.narrowgate.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A page or an action of the console, as its annotations say; found by reading every class that was compiled. */
record Route(String method, String path, Set<String> roles) {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    Route {
        roles = Set.copyOf(roles);
    }

    static List<Route> ofTheConsole() {
        try (var files = Files.walk(CLASSES.resolve("org/narrowgate"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(Route::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .flatMap(Route::of)
                    .filter(route -> route.path.startsWith("/console"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address of this route; what it is about need not exist. */
    String address() {
        return path.replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Class<?> load(String file) {
        var name = file.replaceFirst("\\.class$", "").replace('/', '.');
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Route> of(Method method) {
        var path = path(method.getDeclaringClass()) + path(method);
        var roles = roles(method).or(() -> roles(method.getDeclaringClass())).orElse(Set.of());
        return Arrays.stream(method.getAnnotations())
                .flatMap(one -> Stream.ofNullable(one.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> new Route(verb.value(), path, roles));
    }

    private static String path(AnnotatedElement annotated) {
        return Optional.ofNullable(annotated.getAnnotation(Path.class))
                .map(path -> "/" + path.value().replaceAll("^/|/$", ""))
                .orElse("");
    }

    private static Optional<Set<String>> roles(AnnotatedElement annotated) {
        return Optional.ofNullable(annotated.getAnnotation(RolesAllowed.class)).map(allowed -> Set.of(allowed.value()));
    }
}
