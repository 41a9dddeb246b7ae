package org.narrowgate.keycloak;

import java.nio.file.Path;

/** The realm that Keycloak is tested with, which is the one that installations get. */
public final class RealmFile {
    public static final Path PATH = Path.of("k8s", "keycloak", "realm.json");

    private RealmFile() {}
}
