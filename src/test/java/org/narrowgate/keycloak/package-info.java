/** The real Keycloak, started from its distribution with the realm that ships. */
@NullMarked
package org.narrowgate.keycloak;

import org.jspecify.annotations.NullMarked;
