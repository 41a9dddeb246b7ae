/**
 * What is in {@code k8s/} and {@code src/main/docker}, held to the schemas of its objects, to the rules of restricted pods
 * and to the application it runs.
 */
@NullMarked
package org.narrowgate.k8s;

import org.jspecify.annotations.NullMarked;
