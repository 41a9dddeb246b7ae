package org.narrowgate.web.console.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.publication.PublishedLog;
import org.narrowgate.ledger.search.OpenCircumstances;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.InclusionProof;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.web.console.cases.Sign;

/** Proves what is written in an entry against the last checkpoint, as anybody outside can. */
@ApplicationScoped
class Proofs {
    private final PublishedLog published;
    private final LogKeys keys;

    Proofs(PublishedLog published, LogKeys keys) {
        this.published = published;
        this.keys = keys;
    }

    /** @param site where this application is reached, without a slash at its end */
    ProofModel of(OpenCircumstances opened, String site) {
        try {
            return published
                    .latest()
                    .map(last -> against(last, opened, site))
                    .orElseGet(() -> without(
                            Sign.plain("Not yet: no checkpoint was published"),
                            "Once a checkpoint is signed, this entry can be proved to stand in it."));
        } catch (LedgerUnavailableException e) {
            return without(
                    Sign.bad("Not known: the published log cannot be read"),
                    "Either the database does not answer, or the log is not the one that was published before.");
        }
    }

    /**
     * What anybody can verify without this application.
     *
     * @throws LedgerUnavailableException where the published log cannot be read
     */
    ReceiptModel receipt(OpenCircumstances opened) {
        var index = opened.entry().index();
        var inclusion = published
                .latest()
                .filter(last -> index < last.size())
                .map(last -> inclusion(last, new MerkleTree(published).inclusion(index, last.size())));
        return new ReceiptModel(
                String.valueOf(index),
                RowModel.base64(opened.entry().leafHash()),
                new String(opened.entry().circumstances(), UTF_8),
                RowModel.base64(opened.salt()),
                RowModel.base64(opened.particularsHash()),
                inclusion.orElse(null));
    }

    private static ReceiptModel.Inclusion inclusion(PublishedCheckpoint last, InclusionProof proof) {
        return new ReceiptModel.Inclusion(
                String.valueOf(proof.size()),
                String.valueOf(proof.index()),
                path(proof),
                last.note().format());
    }

    private ProofModel against(PublishedCheckpoint last, OpenCircumstances opened, String site) {
        var index = opened.entry().index();
        if (index >= last.size()) {
            return without(
                    Sign.middle("Not yet: it waits for the next checkpoint"),
                    "The last checkpoint is of the first %,d entries.".formatted(last.size()));
        }
        var proof = new MerkleTree(published).inclusion(index, last.size());
        var holds = opened.leaf()
                .map(Hash::of)
                .filter(leaf -> proof.proves(leaf, last.checkpoint().root()))
                .isPresent();
        return holds ? proved(last, proof, site) : failed(last, site);
    }

    private ProofModel proved(PublishedCheckpoint last, InclusionProof proof, String site) {
        return new ProofModel(
                Sign.good("Proved to be there"),
                ("What is written here, hashed, stands in the checkpoint of %,d entries. Anybody can check that with"
                                + " the receipt, and the whole log with the first of these commands:")
                        .formatted(last.size()),
                path(proof),
                List.of(verifyLog(site), verifyLog(site) + " --receipt " + file(proof.index())));
    }

    private ProofModel failed(PublishedCheckpoint last, String site) {
        return new ProofModel(
                Sign.bad("What is written here is not what was published"),
                "The checkpoint of %,d entries has another entry here. Tell the operator, and check the whole log:"
                        .formatted(last.size()),
                List.of(),
                List.of(verifyLog(site)));
    }

    private static ProofModel without(Sign state, String words) {
        return new ProofModel(state, words, List.of(), List.of());
    }

    private String verifyLog(String site) {
        return "java -jar quarkus-run.jar verify-log " + site
                + keys.all().stream().map(key -> " --key " + key.text()).collect(joining());
    }

    /** What a receipt is saved as. */
    static String file(long index) {
        return "narrowgate-entry-" + index + ".json";
    }

    private static List<String> path(InclusionProof proof) {
        return proof.path().stream().map(Hash::base64).toList();
    }
}
