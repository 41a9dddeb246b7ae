package org.narrowgate.web.console.policy;

import java.util.List;

/**
 * The policy that decides now.
 *
 * @param announced those that will supersede it
 */
public record InForceModel(VersionModel version, List<VersionModel> announced, PolicyModel policy) {
    public InForceModel {
        announced = List.copyOf(announced);
    }
}
