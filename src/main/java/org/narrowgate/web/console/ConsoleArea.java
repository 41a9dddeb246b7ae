package org.narrowgate.web.console;

import static org.narrowgate.caller.StaffRole.CASEWORKER;
import static org.narrowgate.caller.StaffRole.OVERSEER;
import static org.narrowgate.caller.StaffRole.POLICY_APPROVER;
import static org.narrowgate.caller.StaffRole.POLICY_AUTHOR;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;

/** A part of the console that its navigation leads to. */
public enum ConsoleArea {
    QUEUE("/console", "Queue", "Weigh tracing requests, case by case, before their deadlines.", CASEWORKER),
    INCIDENTS("/console/incidents", "Incidents", "See where the wrong person was disclosed.", CASEWORKER, OVERSEER),
    RIGHTS(
            "/console/rights",
            "Rights",
            "Answer what people ask about their own data: objections, restrictions, corrections, copies.",
            CASEWORKER),
    POLICY(
            "/console/policy",
            "Policy",
            "See what every purpose may see, change it in drafts, and approve what others drafted.",
            POLICY_AUTHOR,
            POLICY_APPROVER),
    STOPS(
            "/console/policy/stops",
            "Stops",
            "Stop an agreement, a purpose or an agency at once, and start it again with somebody else.",
            POLICY_AUTHOR,
            POLICY_APPROVER,
            OVERSEER),
    CONSULTATIONS(
            "/console/consultations",
            "Consultations",
            "Ask the public about a draft, read and judge what is said.",
            POLICY_AUTHOR,
            POLICY_APPROVER,
            OVERSEER),
    LOG(
            "/console/log",
            "Log",
            "See that the disclosure log is complete and signed, and search what it says.",
            OVERSEER),
    STATISTICS(
            "/console/statistics",
            "Statistics",
            "See who asked, how often, and with what outcome.",
            CASEWORKER,
            OVERSEER,
            POLICY_AUTHOR,
            POLICY_APPROVER);

    private final String path;
    private final String title;
    private final String use;
    private final Set<StaffRole> roles;

    ConsoleArea(String path, String title, String use, StaffRole... roles) {
        this.path = path;
        this.title = title;
        this.use = use;
        this.roles = Set.of(roles);
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String use() {
        return use;
    }

    /** The area a page belongs to: of those whose addresses begin its own, the nearest. */
    static Optional<ConsoleArea> of(String path) {
        return Arrays.stream(values())
                .filter(area -> path.equals(area.path)
                        || (!area.path.equals(ConsolePath.ROOT) && path.startsWith(area.path + "/")))
                .max(Comparator.comparingInt(area -> area.path.length()));
    }

    static List<ConsoleArea> openTo(Staff staff) {
        return Arrays.stream(values())
                .filter(area -> area.roles.stream().anyMatch(staff::is))
                .toList();
    }
}
