/** Renders a report as HTML; the only package that uses Thymeleaf. */
@NullMarked
package org.errorpages.render.html;

import org.jspecify.annotations.NullMarked;
