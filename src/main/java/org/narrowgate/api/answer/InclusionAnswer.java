package org.narrowgate.api.answer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.narrowgate.ledger.publication.PublishedInclusion;
import org.narrowgate.ledger.tree.Hash;

/** Proof for the agency that its entry is in the log that everybody sees. */
@Type("Inclusion")
@Description("Proof that an entry is in the public log: RFC 6962, checked with the leaf hash and the log's public key.")
public record InclusionAnswer(
        @NonNull @Description("How many entries the checkpoint covers, in decimal.")
        String treeSize,

        @Id @NonNull @Description("Where the leaf stands in the tree: the entry's index.")
        String leafIndex,

        @NonNull @Description("The neighbours from the leaf up to the root, each a SHA-256 hash of 32 bytes, base64.")
        List<@NonNull String> path,

        @NonNull @Description("The checkpoint as it was published: a C2SP signed note with the tree's size and root.")
        String checkpoint) {
    public static InclusionAnswer of(PublishedInclusion inclusion) {
        var proof = inclusion.proof();
        return new InclusionAnswer(
                Long.toString(proof.size()),
                Long.toString(proof.index()),
                proof.path().stream().map(Hash::base64).toList(),
                inclusion.checkpoint().format());
    }
}
