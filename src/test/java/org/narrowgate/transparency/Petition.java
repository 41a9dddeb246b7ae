package org.narrowgate.transparency;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Selection;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

/** What an agency asks under the shipped policy: as it should be, or with a flaw. */
record Petition(Asker asker, AgencyGroup group, NewTracingRequest asked, Selection selection) {
    private static final LocalDate BORN = LocalDate.of(1984, 3, 7);

    /** What the shipped policy grants. */
    enum Grant {
        IMMIGRATION("home-office", AgencyGroup.HOME_OFFICE, "immigration-tracing"),
        MISSING_HOME_OFFICE("home-office", AgencyGroup.HOME_OFFICE, "missing-vulnerable-person"),
        MISSING_POLICE("police-north", AgencyGroup.POLICE, "missing-vulnerable-person"),
        CRIME_POLICE("police-north", AgencyGroup.POLICE, "serious-crime-investigation"),
        CRIME_AGENCY("national-crime-agency", AgencyGroup.NATIONAL_CRIME_AGENCY, "serious-crime-investigation"),
        WARRANT("national-crime-agency", AgencyGroup.NATIONAL_CRIME_AGENCY, "arrest-warrant"),
        COURT("court-service", AgencyGroup.COURT_ORDER, "court-order"),
        CORONER("coroner", AgencyGroup.HM_CORONER, "coroner-primary-care"),
        CASE_REVIEW("case-review-commission", AgencyGroup.CRIMINAL_CASES_REVIEW_COMMISSION, "case-review"),
        FRAUD("counter-fraud", AgencyGroup.NHS_COUNTER_FRAUD_AUTHORITY, "counter-fraud");

        private final String agency;
        private final AgencyGroup group;
        private final String purpose;

        Grant(String agency, AgencyGroup group, String purpose) {
            this.agency = agency;
            this.group = group;
            this.purpose = purpose;
        }

        AgencyGroup group() {
            return group;
        }

        AgencyId agency() {
            return new AgencyId(agency);
        }

        PurposeId purpose() {
            return new PurposeId(purpose);
        }

        private boolean isOfCrime() {
            return this == IMMIGRATION || this == CRIME_POLICE || this == CRIME_AGENCY;
        }
    }

    /** What is wrong with it; where a flaw means nothing to a purpose, nothing is. */
    enum Flaw {
        NONE,
        SCOPE_MISSING,
        GROUND_MISSING,
        IMMIGRATION_ONLY,
        PETTY,
        SOURCES_LEFT,
        UNSIGNED,
        SEARCH_NOT_PERMITTED
    }

    /** Whom it is about. */
    enum About {
        HELD,
        NOBODY,
        PROTECTED
    }

    static Petition of(Grant grant, Flaw flaw, About about, Priority priority, Selection selection) {
        var subject = subject(grant, flaw, about);
        var scopes = flaw == Flaw.SCOPE_MISSING ? Set.<PurposeId>of() : Set.of(grant.purpose());
        var facts = new RequestFacts(
                grant.purpose(),
                flaw == Flaw.GROUND_MISSING ? Optional.empty() : ground(grant, flaw),
                flaw == Flaw.SOURCES_LEFT ? Sources.NOT_EXHAUSTED : Sources.EXHAUSTED,
                flaw == Flaw.UNSIGNED ? Optional.empty() : countersignature(grant),
                subject.arguments());
        var asked = new NewTracingRequest(
                facts,
                subject,
                "case of " + grant.name(),
                "every other source of information was tried",
                priority,
                Optional.of("every hour counts").filter(reason -> priority == Priority.EXCEPTIONAL));
        return new Petition(new Asker(grant.agency(), scopes), grant.group, asked, selection);
    }

    /** Flaws, people, priorities and selections in a mix of its own; the same for the same seed. */
    static Petition drawn(Random random) {
        var grants = Grant.values();
        var flaws = Flaw.values();
        var abouts = About.values();
        return of(
                grants[random.nextInt(grants.length)],
                random.nextInt(100) < 70 ? Flaw.NONE : flaws[random.nextInt(flaws.length)],
                random.nextInt(100) < 60 ? About.HELD : abouts[random.nextInt(abouts.length)],
                random.nextInt(100) < 15 ? Priority.EXCEPTIONAL : Priority.STANDARD,
                selection(random));
    }

    static Selection selection(Random random) {
        return random.nextInt(100) < 70
                ? new Selection.OfPerson(EnumSet.allOf(Field.class))
                : List.<Selection>of(new Selection.NoPerson(), new Selection.OfPerson(Set.of()))
                        .get(random.nextInt(2));
    }

    private static Subject subject(Grant grant, Flaw flaw, About about) {
        var byNumber = switch (grant) {
            case FRAUD, COURT, CORONER, MISSING_POLICE, CASE_REVIEW -> true;
            case IMMIGRATION, MISSING_HOME_OFFICE, CRIME_POLICE, CRIME_AGENCY, WARRANT -> false;
        };
        return byNumber == (flaw == Flaw.SEARCH_NOT_PERMITTED) ? named(about) : numbered(about);
    }

    private static Subject numbered(About about) {
        var number = switch (about) {
            case HELD -> "9000000009";
            case NOBODY -> "9111231130";
            case PROTECTED -> "9000000041";
        };
        return new Subject.ByNhsNumber(new NhsNumber(number), Optional.empty());
    }

    private static Subject named(About about) {
        return switch (about) {
            case HELD -> details("Hartfield", "Eleanor", BORN);
            case NOBODY -> details("Nonesuch", "Ada", BORN);
            case PROTECTED -> details("Ravensdale", "Leon", LocalDate.of(1978, 8, 2));
        };
    }

    private static Subject details(String family, String given, LocalDate born) {
        return new Subject.ByDetails(family, born, Optional.of(given), Optional.empty(), Optional.empty());
    }

    private static Optional<Ground> ground(Grant grant, Flaw flaw) {
        return switch (grant) {
            case IMMIGRATION, CRIME_POLICE, CRIME_AGENCY -> Optional.of(crime(flaw));
            case MISSING_HOME_OFFICE, MISSING_POLICE ->
                Optional.of(new Ground.MissingVulnerablePerson("A child of four has not come home from school."));
            case WARRANT -> Optional.of(new Ground.CourtOrder("warrant 1", Optional.empty()));
            case COURT -> Optional.of(new Ground.CourtOrder("order 1", Optional.of(EnumSet.allOf(Field.class))));
            case CORONER, CASE_REVIEW, FRAUD -> Optional.empty();
        };
    }

    private static Ground crime(Flaw flaw) {
        return switch (flaw) {
            case IMMIGRATION_ONLY -> convicted("overstaying", 1);
            case PETTY -> convicted("common-assault", 3);
            case NONE, SCOPE_MISSING, GROUND_MISSING, SOURCES_LEFT, UNSIGNED, SEARCH_NOT_PERMITTED ->
                convicted("fraud", 14);
        };
    }

    private static Ground convicted(String offence, int months) {
        return new Ground.SeriousCriminality(
                OffenceCatalogue.ofCode(offence).orElseThrow(), OffenceStage.CONVICTED, OptionalInt.of(months));
    }

    private static Optional<Countersignature> countersignature(Grant grant) {
        var rank = grant == Grant.CRIME_AGENCY ? "senior-manager" : "inspector";
        return grant.isOfCrime()
                ? Optional.of(new Countersignature("C. Officer", rank, LocalDate.of(2018, 1, 6)))
                : Optional.empty();
    }
}
