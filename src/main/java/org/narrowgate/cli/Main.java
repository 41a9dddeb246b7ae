package org.narrowgate.cli;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the process starts. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) throws ReflectiveOperationException {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            // By name: the dev room is not in the package.
            Class.forName(
                            "org.narrowgate.dev.DevelopmentServices",
                            true,
                            Thread.currentThread().getContextClassLoader())
                    .getMethod("start")
                    .invoke(null);
        }
        Quarkus.run(arguments);
    }
}
