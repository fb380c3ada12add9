/** The servlets of the shop and its lifecycle. */
@NullMarked
package org.errorpages.demo.web;

import org.jspecify.annotations.NullMarked;
