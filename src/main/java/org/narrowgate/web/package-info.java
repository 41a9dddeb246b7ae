/**
 * Pages for people: the landing page now; console, transparency site and my record later. May use every room but
 * api and registry: a page never sees the people held.
 */
@NullMarked
package org.narrowgate.web;

import org.jspecify.annotations.NullMarked;
