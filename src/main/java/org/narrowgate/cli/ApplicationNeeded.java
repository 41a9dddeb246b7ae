package org.narrowgate.cli;

/** A command has come as far as it can without the application; it is run again inside one. */
final class ApplicationNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Use use;

    ApplicationNeeded(Use use) {
        super(use.name(), null, false, false);
        this.use = use;
    }

    Use use() {
        return use;
    }

    /** What the application is needed for. */
    enum Use {
        SERVE,
        MIGRATION,
        REGISTRY,
        ARCHIVE,
        ERASURE,
        VERIFICATION
    }
}
