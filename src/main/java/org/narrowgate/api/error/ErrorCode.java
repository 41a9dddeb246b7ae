package org.narrowgate.api.error;

/** The stable codes of every error that leaves the door, in {@code extensions.code}: the catalogue. */
public enum ErrorCode {
    REQUEST_MALFORMED(
            400,
            "The body is not one JSON object with the text `query`, and optionally `variables` and `operationName`.",
            "Send one operation as a JSON object; batches are not accepted."),
    METHOD_NOT_ALLOWED(405, "The method is not POST.", "Send operations by POST only."),
    MEDIA_TYPE_NOT_SUPPORTED(415, "The body is not declared as JSON.", "Send Content-Type: application/json."),
    REQUEST_ID_INVALID(
            400,
            "The header X-Request-ID is not one UUID.",
            "Send a new random UUID, and the same one when you retry."),
    REQUEST_ID_REUSED(
            200,
            "This X-Request-ID came before with something else in it.",
            "Send a new X-Request-ID for a new request; repeat one only with the same input."),
    CALLER_NOT_AN_AGENCY(
            403,
            "The token is valid, but its client belongs to no agency.",
            "Use the client the registry registered for your agency, or ask the registry to register it."),
    OPERATION_INVALID(
            200,
            "The GraphQL document cannot be read, or does not fit the schema.",
            "Check the operation against /schema.graphql at the location given."),
    OPERATION_TOO_LARGE(
            200,
            "The operation exceeds a limit: size, tokens, depth, fields or aliases.",
            "Ask less at a time; select only the fields you need."),
    ONE_DISCLOSURE_PER_OPERATION(
            200,
            "More than one person could leave with this operation.",
            "Send one `requestTrace` and write `... on Traced` once per operation, and never below `tracingRequests`."),
    INPUT_INVALID(
            200, "A value breaks the rule of its field.", "Correct the field named; the message states its rule."),
    INPUT_MISSING(
            200,
            "A field is missing that this request needs.",
            "Give the field named; the message says what needs it."),
    NHS_NUMBER_INVALID(
            200,
            "The NHS number is not ten digits with a valid check digit.",
            "Check the number for a slip; ask by details if you do not have it."),
    SUBJECT_INCOMPLETE(
            200,
            "The subject is named by too little, or in two ways at once.",
            "Give nhsNumber, optionally with birthDate; or familyName and birthDate with at least one of givenName,"
                    + " gender and postcode."),
    OFFENCE_UNKNOWN(200, "The offence is not in the catalogue.", "Use a code of the offence catalogue."),
    SENTENCE_ABOVE_MAXIMUM(
            200,
            "The sentence is above the maximum of the offence.",
            "Check the sentence, in months, and the offence."),
    FIELD_UNKNOWN(
            200, "A path names nothing in Person.", "Use paths of Person, such as `address` or `address.postcode`."),
    CURSOR_INVALID(200, "The cursor is none that an earlier page gave.", "Start again without `after`."),
    REQUEST_UNKNOWN(
            200,
            "Your agency has no such tracing request.",
            "Check the id; another agency's request and one that does not exist look alike."),
    MOVE_NOT_OFFERED(200, "The tracing request's state does not offer this.", "Read its state again before you go on."),
    SERVICE_UNAVAILABLE(
            503,
            "The answer could not be written down, so none was given.",
            "Send the same request with the same X-Request-ID again, after a pause."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here; nothing was disclosed.",
            "Report it to the registry with the X-Request-ID or X-Correlation-ID of the call.");

    private final int status;
    private final String meaning;
    private final String remedy;

    ErrorCode(int status, String meaning, String remedy) {
        this.status = status;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The HTTP status where no operation was executed; an operation that was is always answered with 200. */
    public int status() {
        return status;
    }

    public String meaning() {
        return meaning;
    }

    /** What the caller's developer does about it. */
    public String remedy() {
        return remedy;
    }
}
