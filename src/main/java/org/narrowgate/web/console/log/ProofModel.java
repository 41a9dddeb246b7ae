package org.narrowgate.web.console.log;

import java.util.List;
import org.narrowgate.web.console.cases.Sign;

/**
 * How an entry is proved to stand in the published tree.
 *
 * @param path hashes of the inclusion proof, base64, the leaf's sibling first; none while it cannot be proved
 * @param commands what verifies it, typed by anybody
 */
public record ProofModel(Sign state, String words, List<String> path, List<String> commands) {
    public ProofModel {
        path = List.copyOf(path);
        commands = List.copyOf(commands);
    }
}
