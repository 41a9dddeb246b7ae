package org.narrowgate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One fault, as its clients lived through it: a line on the console, and a row of {@code target/faults.md}.
 *
 * @param began when it broke
 * @param over when what had broken was back
 */
record Outage(String name, Instant began, Instant over, List<Answer> answers, Reckoning reckoning) {
    private static final Path TABLE = Path.of("target", "faults.md");
    private static final List<String> HEAD = List.of(
            "| fault | what clients saw | answers, by what they said | longest | recovered after | lost | unlogged |",
            "|---|---|---|---|---|---|---|");

    /** Every answer that came from the moment it broke. */
    List<Answer> since() {
        return answers.stream().filter(answer -> answer.at().isAfter(began)).toList();
    }

    TreeMap<String, Long> byWhat() {
        var counted = new TreeMap<String, Long>();
        since().forEach(answer -> counted.merge(answer.what(), 1L, Long::sum));
        return counted;
    }

    Duration longest() {
        return since().stream().map(Answer::took).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** How long after it was over the last answer came that was no outcome. */
    Duration recovered() {
        return answers.stream()
                .filter(answer -> !answer.isOutcome() && answer.at().isAfter(over))
                .map(answer -> Duration.between(over, answer.at()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Outage tell(String whatClientsSaw) throws IOException {
        var row = "| " + name + " | " + whatClientsSaw + " | " + words() + " | " + seconds(longest()) + " | "
                + seconds(recovered()) + " | " + reckoning.lost() + " | " + reckoning.unlogged() + " |";
        System.out.println("FAULT " + row + " of " + reckoning.outcomes() + " outcomes, " + reckoning.unheard()
                + " entries unheard; load average " + load());
        write(row);
        return this;
    }

    private String words() {
        return String.join(
                ", ",
                byWhat().entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .toList());
    }

    private void write(String row) throws IOException {
        var lines = Files.exists(TABLE) ? new ArrayList<>(Files.readAllLines(TABLE)) : new ArrayList<>(HEAD);
        lines.removeIf(line -> line.startsWith("| " + name + " |"));
        lines.add(row);
        Files.write(TABLE, lines);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String load() throws IOException {
        var file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ", 2)[0] : "unknown";
    }
}
