package org.narrowgate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** The order of places in a document as it was written; what is missing comes after what is there. */
record DocumentOrder(JsonNode document) implements Comparator<PolicyFault> {
    @Override
    public int compare(PolicyFault one, PolicyFault other) {
        var left = segments(one);
        var right = segments(other);
        var node = document;
        while (left.hasNext() && right.hasNext()) {
            var name = left.next();
            var otherName = right.next();
            if (!name.equals(otherName)) {
                return Integer.compare(position(node, name), position(node, otherName));
            }
            node = node.isArray() ? node.path(position(node, name)) : node.path(name);
        }
        return Boolean.compare(left.hasNext(), right.hasNext());
    }

    private static Iterator<String> segments(PolicyFault fault) {
        return List.of(fault.pointer().split("/", -1)).stream()
                .skip(1)
                .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                .iterator();
    }

    private static int position(JsonNode node, String name) {
        if (node.isArray()) {
            return name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : Integer.MAX_VALUE;
        }
        int position = 0;
        for (var property : node.properties()) {
            if (property.getKey().equals(name)) {
                return position;
            }
            position++;
        }
        return Integer.MAX_VALUE;
    }
}
