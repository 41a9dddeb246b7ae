package org.narrowgate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.publication.IntegrationService;

/** What is Narrowgate's own to set; all else is Quarkus's. */
@ConfigMapping(prefix = "narrowgate")
interface Settings {
    /** A JSON file of bank holidays, as gov.uk publishes them, that counts over the shipped ones. */
    Optional<Path> bankHolidays();

    /** How often requests are looked over for what time does to them; {@code off} for never on this replica. */
    @WithDefault("5m")
    String upkeepEvery();

    /** Who may open their own record. */
    MyRecord myRecord();

    /** Who may open their own record. */
    interface MyRecord {
        /** Authentication contexts ({@code acr}) that are sure enough of who signs in; any one will do. */
        @WithDefault("high")
        List<String> assurance();

        /** From this age on people see their record by themselves. */
        @WithDefault("13")
        int lowestAge();

        /** Whom to write to where the record cannot be shown: an address, as people are to use it. */
        Optional<String> contact();
    }

    /** The people held. */
    Registry registry();

    /** The people held. */
    interface Registry {
        /** How old what a replica holds may be for values to be read there; see the datasource {@code registry-replica}. */
        @WithDefault("5s")
        Duration replicaLag();
    }

    /** The disclosure log's tree and who signs it. */
    Log log();

    /** Where nothing is set the log is written as ever, and nothing of it is signed. */
    interface Log {
        /** Files that each hold a private key of the log (C2SP signed note); all of them sign. */
        Optional<List<Path>> signingKeys();

        /** Public keys that no longer sign, shown so that what they signed can still be verified. */
        Optional<List<String>> retiredKeys();

        /** The file that holds the last checkpoint, outside the database; one for all replicas. */
        Optional<Path> lastCheckpoint();

        /** Public keys of the witnesses whose cosignatures are taken. */
        Optional<List<String>> witnesses();

        /** How many of them make a checkpoint a witnessed one. */
        @WithDefault("0")
        int witnessesNeeded();

        /** How many entries the partitions hold that {@code migrate} makes. */
        @WithDefault("100000000")
        long partitionEntries();

        /** How many such partitions {@code migrate} makes ahead of the last entry. */
        @WithDefault("4")
        int partitionsAhead();

        /** A role that {@code migrate} creates to verify the log's records with, and no other. */
        Optional<String> verifierUsername();

        /** That role's. */
        Optional<String> verifierPassword();

        /** {@code on-demand} where nothing ticks by itself. */
        @WithDefault("each-second")
        IntegrationService.Ticking ticking();
    }
}
