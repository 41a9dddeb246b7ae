package org.narrowgate.governance;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An application with a database of its own: what is published stays, and is nobody else's business. */
public final class OwnDatabase implements QuarkusTestProfile {}
