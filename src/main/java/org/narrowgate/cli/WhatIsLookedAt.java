package org.narrowgate.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.ledger.verification.FolderLog;
import org.narrowgate.ledger.verification.HttpLog;
import org.narrowgate.ledger.verification.LogSource;
import org.narrowgate.ledger.verification.StateFolder;

/** The log that a command was pointed at, and what was seen of it before. */
final class WhatIsLookedAt implements AutoCloseable {
    private final Optional<StateFolder> state;
    private final Optional<HttpLog> served;
    private final Optional<FolderLog> mirrored;

    /** @param where an address, or else a folder */
    WhatIsLookedAt(@Nullable Path state, @Nullable String where) {
        var place = Optional.ofNullable(where);
        this.served = place.filter(WhatIsLookedAt::isAddress).map(URI::create).map(HttpLog::new);
        this.mirrored = place.filter(name -> !isAddress(name)).map(Path::of).map(FolderLog::new);
        this.state = Optional.ofNullable(state).map(StateFolder::open);
    }

    Optional<LogSource> log() {
        return served.<LogSource>map(log -> log).or(() -> mirrored);
    }

    /** Where a cosignature can be handed in. */
    Optional<HttpLog> served() {
        return served;
    }

    Optional<StateFolder> state() {
        return state;
    }

    @Override
    public void close() {
        state.ifPresent(StateFolder::close);
        served.ifPresent(HttpLog::close);
    }

    private static boolean isAddress(String where) {
        return where.startsWith("http://") || where.startsWith("https://");
    }
}
