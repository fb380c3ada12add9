/** The servlets of the shop, and what starts and stops with it. */
@NullMarked
package org.errorpages.demo.web;

import org.jspecify.annotations.NullMarked;
