package org.narrowgate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The programs of the embedded PostgreSQL, unpacked once a run, and run by somebody who is not root. */
final class PostgresBinaries {
    // Any user without rights will do; PostgreSQL refuses to run as root.
    private static final String NOBODY = "65534";
    private static @Nullable Path home;

    private PostgresBinaries() {}

    /** A program with these variables and arguments, not yet started. */
    static ProcessBuilder command(Map<String, String> variables, String program, Object... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        // Set once it is that user: what libfaketime makes at its start belongs to whoever started it.
        command.add("env");
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.add(home().resolve("bin").resolve(program).toString());
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command).directory(Path.of("/").toFile());
    }

    /** Runs a program to its end. */
    static void run(String program, Object... arguments) throws IOException, InterruptedException {
        finish(command(Map.of(), program, arguments));
    }

    /** Lets the user that PostgreSQL runs as own a folder and all in it. */
    static void giveAway(Path folder) throws IOException {
        if (isRoot()) {
            try {
                finish(new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
                var data = folder.resolve("data");
                if (Files.exists(data)) {
                    finish(new ProcessBuilder("chmod", "700", data.toString()));
                }
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
    }

    static void signal(long process, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no program `kill` is here", e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static synchronized Path home() throws IOException, InterruptedException {
        if (home == null) {
            home = unpacked();
        }
        return home;
    }

    private static Path unpacked() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("narrowgate-postgres-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        finish(new ProcessBuilder("chmod", "755", folder.toString()));
        var archive = folder.resolve("archive.txz");
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archiveName())) {
            if (packed == null) {
                throw new IOException("no PostgreSQL for this machine is on the class path");
            }
            Files.copy(packed, archive);
        }
        finish(new ProcessBuilder("tar", "-xJf", archive.toString(), "-C", folder.toString()));
        return folder;
    }

    private static String archiveName() {
        var arm = System.getProperty("os.arch").equals("aarch64");
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return "postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void remove(Path folder) {
        try {
            finish(new ProcessBuilder("rm", "-rf", folder.toString()));
        } catch (IOException | InterruptedException e) {
            // A folder of temporary files stays behind.
        }
    }

    private static void finish(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("`" + String.join(" ", builder.command()) + "` failed: " + output);
        }
    }
}
