package org.narrowgate.web.console.cases;

import java.util.List;

/** One request as its page shows it. Texts are empty where there is nothing to say. */
public record CaseModel(
        String id,
        String version,
        String caseReference,
        String agency,
        String purpose,
        String notice,
        AlertModel alert,
        Standing standing,
        ClaimModel claim,
        Said said,
        List<Demand> demands,
        List<Leaving> leaving,
        Earlier earlier,
        List<Asked> questions,
        List<StepLine> steps,
        List<StepLine> openings,
        DecideModel decide,
        EmbargoModel embargo) {
    public CaseModel {
        demands = List.copyOf(demands);
        leaving = List.copyOf(leaving);
        questions = List.copyOf(questions);
        steps = List.copyOf(steps);
        openings = List.copyOf(openings);
    }

    /** A label with what is said under it. */
    public record Saying(String label, String text) {}

    /** How far it is, and its time. */
    public record Standing(
            String progress, Sign deadline, String due, String age, String receivedAt, List<Sign> priority) {
        public Standing {
            priority = List.copyOf(priority);
        }
    }

    /** What the agency said. */
    public record Said(
            List<Saying> subject, List<Saying> ground, List<Saying> signed, String justification, String priority) {
        public Said {
            subject = List.copyOf(subject);
            ground = List.copyOf(ground);
            signed = List.copyOf(signed);
        }
    }

    /** One thing the policy requires. */
    public record Demand(Sign sign, String title, String demand, String why, String clause) {}

    /** One field, and what would become of it. */
    public record Leaving(String field, Sign sign) {}

    /** Requests before this one. */
    public record Earlier(List<EarlierLine> sameCase, List<EarlierLine> sameAgency) {
        public Earlier {
            sameCase = List.copyOf(sameCase);
            sameAgency = List.copyOf(sameAgency);
        }
    }

    /** An earlier request in brief. */
    public record EarlierLine(String id, String caseReference, String purpose, String progress, String receivedAt) {}

    /** A question to the agency. */
    public record Asked(String question, String askedAt, String answer, String answeredAt) {}

    /** A step of its history. */
    public record StepLine(String at, String what, String who, List<Saying> words) {
        public StepLine {
            words = List.copyOf(words);
        }
    }
}
