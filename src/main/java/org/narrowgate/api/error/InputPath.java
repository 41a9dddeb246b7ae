package org.narrowgate.api.error;

import java.util.List;

/** A path of the engine's into the variables, as faults write it: {@code input.ground.orderDirects[2]}. */
final class InputPath {
    private InputPath() {}

    static String of(List<Object> steps) {
        var path = new StringBuilder();
        for (var step : steps) {
            switch (step) {
                case Number index -> path.append('[').append(index).append(']');
                default -> path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }
}
