package org.narrowgate.dev;

/** What {@code quarkus:dev} starts before the application. */
public final class DevelopmentServices {
    private DevelopmentServices() {}

    /** Starts them once a process: a live reload finds them running, and the settings still in place. */
    public static void start() {
        if (System.getProperty("quarkus.datasource.jdbc.url") == null) {
            EmbeddedDatabase.start().settings().forEach(System::setProperty);
        }
    }
}
