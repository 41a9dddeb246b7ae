package org.narrowgate.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process starts. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        startDevelopmentServices();
        Quarkus.run(arguments);
    }

    /** By name, and by its presence: the dev room is not in the package, and Quarkus does not know its mode yet. */
    private static void startDevelopmentServices() throws ReflectiveOperationException {
        Class<?> services;
        try {
            services =
                    Thread.currentThread().getContextClassLoader().loadClass("org.narrowgate.dev.DevelopmentServices");
        } catch (ClassNotFoundException packaged) {
            return;
        }
        services.getMethod("start").invoke(null);
    }
}
