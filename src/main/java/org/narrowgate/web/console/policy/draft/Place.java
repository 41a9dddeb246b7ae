package org.narrowgate.web.console.policy.draft;

import java.util.Optional;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.Agreement;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;
import org.narrowgate.web.console.policy.form.PartForm;
import org.narrowgate.web.console.policy.form.PartyForms;
import org.narrowgate.web.console.policy.form.PurposeForms;

/** A part of a draft's document that has a form of its own. */
sealed interface Place {
    /** Its address after the draft's. */
    String address();

    /** What its page is headed with; empty where the document has no such part. */
    Optional<String> heading(PolicyDocument document);

    /** Its form; empty where the document has no such part. */
    Optional<PartForm> form(PolicyDocument document);

    /** What every purpose sees. */
    record Matrix() implements Place {
        @Override
        public String address() {
            return "/matrix";
        }

        @Override
        public Optional<String> heading(PolicyDocument document) {
            return Optional.of("What every purpose sees");
        }

        @Override
        public Optional<PartForm> form(PolicyDocument document) {
            return Optional.of(PurposeForms.matrix(document));
        }
    }

    /** What the document says of itself. */
    record Whole() implements Place {
        @Override
        public String address() {
            return "/document";
        }

        @Override
        public Optional<String> heading(PolicyDocument document) {
            return Optional.of("The document");
        }

        @Override
        public Optional<PartForm> form(PolicyDocument document) {
            return Optional.of(PartyForms.ofDocument());
        }
    }

    /** An element of one of the document's lists. */
    record Element(PartKind kind, String id) implements Place {
        @Override
        public String address() {
            return "/" + kind.word() + "/" + id;
        }

        /** Where it stands in the document. */
        String pointer() {
            return address();
        }

        @Override
        public Optional<String> heading(PolicyDocument document) {
            return switch (kind) {
                case PURPOSES -> purpose(document).map(Purpose::title);
                case AGREEMENTS -> agreement(document).map(Agreement::title);
                case AGENCIES -> agency(document).map(Agency::name);
            };
        }

        @Override
        public Optional<PartForm> form(PolicyDocument document) {
            return switch (kind) {
                case PURPOSES -> purpose(document).map(purpose -> PurposeForms.of(document, purpose));
                case AGREEMENTS -> agreement(document).map(agreement -> PartyForms.of(document, agreement));
                case AGENCIES -> agency(document).map(PartyForms::of);
            };
        }

        private Optional<Purpose> purpose(PolicyDocument document) {
            return document.purposes().stream()
                    .filter(purpose -> purpose.id().value().equals(id))
                    .findFirst();
        }

        private Optional<Agreement> agreement(PolicyDocument document) {
            return document.agreements().stream()
                    .filter(agreement -> agreement.id().value().equals(id))
                    .findFirst();
        }

        private Optional<Agency> agency(PolicyDocument document) {
            return document.agencies().stream()
                    .filter(agency -> agency.id().value().equals(id))
                    .findFirst();
        }
    }
}
