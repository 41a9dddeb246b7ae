/**
 * Pages for people: the landing page, the console, the transparency site; my record later. And policy for programs, in
 * {@code automation}. May use every room but api and registry: a page never sees the people held.
 */
@NullMarked
package org.narrowgate.web;

import org.jspecify.annotations.NullMarked;
