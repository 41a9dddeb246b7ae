package org.narrowgate.web.console;

import static org.narrowgate.caller.StaffRole.CASEWORKER;
import static org.narrowgate.caller.StaffRole.OVERSEER;
import static org.narrowgate.caller.StaffRole.POLICY_APPROVER;
import static org.narrowgate.caller.StaffRole.POLICY_AUTHOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;

/** A part of the console that its navigation leads to. */
public enum ConsoleArea {
    QUEUE("/console", "Queue", "Weigh tracing requests, case by case, before their deadlines.", CASEWORKER),
    INCIDENTS("/console/incidents", "Incidents", "See where the wrong person was disclosed.", CASEWORKER, OVERSEER),
    STATISTICS(
            "/console/statistics",
            "Statistics",
            "See who asked, how often, and with what outcome.",
            CASEWORKER,
            OVERSEER,
            POLICY_AUTHOR,
            POLICY_APPROVER),
    POLICY(
            "/console/policy",
            "Policy",
            "See what every purpose may see, change it in drafts, and approve what others drafted.",
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

    static List<ConsoleArea> openTo(Staff staff) {
        return Arrays.stream(values())
                .filter(area -> area.roles.stream().anyMatch(staff::is))
                .toList();
    }
}
