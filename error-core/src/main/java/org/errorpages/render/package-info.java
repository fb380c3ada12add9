/** Renders a report as text, Markdown, JSON or XML and builds the response. */
@NullMarked
package org.errorpages.render;

import org.jspecify.annotations.NullMarked;
