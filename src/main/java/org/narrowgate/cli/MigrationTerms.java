package org.narrowgate.cli;

import java.util.List;

/**
 * What {@code migrate} makes beside the tables.
 *
 * @param partitionEntries how many entries each new partition of the log holds
 * @param partitionsAhead how many of them lie ahead of the last entry
 */
public record MigrationTerms(long partitionEntries, int partitionsAhead, List<LoginRole> roles) {
    public MigrationTerms {
        roles = List.copyOf(roles);
        if (partitionEntries < 1 || partitionsAhead < 1) {
            throw new IllegalArgumentException(
                    "narrowgate.log.partition-entries and narrowgate.log.partitions-ahead are at least 1");
        }
    }
}
