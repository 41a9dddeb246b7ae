package org.narrowgate.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.WrittenEntry;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.RefusalReason;

/** A made-up history of the log, told by a seed: requests of random fate, and everything else that happens to them. */
final class History {
    static final AgencyGroups GROUPS = (agency, policyVersion) -> AgencyGroup.valueOf(agency);
    private static final List<AgencyGroup> ALL_GROUPS = List.of(AgencyGroup.values());
    private static final List<RefusalReason> REASONS = List.of(RefusalReason.values());
    private static final List<String> BESIDE = List.of(
            "reading", "view", "question", "information", "approval", "priority", "escalation", "lapse", "destruction");

    private final Random random;
    private final Function<AgencyGroup, String> agencyOf;
    private final List<WrittenEntry> entries = new ArrayList<>();
    private final List<Asked> underReview = new ArrayList<>();
    private final List<Asked> ended = new ArrayList<>();
    private final int[] busy;
    private Instant now;

    /** What the history itself knows of a request. */
    record Asked(UUID id, AgencyGroup group, Instant received, Map<String, String> fate) {
        YearMonth month() {
            return YearMonth.from(received.atZone(RegisterFold.ZONE));
        }

        String outcome() {
            return fate.getOrDefault("outcome", "under-review");
        }
    }

    private final Map<UUID, Asked> asked = new LinkedHashMap<>();

    History(long seed, Instant begin) {
        this(seed, begin, AgencyGroup::name);
    }

    /** @param agencyOf the agency that asks for a group */
    History(long seed, Instant begin, Function<AgencyGroup, String> agencyOf) {
        this.agencyOf = agencyOf;
        random = new Random(seed);
        now = begin;
        // Some groups ask by the hundred, some hardly ever.
        busy = random.ints(AgencyGroup.values().length, 0, 4)
                .map(power -> (int) Math.pow(6, power))
                .toArray();
    }

    List<WrittenEntry> entries() {
        return entries;
    }

    /** Every request received so far. */
    List<Asked> asked() {
        return List.copyOf(asked.values());
    }

    /** Goes on for a number of requests, about so many of them a day. */
    History goOn(int requests, double aDay) {
        for (var received = 0; received < requests; ) {
            now = now.plus(Duration.ofSeconds((long) (random.nextDouble() * 57_600 / aDay)));
            if (random.nextInt(100) < 45) {
                receive();
                received++;
            } else {
                happen();
            }
        }
        return this;
    }

    Instant now() {
        return now;
    }

    private void receive() {
        var group = group();
        var one = new Asked(new UUID(random.nextLong(), random.nextLong()), group, now, new HashMap<>());
        asked.put(one.id(), one);
        var outcome = random.nextInt(100);
        if (outcome < 70) {
            underReview.add(one);
            write("request", one, Map.of("outcome", "under-review"));
        } else {
            end("request", one, List.of("refused", "traced", "not-traced").get(outcome % 3));
        }
    }

    private void happen() {
        var besides = random.nextInt(100);
        if (besides < 70 && !underReview.isEmpty()) {
            var one = underReview.remove(random.nextInt(underReview.size()));
            var outcome = random.nextInt(20);
            if (outcome == 0) {
                end("withdrawal", one, "withdrawn");
            } else {
                end(
                        "review",
                        one,
                        List.of("refused", "traced", "traced", "not-traced").get(outcome % 4));
            }
        } else if (besides < 72 && !ended.isEmpty()) {
            write("mismatch", any(ended), Map.of("outcome", "closed"));
        } else if (!ended.isEmpty()) {
            // Whatever such an entry says, it moves nothing.
            write(BESIDE.get(random.nextInt(BESIDE.size())), any(ended), Map.of("outcome", "refused", "reason", "x"));
        }
    }

    private void end(String kind, Asked one, String outcome) {
        one.fate().put("outcome", outcome);
        one.fate().put("decided", now.toString());
        var said = new HashMap<String, String>(Map.of("outcome", outcome));
        if (outcome.equals("refused")) {
            said.put(
                    "reason",
                    REASONS.get(Math.min(random.nextInt(REASONS.size()), random.nextInt(REASONS.size())))
                            .name());
            one.fate().put("reason", said.get("reason"));
        }
        ended.add(one);
        write(kind, one, said);
    }

    private void write(String kind, Asked one, Map<String, String> said) {
        var circumstances = new HashMap<String, Object>(said);
        circumstances.put("form", 1);
        circumstances.put("kind", kind);
        circumstances.put("at", now.toString());
        circumstances.put("request", one.id().toString());
        circumstances.put("agency", agencyOf.apply(one.group()));
        circumstances.put("policyVersion", 1);
        circumstances.put("selected", List.of("name.family", "address.postcode"));
        circumstances.put("generalised", Map.of("birthDate", "year"));
        var entry = Entry.of(circumstances, Map.of());
        entries.add(new WrittenEntry(entries.size(), now.plusMillis(3), entry.circumstances()));
    }

    private AgencyGroup group() {
        var all = 0;
        for (var each : busy) {
            all += each;
        }
        var at = random.nextInt(all);
        for (var i = 0; i < busy.length; i++) {
            at -= busy[i];
            if (at < 0) {
                return ALL_GROUPS.get(i);
            }
        }
        throw new IllegalStateException("the shares add up");
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An entry as the log would give it back. */
    static WrittenEntry entry(long index, String at, String circumstances) {
        return new WrittenEntry(index, Instant.parse(at), circumstances.getBytes(UTF_8));
    }
}
