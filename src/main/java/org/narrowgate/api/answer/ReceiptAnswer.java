package org.narrowgate.api.answer;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.narrowgate.disclosure.Receipt;

/** Proof for the agency that its answer was written down before it left. */
@Type("Receipt")
@Description("Proof that this answer was written to the disclosure log before it left.")
public record ReceiptAnswer(
        @Id @NonNull @Description("Index of the log entry.") String entry,

        @NonNull @Description("RFC 6962 leaf hash of the entry, base64.")
        String leafHash,

        @NonNull @Description("When the entry was written.") Instant at,
        @Description("The policy version that was applied.") int policyVersion,

        @NonNull @Description("SHA-256 of the canonical policy document, hex.")
        String policyHash) {
    public static ReceiptAnswer of(Receipt receipt) {
        return new ReceiptAnswer(
                Long.toString(receipt.entry()),
                receipt.leafHash(),
                receipt.at(),
                receipt.policyVersion(),
                receipt.policyHash());
    }

    /** The log entry's index, as a number. */
    public long index() {
        return Long.parseLong(entry);
    }
}
