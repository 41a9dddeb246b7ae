package org.narrowgate.api.entrance;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import java.util.ArrayDeque;

/** The aliases a document is written with, each a way to ask the same field once more. */
final class Aliases {
    private Aliases() {}

    static int count(Document document) {
        int aliases = 0;
        var nodes = new ArrayDeque<Node<?>>();
        nodes.add(document);
        while (!nodes.isEmpty()) {
            var node = nodes.poll();
            if (node instanceof Field field && field.getAlias() != null) {
                aliases++;
            }
            node.getChildren().forEach(child -> nodes.add((Node<?>) child));
        }
        return aliases;
    }
}
