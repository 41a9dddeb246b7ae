package org.narrowgate.dev;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ready cast of the development identity provider: agencies as clients, and people who log in. */
final class Personas {
    static final String AUDIENCE = "narrowgate";
    static final String CONSOLE_CLIENT = "narrowgate-console";
    static final String MY_RECORD_CLIENT = "narrowgate-my-record";
    /** How sure this provider is of everybody but who is there to be turned away. */
    static final String HIGH = "high";

    /** The secret of every client here; its name says where it may stand. */
    static final String SECRET = "development-only";

    /** An agency's application: its client id is the agency's id, its scopes are its purposes. */
    record Agency(String clientId, String name, List<String> purposes) {
        Agency {
            purposes = List.copyOf(purposes);
        }

        List<String> scopes() {
            return purposes.stream().map(purpose -> "purpose:" + purpose).toList();
        }
    }

    /** Somebody who logs in with a browser: staff have roles, a person of the registry an NHS number. */
    record Login(
            String username,
            String name,
            List<String> roles,
            @Nullable String nhsNumber,
            String assurance) {
        Login {
            roles = List.copyOf(roles);
        }

        static Login staff(String username, String name, String... roles) {
            return new Login(username, name, List.of(roles), null, HIGH);
        }

        static Login person(String username, String name, String nhsNumber) {
            return new Login(username, name, List.of(), nhsNumber, HIGH);
        }

        /** The same person, of whom less is sure. */
        Login assured(String level) {
            return new Login(username, name, roles, nhsNumber, level);
        }
    }

    static final List<Agency> AGENCIES = List.of(
            new Agency("court-service", "Court Service", List.of("court-order")),
            new Agency(
                    "national-crime-agency",
                    "National Crime Agency",
                    List.of("arrest-warrant", "serious-crime-investigation")),
            new Agency("counter-fraud", "Counter Fraud Authority", List.of("counter-fraud")),
            new Agency("home-office", "Home Office", List.of("immigration-tracing", "missing-vulnerable-person")),
            new Agency(
                    "police-north",
                    "Police North",
                    List.of("missing-vulnerable-person", "serious-crime-investigation")),
            new Agency("coroner", "Coroner", List.of("coroner-primary-care")),
            new Agency("case-review-commission", "Criminal Cases Review Commission", List.of("case-review")));

    static final List<Login> LOGINS = List.of(
            Login.staff("ada-author", "Ada, policy author", "policy-author"),
            Login.staff("abe-author", "Abe, policy author", "policy-author"),
            Login.staff("paul-approver", "Paul, policy approver", "policy-approver"),
            Login.staff("petra-approver", "Petra, policy approver", "policy-approver"),
            Login.staff("bruno-both", "Bruno, policy author and approver", "policy-author", "policy-approver"),
            Login.staff("carla-caseworker", "Carla, caseworker", "caseworker"),
            Login.staff("colin-caseworker", "Colin, caseworker", "caseworker"),
            Login.staff("olga-overseer", "Olga, overseer", "overseer"),
            Login.person("person-ordinary", "A person in the registry", "9000000009"),
            Login.person("person-restricted", "A person whose record is restricted", "9000000025"),
            Login.person("person-protected", "A person who must never be traced", "9000000041"),
            Login.person("person-superseded", "A person whose records were merged, by the older number", "9000000084"),
            Login.person("person-child", "A child, signed in with their own number", "9395200863"),
            Login.person("person-deceased", "A person who has died, by the records", "9000000076"),
            Login.person("person-invalidated", "A person whose number was given in error", "9000000130"),
            Login.person("person-unknown", "A person whom the registry does not hold", "9111231130"),
            Login.person("person-low-assurance", "A person of whom the provider is not sure", "9000000009")
                    .assured("low"));

    /** What drafts policies without anybody logging in: it asks for tokens with its own secret, as an agency does. */
    static final Login PIPELINE = Login.staff("policy-pipeline", "Policy pipeline", "policy-author");

    private Personas() {}

    static Optional<Agency> agency(String clientId) {
        return AGENCIES.stream()
                .filter(agency -> agency.clientId().equals(clientId))
                .findFirst();
    }

    static Optional<Login> login(String username) {
        return LOGINS.stream()
                .filter(login -> login.username().equals(username))
                .findFirst();
    }

    /** Whether people log in through this client. */
    static boolean isDoor(String clientId) {
        return clientId.equals(CONSOLE_CLIENT) || clientId.equals(MY_RECORD_CLIENT);
    }

    static boolean isClient(String clientId) {
        return isDoor(clientId)
                || clientId.equals(PIPELINE.username())
                || agency(clientId).isPresent();
    }
}
