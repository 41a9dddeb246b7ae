/**
 * What becomes of the packaged application when what it stands on breaks: one command outside CI, {@code ./mvnw verify
 * -Pfaults}. Processes of a PostgreSQL, an identity provider and replicas are stopped, killed and cut off while clients
 * ask; every answer is kept and held against the log and the requests afterwards.
 */
@NullMarked
package org.narrowgate.faults;

import org.jspecify.annotations.NullMarked;
