package org.narrowgate.web.console.policy;

import java.util.List;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.Sign;

/** A policy document as pages show it. Texts are empty where there is nothing to say. */
public record PolicyModel(
        String title,
        MatrixModel matrix,
        List<PurposeModel> purposes,
        List<AgreementModel> agreements,
        List<AgencyModel> agencies) {
    public PolicyModel {
        purposes = List.copyOf(purposes);
        agreements = List.copyOf(agreements);
        agencies = List.copyOf(agencies);
    }

    /**
     * A purpose and its own rules.
     *
     * @param stopped a sign where it is
     * @param link where it can be changed; empty where it cannot
     * @param holders the agencies it is granted to
     */
    public record PurposeModel(
            String id,
            String title,
            List<Sign> stopped,
            String under,
            String link,
            List<String> holders,
            List<GroundModel> grounds,
            List<Saying> rules,
            List<Saying> prohibitions) {
        public PurposeModel {
            stopped = List.copyOf(stopped);
            holders = List.copyOf(holders);
            grounds = List.copyOf(grounds);
            rules = List.copyOf(rules);
            prohibitions = List.copyOf(prohibitions);
        }
    }

    /** A ground with the clause it comes from. */
    public record GroundModel(String title, String text, String demand, String clause) {}

    /** A memorandum with one agency. */
    public record AgreementModel(
            String id,
            String title,
            String link,
            String agency,
            Sign state,
            String dates,
            String statute,
            List<Saying> purposes) {
        public AgreementModel {
            purposes = List.copyOf(purposes);
        }
    }

    /**
     * Who holds which scope.
     *
     * @param see where its view of the registry is shown; empty where nowhere
     */
    public record AgencyModel(
            String id,
            String name,
            String link,
            String see,
            String group,
            String clients,
            String ranks,
            List<Scope> scopes) {
        public AgencyModel {
            scopes = List.copyOf(scopes);
        }
    }

    /** @param note why it opens nothing although it is granted */
    public record Scope(String name, String purpose, String limits, String note) {}
}
