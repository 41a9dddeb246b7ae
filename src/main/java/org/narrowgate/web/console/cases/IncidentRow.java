package org.narrowgate.web.console.cases;

/** An incident in the list. */
public record IncidentRow(
        String id, String caseReference, String agency, String purpose, String reportedAt, Sign time) {}
